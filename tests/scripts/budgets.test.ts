import { describe, expect, it } from 'vitest';
import { withinBudgets } from '../../scripts/budgetTable';

const light = [
  { name: 'assets/plotly-cartesian.min-1.js', bytes: 470_000 },
  { name: 'assets/solver.worker-1.js', bytes: 20_000 },
  { name: 'assets/volume.worker-1.js', bytes: 28_000 },
  { name: 'assets/nuclei-1.js', bytes: 15_000 },
  { name: 'assets/propagateSecondaries-1.js', bytes: 14_000 },
  { name: 'assets/index-1.js', bytes: 110_000, atStart: true },
  { name: 'assets/fileActions-1.js', bytes: 5_000 },
  { name: 'assets/index-1.css', bytes: 6_000 },
  { name: 'data/catalogue.json', bytes: 20_000 },
  { name: 'data/catalogue-nuclei.json', bytes: 31_000 },
  { name: 'serviceWorker.js', bytes: 800 },
  { name: 'precache.js', bytes: 1_600 },
  { name: 'index.html', bytes: 700 },
];

describe('budgets', () => {
  it('a light page passes, each file weighed once', () => {
    expect(withinBudgets(light).problems).toEqual([]);
  });

  it('every chunk that comes with the page counts, and what is too heavy is named', () => {
    const { problems } = withinBudgets([
      ...light,
      { name: 'assets/shared-1.js', bytes: 10_500, atStart: true },
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('application JavaScript at the start is 120.5 kB');
    expect(problems[0]).toContain('assets/shared-1.js 10.5');
  });

  it('what comes on demand has a budget of its own', () => {
    const { problems } = withinBudgets([...light, { name: 'assets/maps-1.js', bytes: 150_000 }]);
    expect(problems).toEqual([expect.stringContaining('application JavaScript on demand is 155.0 kB')]);
  });

  it('what the solver worker fetches for nuclei and secondaries is no part of that', () => {
    const { problems } = withinBudgets([...light, { name: 'assets/propagateNuclei-1.js', bytes: 8_000 }]);
    expect(problems).toEqual([
      expect.stringContaining('nuclei and secondaries, fetched by the solver worker is 37.0 kB'),
    ]);
  });

  it('a file that is missed is a problem, not a light page', () => {
    expect(withinBudgets(light.slice(1)).problems).toEqual([expect.stringContaining('Plotly')]);
  });
});
