/** Centre lines of the spiral arms, and a short name for each where there is room. */
import type { Data } from 'plotly.js';
import type { ArmCentreLine } from '../../physics/spiralArmTables';
import { sunRadiusKpc } from '../../physics/units';
import type { MapFrame } from './mapFrame';
import type { MapView } from './mapInput';
import { type PlacedText, type Points, rimmedLine } from './mapTraces';

const shortNames: Readonly<Record<string, string>> = {
  'Carina-Sagittarius': 'Carina–Sgr',
  'Crux-Scutum': 'Crux–Sct',
};

export function armTraces(arms: readonly ArmCentreLine[]): Data[] {
  if (arms.length === 0) return [];
  const points: Points = {
    x: arms.flatMap(({ xKpc }) => [...xKpc, null]),
    y: arms.flatMap(({ yKpc }) => [...yKpc, null]),
  };
  return rimmedLine(points, '2px 4px', { name: 'arms' });
}

/** Each arm is named once: in the outer Galaxy, where arms are far apart, or 2 kpc from the Sun. */
export function armNames(frame: MapFrame, view: MapView, arms: readonly ArmCentreLine[]): PlacedText[] {
  const fromBest = (x: number, y: number) =>
    view === 'galaxy' ? Math.abs(Math.hypot(x, y) - 13) : Math.abs(Math.hypot(x - sunRadiusKpc, y) - 2.2);
  return arms.flatMap(({ name, xKpc, yKpc }) => {
    const text = shortNames[name] ?? name;
    const candidates = Array.from(xKpc, (x, i) => ({ x, y: yKpc[i]! }))
      .filter(({ x, y }) => frame.isInside(x, y))
      .sort((a, b) => fromBest(a.x, a.y) - fromBest(b.x, b.y))
      .map(({ x, y }) => frame.toPixel(x, y));
    const at = frame.board.place(text, candidates);
    return at === null ? [] : [{ text, at }];
  });
}
