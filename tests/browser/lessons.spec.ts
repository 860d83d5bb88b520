/** Every lesson, done through the page; the list, what an address asks for in vain, and the view for a lecture hall. */
import { expect, type Page, test } from '@playwright/test';
import { encodeHash } from '../../src/state/hashCodec';
import { type Lesson, stepStart, withChange } from '../../src/state/lessons/lesson';
import { lessons } from '../../src/state/lessons/lessons';
import { watchPage } from './page';

function panel(page: Page) {
  return page.getByRole('region', { name: 'Lessons' });
}

function done(page: Page) {
  return panel(page).getByRole('status');
}

/** A busy machine takes its time to start a page: what comes first is waited for longer. */
async function open(page: Page, address: string) {
  await page.goto(address);
  await expect(panel(page)).toBeVisible({ timeout: 30_000 });
}

/** Sets parameters and view as a person who follows a link within the page. */
async function lead(page: Page, state: Parameters<typeof encodeHash>[0]) {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, encodeHash(state) || 'v1');
}

async function playStep(page: Page, lesson: Lesson, index: number) {
  const step = lesson.steps[index];
  if (step === undefined) throw new Error(`${lesson.id} has no step ${index + 1}.`);
  const heading = panel(page).getByRole('heading', { level: 2 });
  await expect(heading).toContainText(`Step ${index + 1} of ${lesson.steps.length}`);
  if (index > 0) await expect(heading).toBeFocused();
  await panel(page).getByRole('button', { name: 'Set it up' }).click();
  await expect(done(page)).not.toContainText('Done');
  await lead(page, withChange(stepStart(lesson, index), step.solution));
  if (step.solution.number !== undefined) {
    const field = panel(page).getByRole('textbox');
    await field.fill(String(step.solution.number));
    await field.press('Enter');
  }
  await expect(done(page)).toContainText('Done', { timeout: 30_000 });
  await expect(done(page)).toContainText(step.seen);
}

for (const lesson of lessons) {
  test(`lesson ${lesson.id} can be done to its end`, async ({ page }) => {
    test.setTimeout(180_000);
    const watch = watchPage(page);
    await open(page, `./?lesson=${lesson.id}&step=1`);
    for (const index of lesson.steps.keys()) {
      await playStep(page, lesson, index);
      const name = index + 1 < lesson.steps.length ? 'Next' : 'Question';
      await panel(page).getByRole('button', { name, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`[?]lesson=${lesson.id}&step=${index + 2}(#|$)`));
    }
    const { choices, explanation } = lesson.question;
    const wrong = choices.find((choice) => !choice.right);
    const right = choices.find((choice) => choice.right);
    await panel(page)
      .getByRole('radio', { name: wrong?.text ?? '', exact: true })
      .check();
    await panel(page).getByRole('button', { name: 'Answer' }).click();
    await expect(done(page)).toContainText('Not quite');
    await panel(page)
      .getByRole('radio', { name: right?.text ?? '', exact: true })
      .check();
    await panel(page).getByRole('button', { name: 'Answer' }).click();
    await expect(done(page)).toContainText('Lesson finished');
    await expect(done(page)).toContainText(explanation);
    await panel(page).getByRole('button', { name: 'All lessons' }).click();
    await expect(panel(page).getByRole('button', { name: lesson.title })).toContainText('Finished');
    expect(watch).toEqual({ complaints: [], strangers: [] });
  });
}

test('the list opens from the top bar, a lesson sets itself up, and closing leaves the curves', async ({
  page,
}) => {
  await page.goto('./#v1&L=7');
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  for (const { title } of lessons)
    await expect(panel(page).getByRole('button', { name: title })).toBeVisible();
  await panel(page)
    .getByRole('button', { name: /Find the break rigidity/ })
    .click();
  await expect(page).toHaveURL(/[?]lesson=break-rigidity&step=1#v1&profile=step$/);
  await panel(page).getByRole('button', { name: 'Close the lessons' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/#v1&profile=step$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/\/#v1&L=7$/);
});

test('what is done stays done after a reload, on this machine', async ({ page }) => {
  await open(page, './?lesson=force-field&step=1#v1');
  await page.getByRole('button', { name: 'Interstellar' }).click();
  await expect(done(page)).toContainText('Done');
  await open(page, './?lesson=force-field&step=1#v1');
  await page.reload();
  await expect(done(page)).toContainText('Done');
});

test('an address with parameters keeps them: the lesson waits to be set up', async ({ page }) => {
  await open(page, './?lesson=break-rigidity&step=1#v1&L=7');
  await expect(panel(page)).toBeVisible();
  await expect(page).toHaveURL(/#v1&L=7$/);
  await panel(page).getByRole('button', { name: 'Set it up' }).click();
  await expect(page).toHaveURL(/#v1&profile=step$/);
});

test('an unknown lesson or step is told with what there is, and nothing is lost', async ({ page }) => {
  await open(page, './?lesson=nonsense#v1&L=7');
  await expect(page.locator('.notice')).toContainText('power-law');
  await expect(panel(page).getByRole('heading', { name: 'Lessons' })).toBeVisible();
  await expect(page).toHaveURL(/#v1&L=7$/);
  await open(page, './?lesson=power-law&step=9#v1&L=7');
  await expect(page.locator('.notice')).toContainText('steps 1 to 3');
  await expect(page).toHaveURL(/[?]lesson=power-law&step=1#v1&L=7$/);
});

test('teacher mode hides hints and answers, enlarges the type, and can be left', async ({ page }) => {
  await open(page, './?lesson=break-rigidity&step=1');
  const size = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const hint = panel(page).getByText('Hint', { exact: true });
  await expect(hint).toBeVisible();
  const before = await size();
  await panel(page).getByRole('button', { name: 'Teacher mode' }).click();
  await expect(page).toHaveURL(/&teacher=1/);
  await expect(hint).toHaveCount(0);
  await expect(panel(page).getByRole('textbox')).toHaveCount(0);
  expect(await size()).toBeGreaterThan(1.2 * before);
  await open(page, './?lesson=break-rigidity&step=5&teacher=1');
  await expect(panel(page).getByRole('group')).toBeVisible();
  await expect(panel(page).getByRole('radio')).toHaveCount(0);
  await expect(panel(page).getByRole('button', { name: 'Answer' })).toHaveCount(0);
  await panel(page).getByRole('button', { name: 'Leave teacher mode' }).click();
  await expect(panel(page).getByRole('radio')).not.toHaveCount(0);
  await expect(page).not.toHaveURL(/teacher/);
});

for (const [width, height] of [
  [1366, 768],
  [390, 844],
  [320, 640],
] as const) {
  test(`at ${width} × ${height} the card leaves room for figure and sliders`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, './?lesson=power-law&step=1');
    const figure = page.getByRole('figure').first();
    await expect(figure).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const card = await panel(page).boundingBox();
    expect((await figure.boundingBox())?.height).toBeGreaterThan(180);
    // A column beside the figure, or a sheet under it.
    if (width >= 900) {
      expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThanOrEqual((await figure.boundingBox())?.x ?? 0);
      await expect(page.getByRole('complementary').getByRole('slider').first()).toBeInViewport();
    } else {
      const slider = await page.getByRole('slider').first().boundingBox();
      expect(card?.y).toBeLessThan(slider?.y ?? 0);
    }
  });
}
