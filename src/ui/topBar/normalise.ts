/** What the button "Normalise to data" does, and what it says of it. Loaded when it is pressed. */
import { modelKeys, models } from '../../model/models';
import { particles } from '../../model/particles';
import type { SpeciesKey } from '../../model/propagated';
import { quantityText, tableTitle } from '../../plot/hover';
import { shownSpecies, speciesLaneIds } from '../../state/lanes';
import { windowText } from '../../state/selectors/normalisationText';
import { type Normalisation, normalisedToData, normParameter } from '../../state/selectors/normalise';
import type { ExplorerStore } from '../../state/store';

/** Three digits: finer, no eye and no data can tell. */
function factorText(factor: number): string {
  const text = factor.toPrecision(3);
  return Number(text) === 1 ? 'as before' : `× ${Number(text)}`;
}

export function normalisationText(species: SpeciesKey, { table, points, factors }: Normalisation): string {
  const set = `${tableTitle(table)} ${quantityText(table)}`;
  return (
    `${particles[species].name} to ${set}, ${windowText(species)} (${points} ${points === 1 ? 'point' : 'points'}): ` +
    `${modelKeys.map((model) => `${models[model].short} ${factorText(factors[model])}`).join(', ')}.`
  );
}

const title = 'Normalised to the data shown.';

/** Says it once, and for as long as the scales are those that were set: not after undo, a preset or another scale. */
function tellWhileTrue(store: ExplorerStore, told: readonly string[]): void {
  const { actions, notices, parameters } = store.getState();
  for (const earlier of notices) if (earlier.title === title) actions.dismiss(earlier.id);
  actions.notify('information', title, told);
  const id = store.getState().notices.at(-1)?.id;
  const end = store.subscribe((now) => {
    const isShown = now.notices.some((notice) => notice.id === id);
    const isTrue = speciesLaneIds
      .map(normParameter)
      .every((scale) => now.parameters[scale] === parameters[scale]);
    if (isShown && isTrue) return;
    end();
    if (isShown && id !== undefined) actions.dismiss(id);
  });
}

/** Scales the models of the present tab to the data shown, all of them or none; one undoable step. */
export function normaliseTab(store: ExplorerStore): void {
  const { actions, view } = store.getState();
  let { parameters } = store.getState();
  const told: string[] = [];
  for (const species of shownSpecies(view.tab)) {
    const result = normalisedToData({ ...store.getState(), parameters }, species);
    if (!result.ok) {
      const reason = `${particles[species].name}, ${windowText(species)}: ${result.reason}`;
      actions.notify('problem', 'The curves were not normalised.', [reason]);
      return;
    }
    parameters = result.parameters;
    told.push(normalisationText(species, result.normalisation));
  }
  actions.apply(parameters);
  tellWhileTrue(store, told);
}
