/**
 * What the catalogue of nearby sources rests on. 'sourced' was read where the sentence says, 'unconfirmed' is what the
 * literature is remembered to say. Where values disagree the measurement is adopted if one was found, and the sentence gives
 * the others. "Kobayashi 2004" is Kobayashi et al., ApJ 601, 340 (arXiv:astro-ph/0308470), whose table of sources could not
 * be read.
 */
import type { NearbySourceId } from './nearbySourceNames';

export interface Provenance {
  readonly status: 'sourced' | 'unconfirmed';
  /** One sentence: what the value rests on, and what others say. */
  readonly basis: string;
  /** Year of the publication the value is from, if known. */
  readonly year: number | null;
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

export const nearbyProvenance: Readonly<
  Record<NearbySourceId, Readonly<Record<'distance' | 'age' | 'direction', Provenance>>>
> = {
  vela: {
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
  monogem: {
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
  geminga: {
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
  cygnusLoop: {
    distance: sourced(
      2021,
      'Gaia EDR3 stars in and behind the remnant, 0.725 ± 0.015 kpc, Fesen et al. 2021, arXiv:2109.05368; Kobayashi 2004 has 0.44 kpc (unconfirmed).',
    ),
    age: sourced(2021, 'About 20 kyr in Fesen et al. 2021, arXiv:2109.05368; estimates begin at 10 kyr.'),
    direction: catalogued('G74.0-8.5'),
  },
  loopI: {
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
  s147: {
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
  hb21: {
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
  g65: {
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
  rcw86: {
    distance: sourced(
      2013,
      'Adopted by Helder et al. 2013, MNRAS 435, 910, whose proper motions rule out less than 1.5 kpc; Kobayashi 2004 has 0.95 kpc (unconfirmed).',
    ),
    age: sourced(null, 'Remnant of the supernova that was seen in China in the year 185.'),
    direction: catalogued('G315.4-2.3'),
  },
  velaJr: {
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
  hb9: {
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
  g114: {
    distance: sourced(
      2004,
      'Kinematics of hydrogen, about 0.7 kpc, Yar-Uyaniker et al. 2004, arXiv:astro-ph/0408386.',
    ),
    age: unconfirmed(null, 'As remembered: not checked.'),
    direction: catalogued('G114.3+0.3'),
  },
  b1055: {
    distance: sourced(
      2010,
      'Reference distance of Mignani et al. 2010, arXiv:1007.2940, who find that it may be nearer; 0.09 to 0.7 kpc are in use.',
    ),
    age: sourced(2010, 'Spin-down age in Mignani et al. 2010, arXiv:1007.2940.'),
    direction: fromJ2000('the pulsar', '164.495, -52.449'),
  },
};
