/** What a map says under the pointer: the density there, where it is, the flux, and what stands nearby. */
import type { ArmCentreLine } from '../../physics/spiralArmTables';
import { sunRadiusKpc } from '../../physics/units';
import { scientific } from '../hover';
import type { MapInput } from './mapInput';
import { type LogField, logAt } from './raster';

export function densityText(density: number): string {
  return `${scientific(density)} × the density at the Sun`;
}

/** Interstellar flux where the density is so many times the Sun's; empty if that at the Sun is not known. */
export function fluxText(density: number, fluxAtSun: number | null): string {
  return fluxAtSun === null ? '' : `${scientific(density * fluxAtSun)} GeV⁻¹ m⁻² s⁻¹ sr⁻¹, interstellar`;
}

function coordinate(name: string, value: number): string {
  return `${name} ${value.toFixed(2).replace('-', '−')}`;
}

/** Name of what lies within `reach` (kpc) of a place: a source before Sun and centre, these before an arm. */
function nearby(
  points: readonly NamedPlace[],
  x: number,
  y: number,
  reach: readonly [number, number],
): string[] {
  const distance = (point: NamedPlace) => Math.hypot((point.x - x) / reach[0], (point.y - y) / reach[1]);
  const near = points.filter((point) => distance(point) < 1);
  const [nearest] = near.sort((a, b) => a.rank - b.rank || distance(a) - distance(b));
  return nearest === undefined ? [] : [nearest.name];
}

export interface NamedPlace {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly rank: number;
}

function armPlaces(arms: readonly ArmCentreLine[]): NamedPlace[] {
  return arms.flatMap(({ name, xKpc, yKpc }) =>
    Array.from(xKpc, (x, i) => ({ name: `${name} arm`, x, y: yKpc[i]!, rank: 2 })),
  );
}

const landmarks: readonly NamedPlace[] = [
  { name: 'The Sun', x: sunRadiusKpc, y: 0, rank: 1 },
  { name: 'Galactic centre', x: 0, y: 0, rank: 1 },
];

export interface Readable {
  readonly field: LogField;
  readonly places: readonly NamedPlace[];
  readonly upwards: 'y' | 'z';
  readonly fluxAtSun: number | null;
}

/** The face-on map. */
export function readableFaceOn(input: MapInput, field: LogField): Readable {
  const sources = input.sources.map(({ name, xKpc, yKpc }) => ({ name, x: xKpc, y: yKpc, rank: 0 }));
  const places = [...sources, ...landmarks, ...armPlaces(input.arms)];
  return { field, places, upwards: 'y', fluxAtSun: input.fluxAtSun };
}

/** The edge-on map. */
export function readableEdgeOn(input: MapInput, field: LogField): Readable {
  const sources = input.sources.map(({ name, xKpc, zKpc }) => ({ name, x: xKpc, y: zKpc, rank: 0 }));
  return { field, places: [...sources, ...landmarks], upwards: 'z', fluxAtSun: input.fluxAtSun };
}

/** Lines of text for a place (kpc); `reach` is how near (kpc, along each axis) a mark must be to be named. */
export function readoutLines(
  { field, places, upwards, fluxAtSun }: Readable,
  x: number,
  y: number,
  reach: readonly [number, number],
): string[] {
  const log = logAt(field, x, y);
  if (Number.isNaN(log)) return ['Outside the halo'];
  const radius = upwards === 'y' ? Math.hypot(x, y) : Math.abs(x);
  return [
    ...nearby(places, x, y, reach),
    densityText(10 ** log),
    `${coordinate('x', x)}, ${coordinate(upwards, y)} kpc; ${radius.toFixed(2)} kpc from the ${upwards === 'y' ? 'centre' : 'axis'}`,
    fluxText(10 ** log, fluxAtSun),
  ].filter((line) => line !== '');
}
