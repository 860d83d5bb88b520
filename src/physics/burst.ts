/**
 * Cosmic rays at the Sun from one nearby source that released all its particles at once (a burst).
 *
 *   N(E) = q(E_s) b(E_s)/b(E) P (4 pi Lambda)^-1 exp(-d^2 / 4 Lambda) G(Lambda)
 *
 * E_s is the energy at release of what has energy E now, t = int_E^{E_s} dE'/b; Lambda = int_E^{E_s} D/b dE' is half the
 * mean squared distance walked along one axis; P is the chance of not having been destroyed; G is the one-dimensional
 * Green's function across a slab with n = 0 at |z| = L, source and Sun in the plane (`slabGreensFunction`).
 * Syrovatskii 1959 and Atoyan et al. 1995 are remembered as its origin (not checked); `tests/exact` holds it to a closed form.
 * D and b are the same everywhere: with the inner halo's D it holds while sqrt(4 Lambda) is well below xi L
 * (docs/model.md says how well). Diffusion has no largest speed: where the anisotropy comes out near one, the
 * formula does not hold. Kinetic energies of one particle in GeV, times in Myr, lengths in kpc.
 */
import { type InjectionLaw, injectionSpectrum } from './injection';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  rigidityFromMomentum,
} from './kinematics';
import { integrate } from './quadrature';
import type { Species } from './species';
import { cmPerKpc, speedOfLightCmPerS, speedOfLightKpcPerMyr } from './units';

/** What happens to a particle on its way, as functions of kinetic energy in GeV. */
export interface BurstProcesses {
  readonly diffusionKpc2PerMyr: (energyGeV: number) => number;
  /** b = -dE/dt, GeV/Myr; zero for no losses. */
  readonly energyLossGeVPerMyr: (energyGeV: number) => number;
  /** Rate of catastrophic losses, 1/Myr. */
  readonly destructionPerMyr?: (energyGeV: number) => number;
}

/** A path in energy, tabulated at x = ln E in equal steps; running integrals start at the lowest energy. */
export interface EnergyPaths {
  readonly lowest: number;
  readonly step: number;
  readonly count: number;
  /** b/E, 1/Myr. */
  readonly lossRate: Float64Array;
  readonly diffusion: Float64Array;
  readonly destruction: Float64Array;
  /** Integrals of dx, D dx and destruction dx over the loss rate: Myr, kpc^2, 1. */
  readonly time: RunningIntegral;
  readonly squared: RunningIntegral;
  readonly destroyed: RunningIntegral;
}

/** Values of an integral at the nodes, and its slope times the step. */
interface RunningIntegral {
  readonly value: Float64Array;
  readonly slope: Float64Array;
}

/** Error of the integrals below 1e-6 where b and D are smooth; h = 0.046. */
const nodesPerDecade = 50;
/** Loss rate (1/Myr) below which particles count as not losing energy; keeps 1/b finite. */
const smallestLossRate = 1e-12;
/** A loss of up to this share is followed in time: the difference of two table values would cancel. */
const smallLoss = 0.02;

/** Tabulates the processes once for all sources, between kinetic energies in GeV. */
export function tabulateEnergyPaths(
  processes: BurstProcesses,
  lowestGeV: number,
  highestGeV: number,
): EnergyPaths {
  const lowest = Math.log(lowestGeV);
  const count = Math.max(5, Math.ceil(Math.log10(highestGeV / lowestGeV) * nodesPerDecade) + 1);
  const step = (Math.log(highestGeV) - lowest) / (count - 1);
  const energies = Float64Array.from({ length: count }, (_, i) => Math.exp(lowest + i * step));
  const lossRate = energies.map((energy) => processes.energyLossGeVPerMyr(energy) / energy);
  const diffusion = energies.map(processes.diffusionKpc2PerMyr);
  const destruction = energies.map((energy) => processes.destructionPerMyr?.(energy) ?? 0);
  const duration = lossRate.map((rate) => 1 / Math.max(rate, smallestLossRate));
  return {
    lowest,
    step,
    count,
    lossRate,
    diffusion,
    destruction,
    time: runningIntegral(duration, step),
    squared: runningIntegral(
      duration.map((value, i) => value * diffusion[i]!),
      step,
    ),
    destroyed: runningIntegral(
      duration.map((value, i) => value * destruction[i]!),
      step,
    ),
  };
}

/** Cumulative quadrature with the polynomial through six nodes, sixth order; through four nodes at the ends. */
function runningIntegral(f: Float64Array, step: number): RunningIntegral {
  const last = f.length - 1;
  const value = new Float64Array(f.length);
  const pair = (i: number, distance: number) => f[i - distance]! + f[i + 1 + distance]!;
  for (let i = 0; i < last; i++) {
    let mean: number;
    if (i === 0) mean = (9 * f[0]! + 19 * f[1]! - 5 * f[2]! + f[3]!) / 24;
    else if (i === last - 1) mean = (9 * f[last]! + 19 * f[last - 1]! - 5 * f[last - 2]! + f[last - 3]!) / 24;
    else if (i === 1 || i === last - 2) mean = (13 * pair(i, 0) - pair(i, 1)) / 24;
    else mean = (802 * pair(i, 0) - 93 * pair(i, 1) + 11 * pair(i, 2)) / 1440;
    value[i + 1] = value[i]! + step * mean;
  }
  return { value, slope: f.map((density) => density * step) };
}

/** Cubic through the four nodes around a position counted in steps; never below zero. */
function interpolate(f: Float64Array, position: number): number {
  const start = Math.min(Math.max(Math.floor(position) - 1, 0), f.length - 4);
  const a = position - start;
  const b = a - 1;
  const c = a - 2;
  const d = a - 3;
  const sum =
    (-f[start]! * b * c * d) / 6 +
    (f[start + 1]! * a * c * d) / 2 -
    (f[start + 2]! * a * b * d) / 2 +
    (f[start + 3]! * a * b * c) / 6;
  return Math.max(sum, 0);
}

/** A running integral in cell i at u from 0 to 1, by the cubic with the exact slopes at both ends. */
function integralAt({ value, slope }: RunningIntegral, i: number, u: number): number {
  const v = 1 - u;
  const ends = v * v * (1 + 2 * u) * value[i]! + u * u * (1 + 2 * v) * value[i + 1]!;
  return ends + u * v * (v * slope[i]! - u * slope[i + 1]!);
}

/** Where particles of one energy come from. */
export interface Origin {
  /** Energy at release; Infinity where the particle would have had more than the highest energy of the table. */
  sourceEnergyGeV: number;
  /** Lambda, kpc^2; up to the highest energy of the table if the release lies beyond. */
  squaredKpc2: number;
  /** b(E_s)/b(E): an interval of energy was wider by this at release. */
  compression: number;
  /** Share not destroyed on the way. */
  survival: number;
}

/** Room for the answer of `traceBack`. */
export function emptyOrigin(): Origin {
  return { sourceEnergyGeV: 0, squaredKpc2: 0, compression: 0, survival: 0 };
}

/**
 * Follows particles of an energy (GeV) now back by an age (Myr > 0) into `origin`.
 *
 * @throws RangeError for an energy outside the table.
 */
export function traceBack(paths: EnergyPaths, energyGeV: number, ageMyr: number, origin: Origin): void {
  const last = paths.count - 1;
  const position = (Math.log(energyGeV) - paths.lowest) / paths.step;
  if (!(position > -1e-9 && position < last + 1e-9))
    throw new RangeError(`${energyGeV} GeV lies outside the table of energy paths.`);
  const rate = interpolate(paths.lossRate, position);
  if (rate * ageMyr <= smallLoss) followInTime(paths, position, rate, energyGeV, ageMyr, origin);
  else followInTable(paths, position, rate, energyGeV, ageMyr, origin);
}

/** One Runge-Kutta step of fourth order; without losses exactly Lambda = D t. */
function followInTime(
  { lossRate, diffusion, destruction, step, count }: EnergyPaths,
  position: number,
  rate: number,
  energyGeV: number,
  ageMyr: number,
  origin: Origin,
): void {
  const steps = ageMyr / step;
  const second = position + 0.5 * steps * rate;
  const secondRate = interpolate(lossRate, second);
  const third = position + 0.5 * steps * secondRate;
  const thirdRate = interpolate(lossRate, third);
  const fourth = position + steps * thirdRate;
  const mean = (f: Float64Array) =>
    (interpolate(f, position) +
      2 * (interpolate(f, second) + interpolate(f, third)) +
      interpolate(f, fourth)) /
    6;
  const growth = ageMyr * ((rate + 2 * (secondRate + thirdRate) + interpolate(lossRate, fourth)) / 6);
  const end = position + growth / step;
  const ratio = Math.exp(growth);
  origin.sourceEnergyGeV = end < count - 1 + 1e-9 ? energyGeV * ratio : Number.POSITIVE_INFINITY;
  origin.squaredKpc2 = ageMyr * mean(diffusion);
  origin.compression = rate > 0 ? (ratio * interpolate(lossRate, end)) / rate : 1;
  origin.survival = Math.exp(-ageMyr * mean(destruction));
}

/** The energy at which the running integral of time is larger by the age. */
function followInTable(
  { time, squared, destroyed, lossRate, lowest, step, count }: EnergyPaths,
  position: number,
  rate: number,
  energyGeV: number,
  ageMyr: number,
  origin: Origin,
): void {
  const from = Math.min(Math.max(Math.floor(position), 0), count - 2);
  const u = position - from;
  const target = integralAt(time, from, u) + ageMyr;
  const released = target < time.value[count - 1]!;
  let cell = from;
  let beyond = count - 1;
  while (beyond - cell > 1) {
    const middle = (cell + beyond) >> 1;
    if (time.value[middle]! <= target) cell = middle;
    else beyond = middle;
  }
  const width = time.value[cell + 1]! - time.value[cell]!;
  let v = Math.min((target - time.value[cell]!) / width, 1);
  // The integral is almost straight in a cell: Newton's method converges in three steps, with the slope at v.
  for (let iteration = 0; iteration < 4; iteration++) {
    const slope = time.slope[cell]! * (1 - v) + time.slope[cell + 1]! * v;
    v = Math.min(Math.max(v + (target - integralAt(time, cell, v)) / slope, 0), 1);
  }
  const sourceEnergy = Math.exp(lowest + (cell + v) * step);
  origin.sourceEnergyGeV = released ? sourceEnergy : Number.POSITIVE_INFINITY;
  origin.squaredKpc2 = integralAt(squared, cell, v) - integralAt(squared, from, u);
  origin.compression = (sourceEnergy * interpolate(lossRate, cell + v)) / (energyGeV * rate);
  origin.survival = Math.exp(integralAt(destroyed, from, u) - integralAt(destroyed, cell, v));
}

export interface Burst {
  readonly distanceKpc: number;
  readonly ageMyr: number;
  /** Infinity for no boundary. */
  readonly halfThicknessKpc: number;
  /** q(E): particles released per GeV of kinetic energy, in all. */
  readonly injectedPerGeV: (energyGeV: number) => number;
}

/** Density in the plane from a unit disc source a "time" Lambda ago, 1/kpc: images early, modes late. */
export function slabGreensFunction(squaredKpc2: number, halfThicknessKpc: number): number {
  const free = 1 / Math.sqrt(4 * Math.PI * squaredKpc2);
  if (!Number.isFinite(halfThicknessKpc)) return free;
  const ratio = squaredKpc2 / halfThicknessKpc ** 2;
  let sum = 0;
  if (ratio < 0.3) {
    // Images at 2nL with alternating signs.
    for (let n = 1; n <= 8; n++) sum += (n % 2 === 0 ? 1 : -1) * Math.exp((-n * n) / ratio);
    return free * (1 + 2 * sum);
  }
  for (let m = 0; m < 12; m++) sum += Math.exp(-(((m + 0.5) * Math.PI) ** 2) * ratio);
  return sum / halfThicknessKpc;
}

/** N at the Sun, per GeV and kpc^3, of particles with the given origin; zero if they cannot have been released. */
export function burstDensity(burst: Burst, origin: Origin): number {
  if (origin.sourceEnergyGeV === Number.POSITIVE_INFINITY) return 0;
  const spread = 4 * origin.squaredKpc2;
  const inPlane = Math.exp(-(burst.distanceKpc ** 2) / spread) / (Math.PI * spread);
  const across = slabGreensFunction(origin.squaredKpc2, burst.halfThicknessKpc);
  const released = burst.injectedPerGeV(origin.sourceEnergyGeV) * origin.compression * origin.survival;
  return released * inPlane * across;
}

/**
 * Dipole anisotropy of one burst alone, 3 D |grad N| / (v N) = 3 D d / (2 v Lambda); v = c for beta = 1.
 * The boundary factor does not change in the plane, so it drops out.
 */
export function burstAnisotropy(
  diffusionKpc2PerMyr: number,
  distanceKpc: number,
  squaredKpc2: number,
  beta = 1,
): number {
  return (3 * diffusionKpc2PerMyr * distanceKpc) / (2 * beta * speedOfLightKpcPerMyr * squaredKpc2);
}

export const gevPerErg = 624.150907;
/** Kinetic energy from which on the energy of a source is counted. */
const countedAboveGeV = 1;

/** A power law (rho/1 GV)^-slope exp(-rho/cutoff) per unit momentum, as a law for `injectionSpectrum`. */
export function burstInjectionLaw(slope: number, cutoffGV: number): InjectionLaw {
  return { breakGV: 1, slopeBelow: slope, slopeAbove: slope, cutoffGV };
}

/**
 * Particles per GeV of kinetic energy, released by a source with the given energy (erg) in particles above 1 GeV.
 *
 * The law is a density per unit momentum, as everywhere here; dp/dE = 1/beta makes it one per kinetic energy.
 */
export function injectedPerGeV(
  species: Species,
  law: InjectionLaw,
  energyErg: number,
): (energyGeV: number) => number {
  const shape = (energyGeV: number) => {
    const momentum = momentumFromKineticEnergy(species, kineticEnergyPerNucleonGeV(energyGeV));
    const spectrum = injectionSpectrum(law, rigidityFromMomentum(species, momentum));
    return spectrum / betaFromMomentum(species, momentum);
  };
  // Up to exp(-50) of the power law; a panel of the quadrature for each half e-fold.
  const end = Math.log(Math.max(50 * law.cutoffGV, 2 * countedAboveGeV));
  const start = Math.log(countedAboveGeV);
  const panels = Math.ceil(2 * (end - start));
  const inShape = integrate((x) => Math.exp(2 * x) * shape(Math.exp(x)), start, end, panels);
  const amplitude = (energyErg * gevPerErg) / inShape;
  return (energyGeV) => amplitude * shape(energyGeV);
}

const cubicMetresPerKpc3 = (cmPerKpc / 100) ** 3;
const metresPerSecond = speedOfLightCmPerS / 100;

/** Flux J = v/(4 pi) N in GeV^-1 m^-2 s^-1 sr^-1 of a density per GeV and kpc^3. */
export function fluxOfDensity(densityPerGeVKpc3: number, beta: number): number {
  return (beta * metresPerSecond * densityPerGeVKpc3) / (4 * Math.PI * cubicMetresPerKpc3);
}
