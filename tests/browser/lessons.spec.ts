/**
 * Three lessons done through the page, the list, and what outlives a reload. The other lessons, what an address asks for in vain and
 * the view for a lecture hall: tests/ui/lessonsPlayed.test.tsx; the room a card leaves: stage.spec.ts.
 */
import { expect, type Page } from '@playwright/test';
import { type Lesson, stepStart, withChange } from '../../src/state/lessons/lesson';
import { lessons } from '../../src/state/lessons/lessons';
import { encodeHash } from '../../src/state/texts/hashCodec';
import { follow, openExplorer, test } from './page';

function panel(page: Page) {
  return page.getByRole('region', { name: 'Lessons' });
}

function done(page: Page) {
  return panel(page).getByRole('status');
}

async function playStep(page: Page, lesson: Lesson, index: number) {
  const step = lesson.steps[index];
  if (step === undefined) throw new Error(`${lesson.id} has no step ${index + 1}.`);
  const heading = panel(page).getByRole('heading', { level: 2 });
  await expect(heading).toContainText(`Step ${index + 1} of ${lesson.steps.length}`);
  if (index > 0) await expect(heading).toBeFocused();
  await panel(page).getByRole('button', { name: 'Set it up' }).click();
  await expect(done(page)).not.toContainText('Done');
  await follow(page, encodeHash(withChange(stepStart(lesson, index), step.solution)) || 'v1');
  if (step.solution.number !== undefined) {
    const field = panel(page).getByRole('textbox');
    await field.fill(String(step.solution.number));
    await field.press('Enter');
  }
  await expect(done(page)).toContainText('Done', { timeout: 30_000 });
  await expect(done(page)).toContainText(step.seen);
}

/** One with a number to type, one with frozen curves and electrons, one with nuclei. */
for (const lesson of lessons.filter(({ id }) => ['force-field', 'degeneracy', 'boron'].includes(id))) {
  test(`lesson ${lesson.id} can be done to its end`, async ({ desktop: page }) => {
    test.setTimeout(180_000);
    const watch = await openExplorer(page);
    await page.getByRole('button', { name: 'Lessons', exact: true }).click();
    await panel(page).getByRole('button', { name: lesson.title }).click();
    // The page may have been here before.
    await panel(page).getByRole('button', { name: 'Start over' }).click();
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

test('the list opens from the top bar, a lesson sets itself up beside the figure, and closing leaves the curves', async ({
  desktop: page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openExplorer(page, '#v1&L=7');
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  for (const { title } of lessons)
    await expect(panel(page).getByRole('button', { name: title })).toBeVisible();
  await panel(page)
    .getByRole('button', { name: /Find the break rigidity/ })
    .click();
  await expect(page).toHaveURL(/[?]lesson=break-rigidity&step=1#v1&profile=step$/);
  // A column of its own; sliders stay in view.
  const [card, figure] = [await panel(page).boundingBox(), await page.getByRole('figure').boundingBox()];
  expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThanOrEqual(figure?.x ?? 0);
  await expect(page.getByRole('complementary').getByRole('slider').first()).toBeInViewport();
  await panel(page).getByRole('button', { name: 'Close the lessons' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/#v1&profile=step$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/\/#v1&L=7$/);
});

test('a link opens its lesson, and what is done stays done after a reload, on this machine', async ({
  started: page,
}) => {
  // A busy machine takes its time to start a page.
  const patience = { timeout: 30_000 };
  await page.goto('./?lesson=force-field&step=1#v1');
  await expect(panel(page)).toBeVisible(patience);
  await page.getByRole('button', { name: 'Interstellar' }).click();
  await expect(done(page)).toContainText('Done', patience);
  await page.reload();
  await expect(done(page)).toContainText('Done', patience);
});
