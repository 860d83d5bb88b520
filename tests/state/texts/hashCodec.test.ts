import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelKeys } from '../../../src/model/models';
import {
  type ExplorerParameters,
  explorerTable,
  isNumberParameter,
  keptNumber,
} from '../../../src/model/parameters/values';
import { paperExplorer } from '../../../src/model/presets';
import { keptRanges } from '../../../src/plot/axes';
import { abscissaIds, residualIds, scalingIds } from '../../../src/plot/vocabulary';
import { tabIds } from '../../../src/state/lanes';
import { readCatalogue } from '../../../src/state/services/readCatalogue';
import { decodeHash, encodeHash, longestRead } from '../../../src/state/texts/hashCodec';
import { decodePlain } from '../../../src/state/texts/plainHash';
import { agreementRange, mapEnergy } from '../../../src/state/texts/viewText';
import { changedView, panelIds, standardView, topicIds, type ViewSettings } from '../../../src/state/view';

const parameters = fc
  .record(
    Object.fromEntries(
      explorerTable.map((entry) => {
        if (isNumberParameter(entry)) {
          return [
            entry.id,
            fc
              .double({ min: entry.minimum, max: entry.maximum, noNaN: true })
              .map((value) => keptNumber(value) + 0),
          ];
        }
        const values = entry.kind === 'switch' ? ['on', 'off'] : entry.options.map((option) => option.value);
        return [entry.id, fc.constantFrom(...values)];
      }),
    ),
  )
  // The cast: one allowed value for each id of the table, as the lines above make it.
  .map((values) => values as unknown as ExplorerParameters);

const allIds = readCatalogueIds();
function readCatalogueIds(): readonly string[] {
  const read = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
  return read.kind === 'ready' ? read.tables.map((table) => table.id) : [];
}

const exponent = fc.double({ min: -3, max: 8.9, noNaN: true });
const range = fc
  .tuple(exponent, exponent)
  .map(([a, b]) => agreementRange(10 ** Math.min(a, b), 10 ** Math.max(a, b)))
  .filter((pair) => pair !== null);
const decade = fc.double({ min: -30, max: 30, noNaN: true });
const span = fc.double({ min: 0.01, max: 12, noNaN: true });
const zoom = fc.option(
  fc
    .tuple(decade, span, decade, span)
    .map(([x, wide, y, high]) => keptRanges([x, x + wide], [y, y + high]))
    .filter((window) => window !== null),
);
const tables = fc
  .subarray([...allIds])
  .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.boolean()))))
  .map((entries) => Object.fromEntries(entries));

const view: fc.Arbitrary<ViewSettings> = fc.record({
  tab: fc.constantFrom(...tabIds),
  panel: fc.constantFrom(...panelIds),
  topic: fc.constantFrom(...topicIds),
  volume: fc.constantFrom(...modelKeys),
  pin3d: fc.boolean(),
  curve3d: fc.boolean(),
  mapEnergy: fc
    .double({ min: -1, max: 7, noNaN: true })
    .map((decade) => mapEnergy(10 ** decade))
    .filter((energy) => energy !== null),
  scaling: fc.constantFrom(...scalingIds),
  abscissa: fc.constantFrom(...abscissaIds),
  thm: fc.boolean(),
  cm: fc.boolean(),
  interstellar: fc.boolean(),
  analytic: fc.boolean(),
  residuals: fc.constantFrom(...residualIds),
  agreementRange: fc.record({ p: range, 'e-': range }),
  zoom: fc.record({ p: zoom, 'e-': zoom }),
  tables,
});

describe('the address', () => {
  it('reads back what it wrote, whatever the state', () => {
    fc.assert(
      fc.property(parameters, view, (values, settings) => {
        const decoded = decodeHash(`#${encodeHash({ parameters: values, view: settings })}`);
        expect(decoded.refused).toEqual([]);
        expect(decoded.parameters).toEqual(values);
        expect(decoded.view).toEqual(settings);
        // At the start of the page, before who reads the others is there.
        const plain = decodePlain(`#${encodeHash({ parameters: values, view: settings })}`);
        expect(plain).toEqual({ parameters: values, view: settings });
      }),
    );
  });

  it.each(['#v1&xi=7', '#v1&xi=0.2.', '#v1&what=1', '#v1&xi=0.2&xi=0.2', '#v2', '#main', '#v1&amp;xi=0.2'])(
    'is plain only where nothing is to be said or mended: %s',
    (hash) => {
      expect(decodePlain(hash)).toBeNull();
    },
  );

  it('reads back what chat and mail made of it, whatever the state', () => {
    const glue = fc.constantFrom(
      ...'.,;:!?)]}>*_~"`/»”’。，',
      '**',
      '&gt;',
      '%20',
      '?fbclid=a.b',
      '&utm_source=mail',
    );
    const escapes = [
      (text: string) => text,
      (text: string) => text.replaceAll('&', '&amp;'),
      (text: string) => text.replaceAll('&', '&amp;amp;'),
      (text: string) => text.replaceAll('&', '&#38;').replaceAll('=', '&#x3D;'),
      encodeURIComponent,
      (text: string) => encodeURIComponent(encodeURIComponent(text)),
    ];
    fc.assert(
      fc.property(parameters, view, glue, fc.constantFrom(...escapes), (values, settings, end, sent) => {
        const decoded = decodeHash(`#${sent(encodeHash({ parameters: values, view: settings }))}${end}`);
        expect(decoded.refused).toEqual([]);
        expect(decoded.parameters).toEqual(values);
        expect(decoded.view).toEqual(settings);
      }),
    );
  });

  /** Beside what protons and electrons have. */
  const ofNuclei: readonly string[] = ['nucleiInjection', 'abundances', 'crossSections', 'extraPositrons'];
  const breakInDiffusion: readonly string[] = ['breakH', 'rhoH', 'deltaH', 'sH'];
  const isPlain = ({ id, group }: { readonly id: string; readonly group: string }) =>
    !ofNuclei.includes(group) && !breakInDiffusion.includes(id);

  it.each([
    ['2 kB with everything changed that protons and electrons have', isPlain, 2048],
    ['3 kB with everything changed', () => true, 3072],
  ] as const)('stays below %s', (_, isChanged, limit) => {
    fc.assert(
      fc.property(parameters, view, (values, settings) => {
        const everySet = Object.fromEntries(allIds.map((id) => [id, false]));
        const kept = explorerTable.filter((entry) => !isChanged(entry)).map(({ id }) => id);
        // The cast: ids of the explorer table are the keys of its parameter type.
        const plain = Object.fromEntries(
          kept.map((id) => [id, paperExplorer[id as keyof ExplorerParameters]]),
        );
        const hash = encodeHash({
          parameters: { ...values, ...plain },
          view: { ...settings, tables: everySet },
        });
        expect(hash.length).toBeLessThan(limit);
      }),
    );
  });

  it('forgets a zoom when the axes come to mean something else', () => {
    const zoomed = { ...standardView, zoom: { p: keptRanges([1, 2], [3, 4]), 'e-': null } };
    expect(changedView(zoomed, { tab: 'both' }).zoom.p).not.toBeNull();
    expect(changedView(zoomed, { abscissa: 'rigidity' }).zoom.p).toBeNull();
    expect(changedView(zoomed, { scaling: '2' }).zoom.p).toBeNull();
  });

  it('refuses ranges and zooms that are none, with what is allowed', () => {
    const bad = ['fit.p=100,10', 'fit.e=1', 'zoom.p=1,2,3', 'zoom.e=2,1,3,4', 'data=<b>', 'fit.p=1,1e99'];
    const { view: read, refused } = decodeHash(`#v1&${bad.join('&')}`);
    expect(read).toEqual(standardView);
    expect(refused).toHaveLength(bad.length);
    expect(refused[0]).toContain('the smaller first');
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
    const { parameters: read, refused, kind } = decodeHash('#v9&delta0=0.3');
    expect(kind).toBe('unreadable');
    expect(read).toBe(paperExplorer);
    expect(refused).toHaveLength(1);
  });

  it('refuses an address over the limit, and does not cut it: 1234 would become 123', () => {
    const start = '#v1&phi.e=500&';
    const address = `${start}${'&'.repeat(longestRead - start.length - 'phi.p=123'.length)}phi.p=1234`;
    const { parameters: read, refused, kind } = decodeHash(address);
    expect(kind).toBe('unreadable');
    expect(read).toBe(paperExplorer);
    expect(refused).toEqual([expect.stringContaining(`${longestRead + 1} characters`)]);
    expect(decodeHash(address.slice(0, -1)).parameters).toMatchObject({ 'phi.e': 500, 'phi.p': 123 });
  });

  it.each(['.', ')', ',', '>', ';', '*', '"', '?fbclid=abc', '&utm_source=mail', '?from=mail&id=3'])(
    'ignores what stands behind it: %s',
    (end) => {
      const { parameters: read, view: settings, refused } = decodeHash(`#v1&tab=electrons&delta0=0.3${end}`);
      expect(refused).toEqual([]);
      expect(settings.tab).toBe('electrons');
      expect(read.delta0).toBe(0.3);
    },
  );

  it('tells of a value that stands twice which of the two counts', () => {
    const twice = decodeHash('#v1&delta0=0.3&delta0=0.4');
    expect(twice.parameters.delta0).toBe(0.4);
    expect(twice.refused).toEqual([expect.stringMatching(/delta0 .*more than once.*last.*0\.4/)]);
    expect(decodeHash('#v1&delta0=0.3&delta0=7').parameters.delta0).toBe(0.3);
    expect(decodeHash('#v1&delta0=0.3#v1&delta0=0.3').refused).toEqual([]);
  });

  it('tells of a misspelt name what there is, and guesses nothing', () => {
    const { parameters: read, refused } = decodeHash('#v1&Delta0=0.3&detla0=0.3&embed=1');
    expect(read).toEqual(paperExplorer);
    expect(refused[0]).toContain('There is "delta0".');
    expect(refused[1]).toContain('There is "delta0".');
    expect(refused[2]).toContain('in front of the "#"');
  });

  it('leaves out what a program has cut off', () => {
    const { parameters: read, refused } = decodeHash('#v1&xi=0.2&delta0=0.3…');
    expect(read).toEqual({ ...paperExplorer, xi: 0.2 });
    expect(refused).toEqual([expect.stringContaining('breaks off at "delta0=0.3…"')]);
  });

  it.each([
    '#main',
    '#gid=0',
    '#/route',
    '#access_token=a&state=b',
    '#:~:text=halo',
    '#map=5/52.1/13',
    '#!',
    '#38',
  ])('is told from a fragment of others: %s', (fragment) => {
    expect(decodeHash(fragment)).toMatchObject({ kind: 'foreign', refused: [] });
  });

  it('tells of a link that has lost its beginning', () => {
    const lost = decodeHash('#tab=electrons&delta0=0.3');
    expect(lost).toMatchObject({ kind: 'unreadable', parameters: paperExplorer });
    expect(lost.refused).toEqual([expect.stringContaining('"v1"')]);
    expect(decodeHash('#V1&delta0=0.3').parameters.delta0).toBe(0.3);
  });

  it('quotes what it refuses with control characters made visible, and not at length', () => {
    const { refused } = decodeHash(`#v1&xi=%1B[2J${'9'.repeat(500)}&%07=1&what${'x'.repeat(500)}=1`);
    expect(refused[0]).toContain('<U+001B>[2J');
    for (const sentence of refused) {
      expect(sentence.length).toBeLessThan(160);
      expect(sentence).not.toMatch(/\p{Cc}/u);
    }
  });
});
