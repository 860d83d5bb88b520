/**
 * One parameter of each kind by keyboard and by pointer in a real browser, with its help, its reset and its mark. All the others
 * are the same rows: tests/ui/everyParameter.test.tsx goes through them.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import {
  type ChoiceParameter,
  type NumberParameter,
  type ParameterDefinition,
  parameterGroups,
  type SwitchParameter,
} from '../../src/model/parameters/definition';
import { parameterHelp } from '../../src/model/parameters/parameterHelp';
import {
  allowedValues,
  type ExplorerParameterId,
  explorerTable,
  formatNumber,
  isNumberParameter,
} from '../../src/model/parameters/values';
import { paperExplorer } from '../../src/model/presets';
import { spokenValue, stepped } from '../../src/state/parameterSteps';
import { openExplorer, parameterRow, test } from './page';

/** The switch begins as it is not in the paper. */
const changed = { 'p.secondBreak': 'on' } as const;
const hash = `#v1&${Object.entries(changed)
  .map(([id, value]) => `${id}=${value}`)
  .join('&')}`;

/** The value a row starts from. The cast: ids of the explorer table are the keys of its parameter type. */
function startOf(entry: ParameterDefinition): number | string {
  return { ...paperExplorer, ...changed }[entry.id as ExplorerParameterId];
}

async function openGroup(page: Page, label: string): Promise<void> {
  const group = page
    .locator('.group')
    .filter({ has: page.getByRole('heading', { name: label, exact: true }) });
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
}

const keys = [
  ['ArrowRight', 1, 'normal'],
  ['ArrowUp', 1, 'normal'],
  ['Shift+ArrowRight', 1, 'fine'],
  ['Shift+ArrowDown', -1, 'fine'],
  ['ArrowDown', -1, 'normal'],
  ['ArrowLeft', -1, 'normal'],
  ['PageUp', 1, 'coarse'],
  ['PageDown', -1, 'coarse'],
] as const;

async function expectSpoken(slider: Locator, entry: NumberParameter, value: number): Promise<void> {
  await expect(slider, entry.id).toHaveAttribute('aria-valuetext', spokenValue(entry, value));
}

async function driveNumberByKeys(row: Locator, entry: NumberParameter): Promise<void> {
  const slider = row.getByRole('slider');
  let value = Number(startOf(entry));
  await slider.focus();
  for (const [key, direction, size] of keys) {
    await slider.press(key);
    value = stepped(entry, value, direction, size);
    await expectSpoken(slider, entry, value);
  }
  await slider.press('Home');
  await expectSpoken(slider, entry, entry.minimum);
  await slider.press('End');
  await expectSpoken(slider, entry, entry.maximum);
  if (entry.unit !== '') {
    const spoken = (await slider.getAttribute('aria-valuetext')) ?? '';
    expect(spoken.split(entry.unit).length - 1, `${entry.id}: the unit is said once`).toBe(1);
    // In the name as well it would be said twice.
    await expect(slider).not.toHaveAccessibleName(
      // A word of its own: "Energy" is no erg.
      new RegExp(`(?<!\\w)${entry.unit.replace(/\W/g, '\\$&')}(?!\\w)`),
    );
  }
}

/** With a comma, and not three digits behind it: those could be thousands. */
function withDecimalComma(value: number): string {
  return formatNumber(value)
    .replace('.', ',')
    .replace(/(,\d{3})(?!\d)/, '$10');
}

async function driveNumberBox(row: Locator, entry: NumberParameter): Promise<void> {
  const slider = row.getByRole('slider');
  const box = row.getByRole('textbox');
  const outside = String(entry.maximum * 2 + 1);
  await box.fill(outside);
  await box.press('Enter');
  await expect(row.getByRole('alert'), entry.id).toContainText(allowedValues(entry));
  await expect(box).toHaveValue(outside);
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expectSpoken(slider, entry, entry.maximum);
  const target = stepped(
    entry,
    Number(startOf(entry)),
    Number(startOf(entry)) === entry.maximum ? -1 : 1,
    'normal',
  );
  await box.fill(withDecimalComma(target));
  await box.press('Enter');
  await expect(row.getByRole('alert')).toHaveCount(0);
  await expectSpoken(slider, entry, target);
  await expect(box).toHaveValue(formatNumber(target));
}

async function driveNumberByPointer(page: Page, row: Locator, entry: NumberParameter): Promise<void> {
  const slider = row.getByRole('slider');
  await row.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error(`The slider of ${entry.id} is not on the page.`);
  const y = box.y + box.height / 2;
  // The middle of the thumb travels from half a thumb (9 px) to half a thumb before the end.
  await page.mouse.move(box.x + 9 + Number(await slider.inputValue()) * (box.width - 18), y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3, y, { steps: 3 });
  // Ends elsewhere than where it began: a drag that changes nothing is no step to undo.
  const beyond = { minimum: box.x - 20, maximum: box.x + box.width + 20 };
  const ends =
    Number(startOf(entry)) === entry.maximum
      ? (['maximum', 'minimum'] as const)
      : (['minimum', 'maximum'] as const);
  for (const end of ends) {
    await page.mouse.move(beyond[end], y);
    await expectSpoken(slider, entry, entry[end]);
  }
  await page.mouse.up();
  await page.keyboard.press('Control+z');
  await expectSpoken(slider, entry, Number(startOf(entry)));
}

async function driveChoice(row: Locator, entry: ChoiceParameter): Promise<void> {
  const select = row.getByRole('combobox');
  const values = entry.options.map((option) => option.value);
  await expect(select).toHaveValue(String(startOf(entry)));
  if (values.length < 2) return;
  await select.focus();
  await select.press('End');
  await expect(select, entry.id).toHaveValue(values.at(-1) ?? '');
  await select.press('Home');
  await expect(select, entry.id).toHaveValue(values[0] ?? '');
  await select.selectOption(String(startOf(entry)));
  await expect(select).toHaveValue(String(startOf(entry)));
  await select.selectOption(values.findLast((value) => value !== startOf(entry)) ?? '');
}

async function driveSwitch(row: Locator, entry: SwitchParameter): Promise<void> {
  const control = row.getByRole('switch');
  const isOn = startOf(entry) === 'on';
  await expect(control).toBeChecked({ checked: isOn });
  await control.press('Space');
  await expect(control, entry.id).toBeChecked({ checked: !isOn });
  await control.click();
  await expect(control).toBeChecked({ checked: isOn });
  await control.click();
}

/** A modified row says so and its button takes it back to the paper's value. */
async function expectReset(page: Page, row: Locator, entry: ParameterDefinition): Promise<void> {
  const standard = paperExplorer[entry.id as ExplorerParameterId];
  const isModified = (await row.getAttribute('data-modified')) === 'true';
  // A second break that was switched on by the address is back at the paper's value after an odd number of clicks.
  if (!isModified) return;
  await row.getByRole('button', { name: /^Reset / }).click();
  await expect(row, entry.id).toHaveAttribute('data-modified', 'false');
  await expect(row.getByRole('button', { name: /^Reset / })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row).toHaveAttribute('data-modified', 'true');
  if (standard === startOf(entry)) await row.getByRole('button', { name: /^Reset / }).click();
}

async function expectHelp(page: Page, row: Locator, entry: ParameterDefinition): Promise<void> {
  const button = row.getByRole('button', { name: `About ${entry.label}`, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  // The cast: ids of the table are the keys of the help.
  const { definition, source } = parameterHelp[entry.id as ExplorerParameterId];
  const help = page.getByRole('dialog', { name: entry.label, exact: true });
  await expect(help, entry.id).toContainText(definition);
  await expect(help).toContainText(source);
  if (entry.symbol.tex !== '') await expect(help.locator('.symbol math')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  // What nobody sees is not drawn.
  await expect(page.locator('.help')).toHaveCount(0);
  await expect(button).toBeFocused();
}

/** Logarithmic with a unit and linear without; a choice; a switch with rows that hang on it. */
const ofEachKind: readonly ExplorerParameterId[] = ['D0', 'delta0', 'profile', 'p.secondBreak'];

test('a parameter of each kind by keyboard and by pointer', async ({ desktop: page }) => {
  test.setTimeout(240_000);
  await openExplorer(page, hash);
  await expect(page.locator('.symbol math').first()).toBeVisible({ timeout: 30_000 });
  for (const entry of explorerTable.filter(({ id }) => ofEachKind.some((one) => one === id))) {
    const label = parameterGroups.find(({ id }) => id === entry.group)?.label;
    if (label === undefined) throw new Error(`${entry.id} is in no group.`);
    await openGroup(page, label);
    const row = parameterRow(page, entry.id);
    if (isNumberParameter(entry)) {
      await driveNumberByKeys(row, entry);
      await driveNumberBox(row, entry);
      await expectReset(page, row, entry);
      await driveNumberByPointer(page, row, entry);
    } else if (entry.kind === 'choice') {
      await driveChoice(row, entry);
      await expectReset(page, row, entry);
    } else {
      await driveSwitch(row, entry);
      await expectReset(page, row, entry);
      // Rows below need the second break.
      await row.getByRole('switch').setChecked(startOf(entry) === 'on');
    }
    await expectHelp(page, row, entry);
  }
});
