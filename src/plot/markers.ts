/**
 * Which marker a data set gets. Colour alone must not tell sets apart: in the figures of nuclei the shape says the
 * experiment, in the electron figure it says what was counted, and further tables of the same kind are open.
 */
import type { MeasuredTable, Quantity } from '../measurements/tableTypes';
import { experimentFamily } from './experimentColours';

export const markerShapes = [
  'circle',
  'square',
  'diamond',
  'triangle-up',
  'triangle-down',
  'pentagon',
  'hexagon',
  'star',
  'cross',
] as const;
export type MarkerShape = (typeof markerShapes)[number];

export interface Marker {
  readonly shape: MarkerShape;
  readonly open: boolean;
  readonly dot: boolean;
}

const experimentShapes: Readonly<Record<string, MarkerShape>> = {
  'AMS-02': 'circle',
  PAMELA: 'square',
  ATIC: 'diamond',
  CREAM: 'triangle-up',
  DAMPE: 'triangle-down',
  CALET: 'pentagon',
  KASCADE: 'hexagon',
  'ISS-CREAM': 'star',
  Voyager: 'cross',
};

const quantityShapes: Readonly<Partial<Record<Quantity, MarkerShape>>> = {
  'e- minus e+': 'circle',
  'e-': 'square',
  'e+': 'triangle-up',
  'e- + e+': 'diamond',
};

/** The marker of a table among all tables of its figure, so that it does not change when others are hidden. */
export function markerOf(table: MeasuredTable, all: readonly MeasuredTable[]): Marker {
  const family = experimentFamily(table.experiment);
  const siblings = all.filter(
    (other) => other.quantity === table.quantity && experimentFamily(other.experiment) === family,
  );
  // Tables drawn by default come first and are filled.
  const ordered = [...siblings].sort((a, b) => Number(b.drawByDefault) - Number(a.drawByDefault));
  const rank = Math.max(
    0,
    ordered.findIndex((other) => other.id === table.id),
  );
  const shape = quantityShapes[table.quantity] ?? experimentShapes[family] ?? 'star';
  return { shape, open: rank > 0, dot: rank > 1 };
}

/** Plotly's name of a marker. */
export function plotlySymbol({ shape, open, dot }: Marker): string {
  return `${shape}${open ? '-open' : ''}${dot ? '-dot' : ''}`;
}

function polygon(corners: number, radius: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = turn + (2 * Math.PI * index) / corners;
    return `${(radius * Math.sin(angle)).toFixed(2)},${(-radius * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}

function starPath(radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (Math.PI * index) / 5;
    const length = index % 2 === 0 ? radius * 1.15 : radius * 0.45;
    return `${(length * Math.sin(angle)).toFixed(2)},${(-length * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}

/** Outline of a marker around the origin, for the legend's own drawing. */
export function markerPath(shape: MarkerShape, radius: number): string {
  const r = radius;
  const third = r / 3;
  switch (shape) {
    case 'circle':
      return `M${r},0A${r},${r} 0 1,1 ${-r},0A${r},${r} 0 1,1 ${r},0Z`;
    case 'square':
      return `M${-r},${-r}H${r}V${r}H${-r}Z`;
    case 'diamond':
      return polygon(4, r * 1.25, 0);
    case 'triangle-up':
      return polygon(3, r * 1.2, 0);
    case 'triangle-down':
      return polygon(3, r * 1.2, Math.PI);
    case 'pentagon':
      return polygon(5, r * 1.1, 0);
    case 'hexagon':
      return polygon(6, r * 1.1, Math.PI / 6);
    case 'star':
      return starPath(r);
    case 'cross':
      return `M${-third},${-r}H${third}V${-third}H${r}V${third}H${third}V${r}H${-third}V${third}H${-r}V${-third}H${-third}Z`;
  }
}
