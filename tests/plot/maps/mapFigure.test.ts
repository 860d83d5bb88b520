/** What the two maps and the profile show. */
import { describe, expect, it } from 'vitest';
import { nearbySources, positionKpc } from '../../../src/physics/nearbySources';
import { colourRange } from '../../../src/plot/maps/colourScale';
import { edgeOnFigure, faceOnFigure, faceOnWindow } from '../../../src/plot/maps/mapFigure';
import type { MapFigure, MapInput, MapView } from '../../../src/plot/maps/mapInput';
import { mapMargins, plotArea } from '../../../src/plot/maps/mapLayout';
import { profileFigure } from '../../../src/plot/maps/profileFigure';
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

function traces({ data }: MapFigure, name?: string): Drawn[] {
  const all = data as unknown as Drawn[];
  return name === undefined ? all : all.filter((trace) => trace.name === name);
}

function labels(figure: MapFigure): string[] {
  return traces(figure)
    .filter(({ mode }) => mode === 'text')
    .flatMap(({ text }) => text ?? []);
}

/** The heat map. */
interface Ground {
  readonly type: string;
  readonly y0: number;
  readonly dy: number;
  readonly z: readonly Float64Array[];
  readonly zmin: number;
  readonly zmax: number;
  readonly showscale: boolean;
  readonly colorbar?: { readonly orientation: string; readonly title: { readonly text: string } };
  readonly customdata: readonly (readonly { readonly text: string }[])[];
}

function ground({ data: [first] }: MapFigure): Ground {
  return first as unknown as Ground;
}

interface Line {
  readonly contours: { readonly start: number; readonly showlabels: boolean };
  readonly line: { readonly width: number; readonly color: string };
}

function lines(figure: MapFigure): Line[] {
  return traces(figure, 'equal density') as unknown as Line[];
}

const faceOn = (change: Partial<MapInput> = {}, view: MapView = 'galaxy', size = wide) =>
  faceOnFigure(mapInput(change), view, size);
const edgeOn = (change: Partial<MapInput> = {}) => edgeOnFigure(mapInput(change), low);

describe('the face-on map', () => {
  it('names its axes with their unit, to the same scale', () => {
    const { xaxis, yaxis } = faceOn().layout;
    expect(xaxis?.title).toMatchObject({ text: '<i>x</i> (kpc), towards the Sun' });
    expect(yaxis?.title).toMatchObject({ text: '<i>y</i> (kpc)' });
    expect(yaxis).toMatchObject({ scaleanchor: 'x', scaleratio: 1, constrain: 'domain' });
  });

  it('shows the whole halo, or 3 kpc about the Sun', () => {
    expect(faceOnWindow(mapInput(), 'galaxy')).toEqual({ x: [-20, 20], y: [-20, 20] });
    expect(faceOnWindow(mapInput(), 'sun')).toEqual({ x: [5.5, 11.5], y: [-3, 3] });
    expect(faceOn({}, 'sun').layout.xaxis?.range).toEqual([5.5, 11.5]);
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
    const figure = faceOn({}, 'sun');
    const [texts] = traces(figure).filter(({ mode }) => mode === 'text');
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
    const { type, z, zmin, zmax } = ground(faceOn({}, 'sun'));
    expect(type).toBe('heatmap');
    expect(z).toHaveLength(120);
    // The Sun stands where four pixels meet.
    expect(z[60]![60]).toBeCloseTo(0, 1);
    expect({ bottom: zmin, top: zmax }).toEqual(colourRange(mapsOf(exponential)));
  });

  it('has no colour outside the halo', () => {
    const { z } = ground(faceOn());
    expect(z[0]![0]).toBeNaN();
    expect(z[60]![60]).not.toBeNaN();
  });

  it('tells under the pointer what is at the middle of a pixel', () => {
    const told = ground(faceOn({}, 'sun')).customdata[60]![0]!.text.split('<br>');
    expect(told[0]).toMatch(/× the density at the Sun$/);
    expect(told[1]).toMatch(/^x 5\.53, y 0\.0[23] kpc; 5\.53 kpc from the centre$/);
    expect(told[2]).toMatch(/interstellar$/);
  });

  it('numbers its lines of equal density, the Sun’s own heavier than the others', () => {
    const all = lines(faceOn());
    expect(all.length).toBeGreaterThan(2);
    const heavy = all.filter(({ line }) => line.width > 1);
    expect(heavy.map(({ contours }) => contours.start)).toEqual([1]);
    expect(all.every(({ contours }) => contours.showlabels)).toBe(true);
    // Numbers take longest: they wait until the hand rests.
    expect(lines(faceOn({ isMoving: true })).some(({ contours }) => contours.showlabels)).toBe(false);
  });

  it('carries the colour bar: at its right, above it on a phone', () => {
    const { showscale, colorbar } = ground(faceOn());
    expect(showscale).toBe(true);
    expect(colorbar?.orientation).toBe('v');
    expect(colorbar?.title.text).toBe('Density relative to the Sun’s');
    expect(ground(faceOn({}, 'galaxy', phone)).colorbar?.orientation).toBe('h');
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
    const { z } = ground(edgeOn());
    for (let j = 0; j < z.length / 2; j += 7) {
      const mirrored = z[z.length - 1 - j]!;
      for (let i = 0; i < z[j]!.length; i += 17) expect(z[j]![i]).toBeCloseTo(mirrored[i]!, 10);
    }
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

  it('has the colours of the face-on map, and no second colour bar', () => {
    const [face, edge] = [ground(faceOn()), ground(edgeOn())];
    expect([edge.zmin, edge.zmax]).toEqual([face.zmin, face.zmax]);
    expect(edge.showscale).toBe(false);
  });

  it('ends at the height of the halo', () => {
    const { y0, dy, z } = ground(edgeOn());
    expect(y0 - dy / 2).toBeCloseTo(-halfThicknessKpc, 12);
    expect(y0 + (z.length - 0.5) * dy).toBeCloseTo(halfThicknessKpc, 12);
  });
});

describe('the profile', () => {
  const input = mapInput();
  const figure = profileFigure(input, low);
  const density = (of: MapFigure) => traces(of, 'density above the Sun')[0]!;

  it('has a mark at each of the solver’s heights, on a logarithmic axis', () => {
    const { x, y } = density(figure);
    expect(x).toEqual([...input.maps.zKpc]);
    y.forEach((value, j) => {
      expect(value).toBeCloseTo(input.maps.profile[j]!, 12);
    });
    expect(figure.layout.yaxis?.type).toBe('log');
  });

  it('tells height, density and flux under the pointer', () => {
    expect(density(figure).text?.[0]).toMatch(
      /× the density at the Sun<br>0\.\d\d kpc above the Sun<br>.*GeV/,
    );
  });

  it('marks the height of the inner halo', () => {
    const [line] = traces(figure, 'inner halo');
    expect(line?.x).toEqual([0.8, 0.8]);
    expect(line?.text?.[0]).toContain('ξL = 0.8 kpc');
    expect(traces(profileFigure({ ...input, innerHaloKpc: null }, low), 'inner halo')).toEqual([]);
  });

  it('leaves out what has no logarithm', () => {
    const maps = { ...input.maps, profile: input.maps.profile.with(30, -1e-7) };
    expect(density(profileFigure({ ...input, maps }, low)).x).toHaveLength(30);
  });
});
