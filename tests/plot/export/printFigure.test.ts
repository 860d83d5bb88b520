import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printFigureMarkup } from '../../../src/plot/export/printFigure';
import { palettes } from '../../../src/plot/palette';
import { laneKey } from '../../../src/state/laneKeys';
import { laneSpecies, speciesLaneIds } from '../../../src/state/lanes';
import { figureState } from '../../../src/state/selectors/figureState';
import { readCatalogue } from '../../../src/state/services/readCatalogue';
import { createExplorerStore } from '../../../src/state/store';
import { propagated } from '../../state/fakes';

function solved() {
  const store = createExplorerStore();
  const { actions, parameters } = store.getState();
  actions.setCatalogue(readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8'))));
  for (const [order, lane] of speciesLaneIds.entries())
    actions.updateLane(lane, {
      curve: { propagated: propagated(laneSpecies[lane]), key: laneKey(lane, parameters), order },
    });
  return store;
}

describe('the figure for the printer', () => {
  it('is light in the dark, with curves, frozen curves, data and residuals', () => {
    const store = solved();
    store.getState().actions.freeze('before');
    const markup = printFigureMarkup(figureState(store.getState(), 'p', 'dark', true));
    for (const colour of ['thm', 'background', 'ink'] as const) {
      expect(markup).toContain(`"${palettes.light[colour]}"`);
      expect(markup).not.toContain(palettes.dark[colour]);
    }
    // The present curve and the frozen one, under its own pattern.
    expect(markup.match(/<path d="M[^"]{100,}" fill="none" stroke="#cf1624"/g)).toHaveLength(2);
    expect(markup).toContain('stroke-dasharray="2,3"');
    expect(markup.match(/<svg /g)).toHaveLength(3);
    expect(markup).toContain('model − data');
  });

  it('has numbers only, whatever is shown and zoomed, also before anything is solved', () => {
    for (const store of [solved(), createExplorerStore()])
      for (const zoom of [null, { x: [2.1, 2.9], y: [4.02, 4.3] } as const])
        for (const abscissa of ['energy', 'rigidity'] as const)
          for (const residuals of ['auto', 'ratio', 'off'] as const) {
            store.getState().actions.setView({ abscissa, residuals, zoom: { p: zoom, 'e-': zoom } });
            for (const species of ['p', 'e-'] as const) {
              const markup = printFigureMarkup(figureState(store.getState(), species, 'light', true));
              expect(markup).not.toMatch(/NaN|Infinity|undefined|null/);
              expect(markup.length).toBeGreaterThan(500);
            }
          }
  });
});
