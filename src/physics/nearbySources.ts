/**
 * Nearby supernova remnants and pulsars that may be seen one by one in cosmic rays: where they are and how old.
 *
 * Distances are the largest uncertainty. Each value says what it rests on: 'sourced' was read where the sentence says,
 * 'unconfirmed' is what the literature is remembered to say. Where values disagree the measurement is adopted if one was
 * found, and the sentence gives the others. "Kobayashi 2004" is Kobayashi et al., ApJ 601, 340 (arXiv:astro-ph/0308470),
 * whose table of sources could not be read.
 */

import { sunRadiusKpc } from './units';

export interface Provenance {
  readonly status: 'sourced' | 'unconfirmed';
  /** One sentence: what the value rests on, and what others say. */
  readonly basis: string;
  /** Year of the publication the value is from, if known. */
  readonly year: number | null;
}

export interface NearbySource {
  readonly id: string;
  readonly name: string;
  readonly kind: 'SNR' | 'PSR' | 'SNR+PSR';
  readonly distanceKpc: number;
  /** Time since the explosion as seen from here, without the travel time of the light; for a pulsar its spin-down age. */
  readonly ageKyr: number;
  /** Galactic longitude and latitude of what is seen now: a remnant's centre, or the pulsar, which has left its birthplace. */
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly distance: Provenance;
  readonly age: Provenance;
  readonly direction: Provenance;
}

function sourced(year: number | null, basis: string): Provenance {
  return { status: 'sourced', basis, year };
}

function unconfirmed(year: number | null, basis: string): Provenance {
  return { status: 'unconfirmed', basis, year };
}

/** A remnant's catalogue name is its direction, to a tenth of a degree. */
function catalogued(name: string): Provenance {
  return sourced(null, `Centre in the catalogue of remnants by Green, whose name for it is ${name}.`);
}

/** A pulsar's direction, turned to Galactic coordinates from right ascension and declination (tests/physics does it again). */
function fromJ2000(what: string, rightAscensionAndDeclinationDeg: string): Provenance {
  const place = `right ascension and declination ${rightAscensionAndDeclinationDeg} deg (J2000)`;
  return sourced(null, `From ${place} of ${what} in the ATNF pulsar catalogue, as copied in public code.`);
}

export const nearbySources = [
  {
    id: 'vela',
    name: 'Vela',
    kind: 'SNR+PSR',
    distanceKpc: 0.29,
    ageKyr: 11,
    longitudeDeg: 263.9,
    latitudeDeg: -3.3,
    distance: sourced(
      2001,
      'HST parallax of the pulsar, 0.294 (+0.076, -0.050) kpc, Caraveo et al. 2001, arXiv:astro-ph/0107282.',
    ),
    age: sourced(
      null,
      'GALPROP_Local galdef; the spin-down age is remembered as 11.3 kyr, and 11 to 12.3 kyr are quoted.',
    ),
    direction: catalogued('G263.9-3.3'),
  },
  {
    id: 'monogem',
    name: 'Monogem Ring',
    kind: 'SNR+PSR',
    distanceKpc: 0.288,
    ageKyr: 86,
    longitudeDeg: 201.11,
    latitudeDeg: 8.26,
    distance: sourced(
      2003,
      'VLBA parallax of PSR B0656+14, Brisken et al. 2003 as quoted in arXiv:2406.13426.',
    ),
    age: sourced(
      1996,
      'X-ray model of the ring at 0.3 kpc, Plucinsky et al. 1996 as quoted in arXiv:astro-ph/0306462, and GALPROP_Local galdef; the pulsar spins down in 110 kyr.',
    ),
    direction: fromJ2000('PSR B0656+14', '104.951, +14.239'),
  },
  {
    id: 'geminga',
    name: 'Geminga',
    kind: 'PSR',
    distanceKpc: 0.25,
    ageKyr: 342,
    longitudeDeg: 195.13,
    latitudeDeg: 4.27,
    distance: sourced(
      null,
      'HST parallax of 4.0 ± 1.3 mas, 0.25 (+0.12, -0.06) kpc, as quoted by encyclopaedias; an earlier parallax gave 0.157 kpc, and up to 0.4 kpc is in use.',
    ),
    age: sourced(
      null,
      'Spin-down age as quoted by encyclopaedias; 340 kyr in GALPROP_Local galdef and at phas.ubc.ca/~heyl/ns2005/abs44.html.',
    ),
    direction: fromJ2000('the pulsar', '98.476, +17.770'),
  },
  {
    id: 'cygnusLoop',
    name: 'Cygnus Loop',
    kind: 'SNR',
    distanceKpc: 0.725,
    ageKyr: 20,
    longitudeDeg: 74,
    latitudeDeg: -8.5,
    distance: sourced(
      2021,
      'Gaia EDR3 stars in and behind the remnant, 0.725 ± 0.015 kpc, Fesen et al. 2021, arXiv:2109.05368; Kobayashi 2004 has 0.44 kpc (unconfirmed).',
    ),
    age: sourced(2021, 'About 20 kyr in Fesen et al. 2021, arXiv:2109.05368; estimates begin at 10 kyr.'),
    direction: catalogued('G74.0-8.5'),
  },
  {
    id: 'loopI',
    name: 'Loop I',
    kind: 'SNR',
    distanceKpc: 0.17,
    ageKyr: 200,
    longitudeDeg: 329,
    latitudeDeg: 17.5,
    distance: sourced(
      1995,
      'Distance of the Sco-Cen association, whose winds and supernovae may have made it, mpe.mpg.de/xray/wave/rosat/publications/highlights/loop_I.php; arXiv:2203.01312 leaves open that it lies at the Galactic centre.',
    ),
    age: unconfirmed(2004, 'Kobayashi 2004, as remembered: not checked.'),
    direction: sourced(
      1971,
      'Centre of the circle on the sky, Berkhuijsen, Haslam & Salter 1971 as quoted in outline_galacticarm (IDL) by S. Leach: one of 58 deg in radius.',
    ),
  },
  {
    id: 's147',
    name: 'S147',
    kind: 'SNR+PSR',
    distanceKpc: 1.33,
    ageKyr: 30,
    longitudeDeg: 180,
    latitudeDeg: -1.7,
    distance: sourced(
      2015,
      'Star that was the companion, 1.333 (+0.103, -0.112) kpc, Dinçel et al. 2015, arXiv:1501.07220; 0.8 to 1.47 kpc are in use.',
    ),
    age: sourced(
      2015,
      'Time since companion and pulsar parted, 30 ± 4 kyr, Dinçel et al. 2015, arXiv:1501.07220; Kobayashi 2004 has 4.6 kyr (unconfirmed).',
    ),
    direction: catalogued('G180.0-1.7'),
  },
  {
    id: 'hb21',
    name: 'HB 21',
    kind: 'SNR',
    distanceKpc: 0.8,
    ageKyr: 19,
    longitudeDeg: 89,
    latitudeDeg: 4.7,
    distance: sourced(
      1990,
      'Tatematsu et al. 1990 as quoted in A&A 546, A21 (2012); others put it at 1.7 or 2.3 kpc.',
    ),
    age: sourced(
      1996,
      'Leahy & Aschenbach 1996 as quoted in A&A 546, A21 (2012); 5 to 16 kyr are quoted too.',
    ),
    direction: catalogued('G89.0+4.7'),
  },
  {
    id: 'g65',
    name: 'G65.3+5.7',
    kind: 'SNR',
    distanceKpc: 0.8,
    ageKyr: 20,
    longitudeDeg: 65.3,
    latitudeDeg: 5.7,
    distance: sourced(
      null,
      'About 2600 light-years in an encyclopaedia text, skymonsters.net/immagine.php?img=G65_2_5_7.jpg.',
    ),
    age: unconfirmed(
      2004,
      'Kobayashi 2004, as remembered: not checked; 28 kyr from X-rays and 300 kyr from its expansion are quoted.',
    ),
    direction: catalogued('G65.3+5.7'),
  },
  {
    id: 'rcw86',
    name: 'RCW 86 (SN 185)',
    kind: 'SNR',
    distanceKpc: 2.5,
    ageKyr: 1.8,
    longitudeDeg: 315.4,
    latitudeDeg: -2.3,
    distance: sourced(
      2013,
      'Adopted by Helder et al. 2013, MNRAS 435, 910, whose proper motions rule out less than 1.5 kpc; Kobayashi 2004 has 0.95 kpc (unconfirmed).',
    ),
    age: sourced(null, 'Remnant of the supernova that was seen in China in the year 185.'),
    direction: catalogued('G315.4-2.3'),
  },
  {
    id: 'velaJr',
    name: 'Vela Jr',
    kind: 'SNR',
    distanceKpc: 0.75,
    ageKyr: 1.7,
    longitudeDeg: 266.2,
    latitudeDeg: -1.2,
    distance: sourced(
      2008,
      'X-ray expansion and a shock of 3000 km/s, Katsuda et al. 2008, arXiv:0803.3266; 0.5 to 1 kpc in Allen et al. 2015, ApJ 798, 82.',
    ),
    age: sourced(
      2008,
      'Lower end of 1.7 to 4.3 kyr, Katsuda et al. 2008, arXiv:0803.3266; Allen et al. 2015 find 2.4 to 5.1 kyr.',
    ),
    direction: catalogued('G266.2-1.2'),
  },
  {
    id: 'hb9',
    name: 'HB 9',
    kind: 'SNR',
    distanceKpc: 0.8,
    ageKyr: 6.6,
    longitudeDeg: 160.9,
    latitudeDeg: 2.6,
    distance: sourced(
      2006,
      'Kinematics of hydrogen, 0.8 ± 0.4 kpc, Leahy & Tian 2006, arXiv:astro-ph/0606598; 0.54 to 0.6 kpc are in use.',
    ),
    age: sourced(
      2006,
      'Sedov age, Leahy & Tian 2006, arXiv:astro-ph/0606598; 4 to 7 kyr with evaporating clouds.',
    ),
    direction: catalogued('G160.9+2.6'),
  },
  {
    id: 'g114',
    name: 'G114.3+0.3',
    kind: 'SNR',
    distanceKpc: 0.7,
    ageKyr: 7.7,
    longitudeDeg: 114.3,
    latitudeDeg: 0.3,
    distance: sourced(
      2004,
      'Kinematics of hydrogen, about 0.7 kpc, Yar-Uyaniker et al. 2004, arXiv:astro-ph/0408386.',
    ),
    age: unconfirmed(null, 'As remembered: not checked.'),
    direction: catalogued('G114.3+0.3'),
  },
  {
    id: 'b1055',
    name: 'PSR B1055−52',
    kind: 'PSR',
    distanceKpc: 0.35,
    ageKyr: 535,
    longitudeDeg: 285.98,
    latitudeDeg: 6.65,
    distance: sourced(
      2010,
      'Reference distance of Mignani et al. 2010, arXiv:1007.2940, who find that it may be nearer; 0.09 to 0.7 kpc are in use.',
    ),
    age: sourced(2010, 'Spin-down age in Mignani et al. 2010, arXiv:1007.2940.'),
    direction: fromJ2000('the pulsar', '164.495, -52.449'),
  },
] as const satisfies readonly NearbySource[];

export type NearbySourceId = (typeof nearbySources)[number]['id'];

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
