/** What the two maps and the profile show. */
import { describe, expect, it } from 'vitest';
import { nearbySources, positionKpc } from '../../../src/physics/nearbySources';
import { colourRange } from '../../../src/plot/maps/colourScale';
import {
  edgeOnMap,
  edgeOnRequest,
  faceOnMap,
  faceOnRequest,
  faceOnWindow,
} from '../../../src/plot/maps/mapFigure';
import type { MapInput, MapParts, MapView } from '../../../src/plot/maps/mapInput';
import { mapMargins, plotArea } from '../../../src/plot/maps/mapLayout';
import { profileMap, profileRange } from '../../../src/plot/maps/profileFigure';
import { arms, exponential, halfThicknessKpc, mapInput, mapsOf } from './syntheticMaps';

const wide = { width: 620, height: 536 };
const low = { width: 560, height: 240 };
const phone = { width: 350, height: 392 };
const allSources = nearbySources.map((source) => ({ name: source.name, ...positionKpc(source) }));

interface Drawn {
  readonly name?: string;
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
  readonly text?: readonly string[];
  readonly mode: string;
  readonly marker?: { readonly symbol: string };
}

function traces(parts: MapParts, name?: string): Drawn[] {
  const all = parts.still().data as unknown as Drawn[];
  return name === undefined ? all : all.filter((trace) => trace.name === name);
}

function labels(parts: MapParts): string[] {
  return traces(parts)
    .filter(({ mode }) => mode === 'text')
    .flatMap(({ text }) => text ?? []);
}

const faceOn = (change: Partial<MapInput> = {}, view: MapView = 'galaxy', size = wide) =>
  faceOnMap(mapInput(change), view, size);
const edgeOn = (change: Partial<MapInput> = {}) => edgeOnMap(mapInput(change), low);

describe('the face-on map', () => {
  it('names its axes with their unit, to the same scale', () => {
    const { xaxis, yaxis } = faceOn().still().layout;
    expect(xaxis?.title).toMatchObject({ text: '<i>x</i> (kpc), towards the Sun' });
    expect(yaxis?.title).toMatchObject({ text: '<i>y</i> (kpc)' });
    expect(yaxis).toMatchObject({ scaleanchor: 'x', scaleratio: 1, constrain: 'domain' });
  });

  it('shows the whole halo, or 3 kpc about the Sun', () => {
    expect(faceOnWindow(mapInput(), 'galaxy')).toEqual({ x: [-20, 20], y: [-20, 20] });
    expect(faceOnWindow(mapInput(), 'sun')).toEqual({ x: [5.5, 11.5], y: [-3, 3] });
    expect(faceOn({}, 'sun').still().layout.xaxis?.range).toEqual([5.5, 11.5]);
  });

  it('marks the Sun by its sign and by name, and the Galactic centre by a cross', () => {
    const sun = traces(faceOn(), 'Sun');
    expect(sun.map(({ marker }) => marker?.symbol)).toEqual(['circle', 'circle-open', 'circle']);
    for (const { x, y } of sun) expect([x, y]).toEqual([[8.5], [0]]);
    expect(traces(faceOn(), 'Galactic centre').map(({ marker }) => marker?.symbol)).toContain('cross-thin');
    expect(labels(faceOn())).toEqual(['Sun', 'Centre']);
    expect(labels(faceOn({}, 'sun'))).not.toContain('Centre');
  });

  it('has arms only when the sources stand in arms, each with a short name', () => {
    expect(traces(faceOn(), 'arms')).toEqual([]);
    const [line] = traces(faceOn({ arms }), 'arms');
    expect(line?.x).toHaveLength(4 * 161);
    for (const name of ['Norma', 'Carina–Sgr', 'Perseus', 'Crux–Sct'])
      expect(labels(faceOn({ arms }))).toContain(name);
  });

  it('marks nearby sources where they stand, and names them in the view about the Sun', () => {
    const geminga = allSources.filter(({ name }) => name === 'Geminga');
    const [marks] = traces(faceOn({ sources: geminga }), 'nearby sources');
    expect(marks?.x[0]).toBeCloseTo(8.74, 2);
    expect(marks?.y[0]).toBeCloseTo(0.065, 2);
    expect(labels(faceOn({ sources: geminga }))).not.toContain('Geminga');
    expect(labels(faceOn({ sources: geminga }, 'sun'))).toContain('Geminga');
  });

  it.each([wide, phone])('finds room for the names of all sources at once (%o)', (size) => {
    const names = labels(faceOn({ sources: allSources, arms }, 'sun', size));
    for (const { name } of allSources) expect(names).toContain(name);
  });

  it('says where the longitudes are: 90 deg, where the Galaxy turns to, is below', () => {
    const parts = faceOn({}, 'sun');
    const [texts] = traces(parts).filter(({ mode }) => mode === 'text');
    const at = (name: string) => {
      const i = texts!.text!.indexOf(`<i>l</i> = ${name}°`);
      return [texts!.x[i]!, texts!.y[i]!] as const;
    };
    expect(at('90')[1]).toBeLessThan(-2.5);
    expect(at('270')[1]).toBeGreaterThan(2.5);
    expect(at('0')[0]).toBeLessThan(6.5);
    expect(at('180')[0]).toBeGreaterThan(10.5);
  });

  it('shows the density at the Sun’s place in the colour of 1', () => {
    const { picture, range } = faceOn({}, 'sun').ground(mapInput());
    const middle = picture!.log[120 * 240 + 120]!;
    expect(middle).toBeCloseTo(0, 2);
    expect(range).toEqual(colourRange(mapsOf(exponential)));
  });

  it('numbers its lines of equal density, the Sun’s own heavier than the others', () => {
    const { numbers, lines } = faceOn().ground(mapInput());
    expect(numbers.map(({ text }) => text)).toContain('1');
    const widths = lines.map(({ width }) => width);
    expect(widths.filter((width) => width > 1)).toHaveLength(1);
  });

  it('carries the colour bar: at its right, above it on a phone', () => {
    const ground = faceOn().ground(mapInput());
    expect(ground.bar?.side).toBe('right');
    expect(ground.bar?.title).toBe('Density relative to the Sun’s');
    expect(ground.bar?.range).toEqual(ground.range);
    expect(faceOn({}, 'galaxy', phone).ground(mapInput()).bar?.side).toBe('top');
  });

  it('leaves a square plot area in its element, beside the colour bar', () => {
    for (const size of [wide, phone]) {
      const area = plotArea('faceOn', size, faceOnWindow(mapInput(), 'galaxy'));
      expect(area.width).toBe(area.height);
      const { l, r } = mapMargins('faceOn', size);
      expect(area.width).toBeGreaterThan(size.width - l - r - 4);
    }
  });
});

describe('the edge-on map', () => {
  it('is mirrored in the plane', () => {
    const { picture } = edgeOn().ground(mapInput());
    const { columns, rows, log } = picture!;
    for (let i = 0; i < columns; i += 17)
      for (let j = 0; j < rows / 2; j += 7)
        expect(log[j * columns + i]).toBeCloseTo(log[(rows - 1 - j) * columns + i]!, 10);
  });

  it('marks the height of the inner halo and of the whole, above and below', () => {
    const [inner] = traces(edgeOn(), 'inner halo');
    expect(inner?.y).toEqual([0.8, 0.8, null, -0.8, -0.8]);
    expect(traces(edgeOn(), 'outer halo')[0]?.y).toEqual([5, 5, null, -5, -5]);
    expect(labels(edgeOn())).toEqual(expect.arrayContaining(['ξL = 0.8 kpc', 'L = 5 kpc', 'Sun']));
  });

  it('has one height where there is one halo', () => {
    const conventional = edgeOn({ innerHaloKpc: null });
    expect(traces(conventional, 'inner halo')).toEqual([]);
    expect(labels(conventional)).not.toContain('ξL = 0.8 kpc');
  });

  it('has the colours of the face-on map', () => {
    const input = mapInput();
    expect(edgeOn().ground(input).range).toEqual(faceOn().ground(input).range);
    expect(edgeOn().ground(input).bar).toBeNull();
  });

  it('ends at the height of the halo', () => {
    expect(edgeOn().ground(mapInput()).picture?.window.y).toEqual([-halfThicknessKpc, halfThicknessKpc]);
  });
});

describe('the profile', () => {
  const input = mapInput();
  const parts = profileMap(input, profileRange(input.maps), low);

  it('has a mark at each of the solver’s heights, on a logarithmic axis', () => {
    const { points } = parts.ground(input);
    expect(points).toHaveLength(input.maps.zKpc.length);
    const { x, y } = parts.frame.toKpc(points[9]!.at);
    expect(x).toBeCloseTo(input.maps.zKpc[9]!, 10);
    expect(10 ** y).toBeCloseTo(input.maps.profile[9]!, 10);
    expect(parts.still().layout.yaxis?.type).toBe('log');
  });

  it('marks the height of the inner halo', () => {
    const [line] = traces(parts, 'inner halo');
    expect(line?.x).toEqual([0.8, 0.8]);
    expect(line?.text?.[0]).toContain('ξL = 0.8 kpc');
    const one = { ...input, innerHaloKpc: null };
    expect(traces(profileMap(one, profileRange(one.maps), low), 'inner halo')).toEqual([]);
  });

  it('leaves out what has no logarithm', () => {
    const maps = { ...input.maps, profile: input.maps.profile.with(30, -1e-7) };
    expect(parts.ground({ maps }).points).toHaveLength(30);
  });
});

describe('a map', () => {
  it('is built fresh each time', () => {
    const parts = faceOn({ arms });
    expect(parts.still()).toEqual(parts.still());
    expect(parts.still().layout.xaxis).not.toBe(parts.still().layout.xaxis);
  });

  it('stands still while the energy alone changes', () => {
    const now = mapInput({ arms });
    const later = mapInput({ arms, maps: mapsOf((x, y, z) => exponential(x, y, z) ** 2) });
    expect(faceOnRequest(later, 'galaxy', wide).key).toBe(faceOnRequest(now, 'galaxy', wide).key);
    expect(edgeOnRequest(later, low).key).toBe(edgeOnRequest(now, low).key);
    const others: [MapInput, MapView, typeof wide][] = [
      [now, 'sun', wide],
      [now, 'galaxy', phone],
      [{ ...now, theme: 'dark' }, 'galaxy', wide],
      [{ ...now, arms: [] }, 'galaxy', wide],
      [{ ...now, sources: allSources }, 'galaxy', wide],
      [{ ...now, innerHaloKpc: 1 }, 'galaxy', wide],
    ];
    const keys = others.map((other) => faceOnRequest(...other).key);
    expect(new Set([...keys, faceOnRequest(now, 'galaxy', wide).key]).size).toBe(others.length + 1);
  });
});
