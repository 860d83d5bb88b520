/** What colours say about densities. */
import { describe, expect, it } from 'vitest';
import {
  colourRange,
  colourScale,
  inkOn,
  ladder,
  plainDensity,
  scaleTicks,
} from '../../../src/plot/maps/colourScale';
import { palettes } from '../../../src/plot/palette';
import { exponential, mapsOf } from './syntheticMaps';

/** Relative luminance as WCAG 2 defines it. */
function luminance(red: number, green: number, blue: number): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function channels(colour: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
}

/** The scale at a share of it, between its colours as Plotly takes it. */
function colourAt(share: number): [number, number, number] {
  const above = Math.max(
    1,
    colourScale.findIndex(([at]) => at >= share),
  );
  const [[from, low], [to, high]] = [colourScale[above - 1]!, colourScale[above]!];
  const part = (share - from) / (to - from);
  return channels(low).map((value, i) => value + part * (channels(high)[i]! - value)) as [
    number,
    number,
    number,
  ];
}

const shares = Array.from({ length: 101 }, (_, i) => i / 100);

function contrast(one: [number, number, number], other: [number, number, number]): number {
  const [low, high] = [luminance(...one), luminance(...other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

describe('the colour scale', () => {
  it('gets lighter with every step, so that order survives without colour', () => {
    const lightness = shares.map((share) => luminance(...colourAt(share)));
    for (let i = 3; i < shares.length; i += 3) expect(lightness[i]).toBeGreaterThan(lightness[i - 3]!);
  });

  it('is nowhere near the red and black of the models', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const model of [palettes[theme].thm, palettes[theme].cm]) {
        for (const share of shares) {
          const colour = colourAt(share);
          const distance = Math.hypot(...channels(model).map((channel, i) => channel - colour[i]!));
          expect(distance).toBeGreaterThan(60);
        }
      }
    }
  });

  it('has lines and numbers of at least 4.5:1 on every colour', () => {
    for (const share of shares) {
      const ink = inkOn(share, { bottom: 0, top: 1 });
      expect(contrast(channels(ink), colourAt(share))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('its range', () => {
  it('holds the brightest density and ends at round numbers', () => {
    const maps = mapsOf(exponential);
    const { bottom, top } = colourRange(maps);
    const brightest = Math.log10(Math.max(...maps.plane));
    expect(top).toBeGreaterThanOrEqual(brightest);
    expect(top - brightest).toBeLessThan(0.4);
    expect([1, 2, 5, 10]).toContain(Number((10 ** (top - Math.floor(top))).toPrecision(3)));
    expect([1, 3]).toContain(Number((10 ** (bottom - Math.floor(bottom))).toPrecision(3)));
  });

  it('spans four decades at most, and two at least', () => {
    const steep = colourRange(mapsOf((x, y, z) => Math.exp(-Math.hypot(x - 8.5, y, z))));
    expect(steep.top - steep.bottom).toBeLessThanOrEqual(4);
    expect(steep.top - steep.bottom).toBeGreaterThan(3.4);
    const flat = colourRange(mapsOf(() => 1));
    expect(flat.top - flat.bottom).toBeGreaterThanOrEqual(2);
  });

  it('does not follow the last few cells before particles escape', () => {
    const { bottom } = colourRange(mapsOf(exponential));
    const dark = colourRange(
      mapsOf((x, y, z) => (Math.hypot(x, y) > 19.5 ? 1e-12 : 1) * exponential(x, y, z)),
    );
    expect(dark.bottom).toBe(bottom);
  });

  it('is that of both maps: a bright spot in the cut alone moves it', () => {
    const maps = mapsOf(exponential);
    const cut = maps.cut.slice();
    cut[500] = 800;
    expect(colourRange({ ...maps, cut }).top).toBe(3);
  });

  it('is not upset by what rounding leaves below zero', () => {
    const maps = mapsOf(exponential);
    const plane = maps.plane.slice();
    plane[100] = -1e-4;
    expect(colourRange({ ...maps, plane })).toEqual(colourRange(maps));
  });
});

describe('its numbers', () => {
  it('are plain: 0.003, 0.1, 3, 10', () => {
    const range = { bottom: Math.log10(0.003), top: 1 };
    expect(ladder(range).map(plainDensity)).toEqual(['0.003', '0.01', '0.03', '0.1', '0.3', '1', '3', '10']);
    expect(plainDensity(Math.log10(300))).toBe('300');
    expect(plainDensity(Math.log10(0.15))).toBe('0.15');
  });

  it('say that the lowest colour stands for less as well, and name the top', () => {
    const { tickvals, ticktext } = scaleTicks({ bottom: -2, top: Math.log10(5) });
    expect(ticktext).toEqual(['≤ 0.01', '0.03', '0.1', '0.3', '1', '3', '5']);
    expect(tickvals).toHaveLength(ticktext.length);
  });
});
