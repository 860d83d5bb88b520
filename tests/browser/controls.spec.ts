import { expect, type Locator } from '@playwright/test';
import type { NumberParameter } from '../../src/model/parameters/definition';
import { allowedValues, explorerTable, isNumberParameter } from '../../src/model/parameters/values';
import { spokenValue, stepped } from '../../src/state/parameterSteps';
import { record, recorded, thumbAt } from './drag';
import { openExplorer, parameterRow, test } from './page';

function numberEntry(id: string): NumberParameter {
  const entry = explorerTable.filter(isNumberParameter).find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`${id} is not in the parameter table.`);
  return entry;
}

test('the two-halo curve follows the hand on delta0, the conventional one stays', async ({
  desktop: page,
}) => {
  const watch = await openExplorer(page);
  const slider = parameterRow(page, 'delta0').getByRole('slider');
  const start = await thumbAt(slider);
  await record(page);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  // More than one slider step for each move, so that every event asks for another curve.
  for (let step = 1; step <= 45; step++) {
    await page.mouse.move(start.x + step * 3, start.y);
    await page.waitForTimeout(16);
  }
  const during = await recorded(page);
  // One word under the hand, not two in turn many times a second (unless a solve is late).
  await expect(page.locator('.status-message')).toHaveText(/^(Following|Solving; .*)$/);
  await page.mouse.up();
  expect(during.thm.length).toBeGreaterThan(3);
  expect(new Set(during.cm).size).toBeLessThanOrEqual(1);
  const sorted = [...during.latencies].sort((a, b) => a - b);
  const share = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]?.toFixed(0);
  console.log(
    `drag: ${during.thm.length} curves in 45 moves, input to curve median ${share(0.5)} ms, p95 ${share(0.95)} ms; ` +
      `tasks over 50 ms: ${during.longTasks.length === 0 ? 'none' : during.longTasks.map(Math.round).join(', ')}`,
  );
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  await expect.poll(() => page.locator('.spectrum-plot.is-live').count()).toBe(0);
  expect(watch).toEqual({ complaints: [], strangers: [] });
});

test('a drag is one step of undo and of the browser history', async ({ desktop: page }) => {
  await openExplorer(page);
  const slider = parameterRow(page, 'delta0').getByRole('slider');
  const start = await thumbAt(slider);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 30, start.y, { steps: 8 });
  await page.mouse.up();
  await expect(page).toHaveURL(/#v1&delta0=0\.\d+$/);
  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', '0.19');
  await page.goForward();
  await expect(slider).not.toHaveAttribute('aria-valuetext', '0.19');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', '0.19');
  await page.keyboard.press('Control+Shift+z');
  await expect(slider).not.toHaveAttribute('aria-valuetext', '0.19');
});

test('sliders dragged one after another are one step and one entry of the browser history each', async ({
  desktop: page,
}) => {
  await openExplorer(page);
  const ids = ['delta0', 'D0', 'L'];
  for (const id of ids) {
    const at = await thumbAt(parameterRow(page, id).getByRole('slider'));
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 30, at.y, { steps: 8 });
    await page.mouse.up();
  }
  // Another button drags nothing.
  const at = await thumbAt(parameterRow(page, 'R').getByRole('slider'));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(at.x + 30, at.y, { steps: 4 });
  await page.mouse.up({ button: 'middle' });
  // Back leads through one entry for each.
  for (const address of [
    /#v1&D0=[^&]*&delta0=[^&]*&L=[^&]*$/,
    /#v1&D0=[^&]*&delta0=[^&]*$/,
    /#v1&delta0=[^&]*$/,
  ]) {
    await expect(page).toHaveURL(address);
    await page.goBack();
  }
  await expect(page).not.toHaveURL(/v1/);
  for (const _ of ids) await page.goForward();
  const undo = page.getByRole('button', { name: 'Undo' });
  for (const _ of ids) {
    await expect(undo).toHaveAttribute('aria-disabled', 'false');
    await undo.click();
  }
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await expect(page).not.toHaveURL(/v1/);
});

test('a typed value, a preset and a reset are one step of undo each', async ({ desktop: page }) => {
  await openExplorer(page);
  const slope = parameterRow(page, 'delta0');
  const expectSpoken = (row: Locator, text: string) =>
    expect(row.getByRole('slider')).toHaveAttribute('aria-valuetext', text);
  const undo = page.getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('button', { name: 'Redo' });
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await slope.getByRole('textbox').fill('0.31');
  await slope.getByRole('textbox').press('Enter');
  await parameterRow(page, 'L').getByRole('textbox').fill('7');
  await parameterRow(page, 'L').getByRole('textbox').press('Enter');
  await page.getByRole('button', { name: /Two-halo model/ }).click();
  await page.getByRole('button', { name: /^Conventional model/ }).click();
  await expectSpoken(slope, '0.5');
  await expect(parameterRow(page, 'profile').getByRole('combobox')).toHaveValue('uniform');
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expectSpoken(slope, '0.19');
  await undo.click();
  await expectSpoken(slope, '0.5');
  await undo.click();
  await expectSpoken(slope, '0.31');
  await expectSpoken(parameterRow(page, 'L'), '7 kpc');
  await slope.getByRole('button', { name: /^Reset / }).click();
  await expectSpoken(slope, '0.19');
  await undo.click();
  await undo.click();
  await expectSpoken(parameterRow(page, 'L'), '5 kpc');
  await expectSpoken(slope, '0.31');
  await redo.click();
  await expectSpoken(parameterRow(page, 'L'), '7 kpc');
  await undo.click();
  await undo.click();
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await expectSpoken(slope, '0.19');
  await expect(page.locator('.row[data-modified="true"]')).toHaveCount(0);
});

test('keys reach both ends and make fine, plain and coarse steps', async ({ desktop: page }) => {
  await openExplorer(page);
  const coefficient = numberEntry('D0');
  const slider = parameterRow(page, 'D0').getByRole('slider');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', spokenValue(coefficient, coefficient.maximum));
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', spokenValue(coefficient, coefficient.minimum));
  const entry = numberEntry('Delta');
  const delta = parameterRow(page, 'Delta').getByRole('slider');
  await delta.focus();
  let value = entry.standard;
  for (const [key, direction, size] of [
    ['ArrowRight', 1, 'normal'],
    ['Shift+ArrowRight', 1, 'fine'],
    ['PageUp', 1, 'coarse'],
    ['ArrowLeft', -1, 'normal'],
  ] as const) {
    await page.keyboard.press(key);
    value = stepped(entry, value, direction, size);
    await expect(delta).toHaveAttribute('aria-valuetext', spokenValue(entry, value));
  }
});

test('the number box takes 6e28 and a decimal comma, and refuses what is out of range with the reason', async ({
  desktop: page,
}) => {
  await openExplorer(page);
  const coefficient = parameterRow(page, 'D0').getByRole('textbox');
  await coefficient.fill('6,2e28');
  await coefficient.press('Enter');
  await expect(parameterRow(page, 'D0').getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    '6.2e28 cm²/s',
  );
  const delta = parameterRow(page, 'delta0');
  const box = delta.getByRole('textbox');
  await box.fill('7');
  await box.press('Enter');
  await expect(delta.getByRole('alert')).toContainText(allowedValues(numberEntry('delta0')));
  await expect(box).toHaveValue('7');
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(delta.getByRole('slider')).toHaveAttribute('aria-valuetext', '0.19');
  await box.press('Escape');
  await expect(box).toHaveValue('0.19');
});

test('the second break is idle until it is switched on', async ({ desktop: page }) => {
  await openExplorer(page);
  await page.getByRole('heading', { name: 'Proton injection' }).click();
  const slope = parameterRow(page, 'p.alpha2').getByRole('slider');
  await expect(slope).toBeDisabled();
  await parameterRow(page, 'p.secondBreak').getByRole('switch').click();
  await expect(slope).toBeEnabled();
});
