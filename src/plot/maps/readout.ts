/** What a map says under the pointer: what stands there, the density, where it is, the flux. */
import { sunRadiusKpc } from '../../physics/units';
import { scientific } from '../hover';
import { cutField, logAt, planeField } from './field';
import type { MapInput } from './mapInput';
import type { MapKind } from './mapLayout';

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

interface NamedPlace {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Sources before Sun and centre, these before arms. */
  readonly rank: number;
}

const landmarks: readonly NamedPlace[] = [
  { name: 'The Sun', x: sunRadiusKpc, y: 0, rank: 1 },
  { name: 'Galactic centre', x: 0, y: 0, rank: 1 },
];

function namedPlaces(kind: 'faceOn' | 'edgeOn', { sources, arms }: MapInput): NamedPlace[] {
  const isFaceOn = kind === 'faceOn';
  return [
    ...sources.map(({ name, xKpc, yKpc, zKpc }) => ({ name, x: xKpc, y: isFaceOn ? yKpc : zKpc, rank: 0 })),
    ...landmarks,
    ...(isFaceOn ? arms : []).flatMap(({ name, xKpc, yKpc }) =>
      Array.from(xKpc, (x, i) => ({ name: `${name} arm`, x, y: yKpc[i]!, rank: 2 })),
    ),
  ];
}

function nameAt(
  places: readonly NamedPlace[],
  x: number,
  y: number,
  reach: readonly [number, number],
): string[] {
  const distance = (place: NamedPlace) => Math.hypot((place.x - x) / reach[0], (place.y - y) / reach[1]);
  const near = places.filter((place) => distance(place) < 1);
  const [nearest] = near.sort((a, b) => a.rank - b.rank || distance(a) - distance(b));
  return nearest === undefined ? [] : [nearest.name];
}

/**
 * Lines of text for a place: x and y (kpc) of the face-on map, x and z of the edge-on one, z alone of the profile.
 * `reach` is how near (kpc, along each axis) a mark must be for its name.
 */
export function readoutLines(
  kind: MapKind,
  input: MapInput,
  x: number,
  y: number,
  reach: readonly [number, number],
): string[] {
  const { maps, halfThicknessKpc, fluxAtSun } = input;
  const log =
    kind === 'faceOn'
      ? logAt(planeField(maps), x, y)
      : logAt(
          cutField(maps, halfThicknessKpc),
          kind === 'profile' ? sunRadiusKpc : x,
          kind === 'profile' ? x : y,
        );
  if (Number.isNaN(log)) return ['Outside the halo'];
  const where: Record<MapKind, () => string> = {
    faceOn: () =>
      `${coordinate('x', x)}, ${coordinate('y', y)} kpc; ${Math.hypot(x, y).toFixed(2)} kpc from the centre`,
    edgeOn: () =>
      `${coordinate('x', x)}, ${coordinate('z', y)} kpc; ${Math.abs(x).toFixed(2)} kpc from the axis`,
    profile: () => `${x.toFixed(2)} kpc above the Sun`,
  };
  return [
    ...(kind === 'profile' ? [] : nameAt(namedPlaces(kind, input), x, y, reach)),
    densityText(10 ** log),
    where[kind](),
    fluxText(10 ** log, fluxAtSun),
  ].filter((line) => line !== '');
}
