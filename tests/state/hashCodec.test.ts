import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExplorerParameters, explorerTable, isNumberParameter } from '../../src/model/parameters';
import { paperExplorer } from '../../src/model/presets';
import { decodeHash, encodeHash } from '../../src/state/hashCodec';
import { tabIds } from '../../src/state/lanes';
import { abscissaIds, scalingIds, standardView } from '../../src/state/view';

const parameters = fc
  .record(
    Object.fromEntries(
      explorerTable.map((entry) => {
        if (isNumberParameter(entry)) {
          return [
            entry.id,
            fc.double({ min: entry.minimum, max: entry.maximum, noNaN: true }).map((value) => value + 0),
          ];
        }
        const values = entry.kind === 'switch' ? ['on', 'off'] : entry.options.map((option) => option.value);
        return [entry.id, fc.constantFrom(...values)];
      }),
    ),
  )
  // The cast: one allowed value for each id of the table, as the lines above make it.
  .map((values) => values as unknown as ExplorerParameters);

const view = fc.record({
  tab: fc.constantFrom(...tabIds),
  scaling: fc.constantFrom(...scalingIds),
  abscissa: fc.constantFrom(...abscissaIds),
  interstellar: fc.boolean(),
  analytic: fc.boolean(),
});

describe('the address', () => {
  it('reads back what it wrote, whatever the state', () => {
    fc.assert(
      fc.property(parameters, view, (values, settings) => {
        const decoded = decodeHash(`#${encodeHash({ parameters: values, view: settings })}`);
        expect(decoded.refused).toEqual([]);
        expect(decoded.parameters).toEqual(values);
        expect(decoded.view).toEqual(settings);
      }),
    );
  });

  it('stays below 2 kB with every parameter changed', () => {
    fc.assert(
      fc.property(parameters, view, (values, settings) => {
        expect(encodeHash({ parameters: values, view: settings }).length).toBeLessThan(2048);
      }),
    );
  });

  it('is empty for the state the explorer opens in and names only what differs', () => {
    expect(encodeHash({ parameters: paperExplorer, view: standardView })).toBe('');
    expect(encodeHash({ parameters: { ...paperExplorer, delta0: 0.3, D0: 6e28 }, view: standardView })).toBe(
      'v1&D0=6e28&delta0=0.3',
    );
  });

  it('never fails on text from outside, and always gives allowed values', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { parameters: read, view: settings } = decodeHash(`#v1&${text}`);
        expect(tabIds).toContain(settings.tab);
        for (const entry of explorerTable) expect(read).toHaveProperty([entry.id]);
      }),
    );
  });

  it('keeps the good entries and names the bad ones with what is allowed', () => {
    const { parameters: read, refused } = decodeHash(
      '#v1&delta0=0.3&xi=7&profile=flat&tab=none&what=1&__proto__=1',
    );
    expect(read).toEqual({ ...paperExplorer, delta0: 0.3 });
    expect(refused).toHaveLength(5);
    expect(refused[0]).toContain('xi can be ');
    expect(refused[1]).toContain('smooth, step or uniform');
  });

  it('does not read a version it does not know', () => {
    const { parameters: read, refused } = decodeHash('#v9&delta0=0.3');
    expect(read).toBe(paperExplorer);
    expect(refused).toHaveLength(1);
  });
});
