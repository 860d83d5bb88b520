/**
 * Nearby supernova remnants and pulsars that may be seen one by one in cosmic rays: where they are and how old.
 *
 * Distances are the largest uncertainty. What each value rests on, and what others say, is in nearbyProvenance.ts, apart so
 * that the page need not load it before it is asked for.
 */

import { type NearbySourceId, nearbySourceIds, nearbySourceNames } from './nearbySourceNames';
import { sunRadiusKpc } from './units';

export interface NearbySource {
  readonly id: NearbySourceId;
  readonly name: string;
  readonly kind: 'SNR' | 'PSR' | 'SNR+PSR';
  readonly distanceKpc: number;
  /** Time since the explosion as seen from here, without the travel time of the light; for a pulsar its spin-down age. */
  readonly ageKyr: number;
  /** Galactic longitude and latitude of what is seen now: a remnant's centre, or the pulsar, which has left its birthplace. */
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** Values that are what the literature is remembered to say; the others were read where nearbyProvenance.ts says. */
  readonly unconfirmed: readonly ('distance' | 'age')[];
}

const places: Readonly<Record<NearbySourceId, Omit<NearbySource, 'id' | 'name'>>> = {
  vela: {
    kind: 'SNR+PSR',
    distanceKpc: 0.29,
    ageKyr: 11,
    longitudeDeg: 263.9,
    latitudeDeg: -3.3,
    unconfirmed: [],
  },
  monogem: {
    kind: 'SNR+PSR',
    distanceKpc: 0.288,
    ageKyr: 86,
    longitudeDeg: 201.11,
    latitudeDeg: 8.26,
    unconfirmed: [],
  },
  geminga: {
    kind: 'PSR',
    distanceKpc: 0.25,
    ageKyr: 342,
    longitudeDeg: 195.13,
    latitudeDeg: 4.27,
    unconfirmed: [],
  },
  cygnusLoop: {
    kind: 'SNR',
    distanceKpc: 0.725,
    ageKyr: 20,
    longitudeDeg: 74,
    latitudeDeg: -8.5,
    unconfirmed: [],
  },
  loopI: {
    kind: 'SNR',
    distanceKpc: 0.17,
    ageKyr: 200,
    longitudeDeg: 329,
    latitudeDeg: 17.5,
    unconfirmed: ['age'],
  },
  s147: {
    kind: 'SNR+PSR',
    distanceKpc: 1.33,
    ageKyr: 30,
    longitudeDeg: 180,
    latitudeDeg: -1.7,
    unconfirmed: [],
  },
  hb21: {
    kind: 'SNR',
    distanceKpc: 0.8,
    ageKyr: 19,
    longitudeDeg: 89,
    latitudeDeg: 4.7,
    unconfirmed: [],
  },
  g65: {
    kind: 'SNR',
    distanceKpc: 0.8,
    ageKyr: 20,
    longitudeDeg: 65.3,
    latitudeDeg: 5.7,
    unconfirmed: ['age'],
  },
  rcw86: {
    kind: 'SNR',
    distanceKpc: 2.5,
    ageKyr: 1.8,
    longitudeDeg: 315.4,
    latitudeDeg: -2.3,
    unconfirmed: [],
  },
  velaJr: {
    kind: 'SNR',
    distanceKpc: 0.75,
    ageKyr: 1.7,
    longitudeDeg: 266.2,
    latitudeDeg: -1.2,
    unconfirmed: [],
  },
  hb9: {
    kind: 'SNR',
    distanceKpc: 0.8,
    ageKyr: 6.6,
    longitudeDeg: 160.9,
    latitudeDeg: 2.6,
    unconfirmed: [],
  },
  g114: {
    kind: 'SNR',
    distanceKpc: 0.7,
    ageKyr: 7.7,
    longitudeDeg: 114.3,
    latitudeDeg: 0.3,
    unconfirmed: ['age'],
  },
  b1055: {
    kind: 'PSR',
    distanceKpc: 0.35,
    ageKyr: 535,
    longitudeDeg: 285.98,
    latitudeDeg: 6.65,
    unconfirmed: [],
  },
};

export const nearbySources: readonly NearbySource[] = nearbySourceIds.map((id) => ({
  id,
  name: nearbySourceNames[id],
  ...places[id],
}));

export interface PositionKpc {
  readonly xKpc: number;
  readonly yKpc: number;
  readonly zKpc: number;
}

/**
 * Where a source stands (kpc): the Galactic centre at zero, the Sun at x = +8.5, z towards the northern Galactic pole.
 * Longitude 90 deg, where the Galaxy turns to, is towards -y: the frame of spiralArmTables.ts.
 */
export function positionKpc({
  distanceKpc,
  longitudeDeg,
  latitudeDeg,
}: Pick<NearbySource, 'distanceKpc' | 'longitudeDeg' | 'latitudeDeg'>): PositionKpc {
  const longitude = (longitudeDeg * Math.PI) / 180;
  const latitude = (latitudeDeg * Math.PI) / 180;
  const inPlane = distanceKpc * Math.cos(latitude);
  return {
    xKpc: sunRadiusKpc - inPlane * Math.cos(longitude),
    yKpc: -inPlane * Math.sin(longitude),
    zKpc: distanceKpc * Math.sin(latitude),
  };
}
