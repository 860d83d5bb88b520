/** Nothing leaves the machine: by the page's own policy, and by what is asked for when everything is used. */
import { expect, type Request } from '@playwright/test';
import { curvesOverData, openExplorer, parameterRow, test } from './page';
import { servePage } from './served';

test.describe(() => {
  test.use({ serviceWorkers: 'allow' });

  test('no request leaves the origin while everything is used, the worker and the service worker included', async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000);
    const served = await servePage('/');
    const strangers: string[] = [];
    const note = (request: Request) => {
      const url = new URL(request.url());
      const isOwn =
        ['data:', 'blob:'].includes(url.protocol) || url.origin === new URL(served.address).origin;
      if (!isOwn || request.method() !== 'GET') strangers.push(`${request.method()} ${request.url()}`);
    };
    // Of the context: workers and the service worker as well.
    context.on('request', note);
    await page.goto(served.address);
    await curvesOverData(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    for (const tab of ['Electrons', 'Both', 'Protons']) await page.getByRole('tab', { name: tab }).click();
    await parameterRow(page, 'delta0').getByRole('slider').press('End');
    await parameterRow(page, 'delta0')
      .getByRole('button', { name: /^About/ })
      .click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Data sets' }).click();
    await page.getByRole('dialog').getByRole('switch').first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Normalise to data' }).click();
    await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
    await expect(page.locator('.symbol math').first()).toBeVisible({ timeout: 30_000 });
    expect(strangers).toEqual([]);
    expect(served.asked.length).toBeGreaterThan(5);
    await served.close();
  });
});

test("Plotly's buttons stay on this machine", async ({ desktop: page }) => {
  await openExplorer(page);
  await page.getByRole('figure').hover();
  const buttons = page.locator('.modebar-btn');
  await expect(buttons.first()).toBeVisible();
  const titles = await buttons.evaluateAll((all) =>
    all.map((button) => button.getAttribute('data-title') ?? ''),
  );
  expect(titles.length).toBeGreaterThan(3);
  expect(titles.filter((title) => /cloud|share|edit in|chart studio|produced with/i.test(title))).toEqual([]);
  await expect(page.locator('.modebar a[href]')).toHaveCount(0);
});

test('the policy forbids what is not from here', async ({ desktop: page }) => {
  await openExplorer(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain('unsafe-eval');
  expect(/script-src ([^;]*)/.exec(policy ?? '')?.[1]?.trim()).toBe("'self'");
  // Another origin that would answer, so that only the policy can stop it.
  const other = await servePage('/');
  const reached = await page.evaluate(async (address) => {
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
    const fetched = await fetch(address, { mode: 'no-cors' }).then(
      () => 'fetched',
      () => 'refused',
    );
    const sent = navigator.sendBeacon(address, 'state') ? 'beacon queued' : 'beacon refused';
    const image = new Image();
    image.src = `${address}icons/favicon.svg`;
    const script = document.createElement('script');
    script.src = `${address}serviceWorker.js`;
    document.head.append(script);
    // What is refused is told a moment later; with nothing refused the time runs out.
    for (let waited = 0; waited < 100 && new Set(blocked).size < 3; waited++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    script.remove();
    return { fetched, sent, blocked: [...new Set(blocked)].sort() };
  }, other.address);
  expect(reached.fetched).toBe('refused');
  expect(reached.blocked).toEqual(['connect-src', 'img-src', 'script-src-elem']);
  expect(other.asked).toEqual([]);
  await other.close();
});
