/**
 * Cross sections of antiprotons made by protons and helium on hydrogen and helium, with the antineutrons and antihyperons that
 * become antiprotons.
 *
 * Invariant cross section of Winkler 2017 (JCAP 02, 048) and its refit by Korsmeier, Donato & Di Mauro 2018 (PRD 97, 103019,
 * parametrisation II); helium from the overlap of what projectile and target make (NA49). All momenta are per nucleon.
 */
import { unitNodes } from './quadrature';
import { protonMassGeV } from './units';

export const antiprotonProductionIds = ['winkler17', 'korsmeier18'] as const;
export type AntiprotonProductionId = (typeof antiprotonProductionIds)[number];

export type Projectile = 'p' | 'He4';

interface Production {
  /** C5 to C10 of the invariant cross section. */
  readonly height: number;
  readonly steepness: number;
  readonly transverseScaleGeV: number;
  readonly transverseTail: number;
  readonly lowHeight: number;
  readonly lowTilt: number;
  /** Power of (10 GeV - sqrt s) in the tilt. */
  readonly lowPower: 1 | 2;
  /** D1 and D2: powers of the mass numbers. */
  readonly ofBoth: number;
  readonly ofOne: number;
  /** Whether neutrons of a nucleus make more antiprotons than its protons. */
  readonly neutronsMakeMore: boolean;
}

/**
 * With `lowPower` 2 the integral of Winkler's form is his own table within 1 to 3 % between 15 and 60 GeV; with 1, 6 to 40 % less. For
 * Korsmeier et al. 1 is as CRXS has it. Above a projectile of 50 GeV it makes no difference.
 */
const productions: Record<AntiprotonProductionId, Production> = {
  winkler17: {
    height: 0.047,
    steepness: 7.76,
    transverseScaleGeV: 0.168,
    transverseTail: 0.038,
    lowHeight: 1e-3,
    lowTilt: 0.7,
    lowPower: 2,
    ofBoth: 0.839,
    ofOne: 0.161,
    neutronsMakeMore: false,
  },
  korsmeier18: {
    height: 0.0501767,
    steepness: 7.79045,
    transverseScaleGeV: 0.164809,
    transverseTail: 0.038,
    lowHeight: 4.7437e-4,
    lowTilt: 3.7048,
    lowPower: 1,
    ofBoth: 0.828,
    ofOne: 0.145,
    neutronsMakeMore: true,
  },
};

/** Kinetic energy of the projectile at which s = 16 m^2: three nucleons and an antiproton at rest. */
const thresholdGeV = 6 * protonMassGeV;

/** Overlap of NA49: the part of what is made at x_F that the projectile makes, in steps of 0.025 from x_F = -0.25. */
const overlapStep = 0.025;
const overlapSteps = [
  0, 0.0003, 0.0008, 0.0027, 0.01, 0.035, 0.11, 0.197, 0.295, 0.4, 0.5, 0.6, 0.705, 0.803, 0.89, 0.965, 0.99,
  0.9973, 0.9992, 0.9997, 1,
];

function projectileShare(feynmanX: number): number {
  const step = (feynmanX + 0.25) / overlapStep;
  if (step <= 0) return 0;
  const i = Math.floor(step);
  if (i >= overlapSteps.length - 1) return 1;
  return overlapSteps[i]! + (step - i) * (overlapSteps[i + 1]! - overlapSteps[i]!);
}

/** What hyperons add to each of antiproton and antineutron, and by how much antineutrons are more (Winkler 2017); s in GeV^2. */
const hyperonShare = (s: number) => 0.81 * (0.31 + 0.3 / (1 + (21316 / s) ** 0.9));
const isospinExcess = (s: number) => 0.114 / (1 + (s / 20736) ** 0.51);

/** All that depends on the projectile's energy only. */
interface Collision {
  readonly rootS: number;
  /** Lorentz factor and velocity of the centre of mass. */
  readonly gamma: number;
  readonly beta: number;
  /** Largest energy of an antiproton in the centre of mass, GeV. */
  readonly largestGeV: number;
  /** C8 ln^2(sqrt s / 4m): the tail in transverse mass. */
  readonly tail: number;
  /** Height of the invariant cross section with hyperons and antineutrons, mb/GeV^2. */
  readonly heightMb: number;
  readonly isospin: number;
}

function collision(production: Production, projectileGeV: number): Collision {
  const s = 2 * protonMassGeV * (projectileGeV + 2 * protonMassGeV);
  const rootS = Math.sqrt(s);
  const gamma = rootS / (2 * protonMassGeV);
  const logRootS = Math.log(rootS);
  const inelasticMb = 30.9 - 1.74 * logRootS + 0.71 * logRootS * logRootS;
  const isospin = isospinExcess(s);
  return {
    rootS,
    gamma,
    beta: Math.sqrt(1 - 1 / (gamma * gamma)),
    largestGeV: (s - 8 * protonMassGeV ** 2) / (2 * rootS),
    tail: production.transverseTail * Math.log(rootS / (4 * protonMassGeV)) ** 2,
    heightMb: inelasticMb * production.height * (2 + 2 * hyperonShare(s) + isospin),
    isospin,
  };
}

/** Correction below sqrt s = 10 GeV at a share x_R of the largest energy. */
function lowEnergyFactor(production: Production, { rootS, largestGeV }: Collision, share: number): number {
  const below = 10 - rootS;
  if (below <= 0) return 1;
  const tilt = production.lowTilt * below ** production.lowPower * (share - protonMassGeV / largestGeV) ** 2;
  return (1 + production.lowHeight * below ** 5) * Math.exp(tilt);
}

/** An antiproton of a momentum in the laboratory, as a collision sees it. */
interface Made {
  readonly momentumGeV: number;
  /** Least energy in the centre of mass: forwards. */
  readonly leastGeV: number;
  /** Largest 1 - cos(theta) that energy allows; negative where there is none. */
  readonly widest: number;
}

function made({ gamma, beta, largestGeV }: Collision, antiprotonGeV: number): Made {
  const energyGeV = antiprotonGeV + protonMassGeV;
  const momentumGeV = Math.sqrt(antiprotonGeV * (antiprotonGeV + 2 * protonMassGeV));
  // gamma (E - beta p) without a difference of large numbers.
  const leastGeV =
    (gamma * protonMassGeV ** 2) / (energyGeV + momentumGeV) + momentumGeV / (gamma * (1 + beta));
  return {
    momentumGeV,
    leastGeV,
    widest: Math.min((largestGeV - leastGeV) / (beta * gamma * momentumGeV), 2),
  };
}

/** Transverse masses beyond which the invariant cross section is less than this of its height are not integrated. */
const negligible = 1e-7;

/** 1 - cos(theta) as a share of its largest value: fourth powers, because all happens near zero at high energies. 1e-6 with 32. */
const angles = unitNodes(4).map(({ place, weight }) => ({
  share: place ** 4,
  weight: 4 * place ** 3 * weight,
}));

/** d sigma/dT in mb/GeV of each pair of projectile and target. */
interface PairCrossSections {
  readonly onHydrogen: Record<Projectile, number>;
  readonly onHelium: Record<Projectile, number>;
}

/** From the two integrals over angles: all that is made, and what the projectile makes of it. */
function ofPairs(production: Production, isospin: number, all: number, forward: number): PairCrossSections {
  const neutrons = production.neutronsMakeMore ? isospin / 2 : 0;
  const helium = 4 ** production.ofOne * (1 + neutrons);
  const [one, both] = [4 ** production.ofBoth, 16 ** production.ofBoth];
  return {
    onHydrogen: { p: all, He4: one * (helium * forward + all - forward) },
    onHelium: { p: one * (forward + helium * (all - forward)), He4: both * helium * all },
  };
}

/**
 * d sigma/dT in mb/GeV of antiprotons of kinetic energy `antiprotonGeV`, by the formula: 2 pi p times the integral of the
 * invariant cross section over cos(theta). `projectileGeV` is per nucleon.
 */
export function antiprotonCrossSections(
  id: AntiprotonProductionId,
  projectileGeV: number,
  antiprotonGeV: number,
): PairCrossSections {
  const production = productions[id];
  const at = collision(production, projectileGeV);
  const { momentumGeV, leastGeV, widest } = made(at, antiprotonGeV);
  const boost = at.beta * at.gamma * momentumGeV;
  const fall = 1 / (production.transverseScaleGeV * at.tail);

  const heaviest = (negligible ** (-1 / fall) - 1) / at.tail;
  const sineSquared = (heaviest * (heaviest + 2 * protonMassGeV)) / momentumGeV ** 2;
  const narrow = sineSquared < 1 ? sineSquared / (1 + Math.sqrt(1 - sineSquared)) : 2;
  const range = Math.min(widest, narrow);
  if (!(range > 0) || projectileGeV <= thresholdGeV) return ofPairs(production, 0, 0, 0);

  let all = 0;
  let forward = 0;
  for (const { share, weight } of angles) {
    const turned = range * share;
    const energyShare = (leastGeV + boost * turned) / at.largestGeV;
    const transverse = momentumGeV ** 2 * turned * (2 - turned);
    const heavier = transverse / (Math.sqrt(protonMassGeV ** 2 + transverse) + protonMassGeV);
    const value =
      weight *
      lowEnergyFactor(production, at, energyShare) *
      (1 - energyShare) ** production.steepness *
      (1 + at.tail * heavier) ** -fall;
    const longitudinal = at.gamma * (momentumGeV * (1 - turned) - at.beta * (antiprotonGeV + protonMassGeV));
    all += value;
    forward += value * projectileShare((2 * longitudinal) / at.rootS);
  }
  const scale = 2 * Math.PI * momentumGeV * at.heightMb * range;
  return ofPairs(production, at.isospin, scale * all, scale * forward);
}

/**
 * gamma^2 of the centre of mass at which an antiproton can just be made, forwards: where gamma (E - beta p) is the largest energy that
 * antiprotons have there. With w = 1 / gamma^2 that is 4 m^2 w^2 + (6 m T + T^2) w - 2 m T = 0.
 */
export function leastGammaSquared(antiprotonGeV: number): number {
  const linear = antiprotonGeV * (antiprotonGeV + 6 * protonMassGeV);
  return (
    (linear + Math.sqrt(linear ** 2 + 32 * protonMassGeV ** 3 * antiprotonGeV)) /
    (4 * protonMassGeV * antiprotonGeV)
  );
}

/**
 * What d sigma/dT does near its edge and over many decades, so that a coarse table of the rest will do: the invariant cross section
 * forwards, times a width in 1 - cos(theta) that transverse mass, energy and geometry limit.
 */
export function coarseCrossSectionMbPerGeV(
  id: AntiprotonProductionId,
  projectileGeV: number,
  antiprotonGeV: number,
): number {
  if (projectileGeV <= thresholdGeV) return 0;
  const production = productions[id];
  const at = collision(production, projectileGeV);
  const { momentumGeV, leastGeV } = made(at, antiprotonGeV);
  const energyShare = leastGeV / at.largestGeV;
  if (!(energyShare < 1)) return 0;
  const boostShare = (at.beta * at.gamma * momentumGeV) / at.largestGeV;
  const inverseWidth =
    (0.7 * momentumGeV ** 2) / (protonMassGeV * production.transverseScaleGeV) +
    (production.steepness * boostShare) / (1 - energyShare) +
    0.5;
  const typicalShare = energyShare + boostShare / inverseWidth;
  const forwards =
    at.heightMb * lowEnergyFactor(production, at, typicalShare) * (1 - energyShare) ** production.steepness;
  return (momentumGeV * forwards) / inverseWidth;
}
