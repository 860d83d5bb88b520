import { describe, expect, it } from 'vitest';
import { withinBudgets } from '../../scripts/budgetTable';

const light = [
  { name: 'assets/plotly-basic.min-1.js', bytes: 380_000 },
  { name: 'assets/katex-1.js', bytes: 77_000 },
  { name: 'assets/solver.worker-1.js', bytes: 20_000 },
  { name: 'assets/index-1.js', bytes: 110_000 },
  { name: 'assets/index-1.css', bytes: 6_000 },
  { name: 'data/catalogue.json', bytes: 20_000 },
  { name: 'serviceWorker.js', bytes: 800 },
  { name: 'index.html', bytes: 700 },
];

describe('budgets', () => {
  it('a light page passes, each file weighed once', () => {
    expect(withinBudgets(light).problems).toEqual([]);
  });

  it('every chunk of the application counts, and what is too heavy is named', () => {
    const { problems } = withinBudgets([...light, { name: 'assets/exports-1.js', bytes: 10_500 }]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('application JavaScript is 120.5 kB');
    expect(problems[0]).toContain('assets/exports-1.js 10.5');
  });

  it('a file that is missed is a problem, not a light page', () => {
    expect(withinBudgets(light.slice(1)).problems).toEqual([expect.stringContaining('Plotly')]);
  });
});
