/** Wires the physics of one model and species into the coefficients the solver knows. */
import { type DiffusionLaw, diffusionBreakFactor, diffusionSlope } from '../physics/diffusion';
import { injectionSpectrum } from '../physics/injection';
import { betaFromMomentum, momentumGeV, rigidityFromMomentum } from '../physics/kinematics';
import { lossTerms, type MediumQuantity } from '../physics/losses';
import { radiationFields } from '../physics/radiationField';
import { momentumDiffusionRate } from '../physics/reacceleration';
import { kpcPerMyrPerKmPerS, sunRadiusKpc } from '../physics/units';
import { adiabaticLoss, isBlowing, windKpcPerMyr } from '../physics/wind';
import type { TransportGrid } from '../solver/haloGrid';
import { solveSlabCompiled } from '../solver/kernel/compiledSlab';
import { type MomentumGrid, subdivisions } from '../solver/momentumGrid';
import { solveSlab } from '../solver/slab';
import type { CellAxis } from '../solver/spatialGrid';
import type { RingCoefficients, SeparableRate } from '../solver/transportTypes';
import { diffusionLaw, windLaw } from './laws';
import { type Media, mediaOn } from './media';
import type { Parameters } from './parameters/values';
import type { Transported } from './transported';

/** First zero of the Bessel function J0. */
const slowestRadialMode = 2.405;

/** Cells in space. */
export type Space = Pick<TransportGrid, 'r' | 'z'>;

/** What a model's terms are at the fine momentum nodes, wherever they act. */
export interface SpectralTerms {
  readonly momentum: MomentumGrid;
  /** ln of rigidity over the reference rigidity, and D at the reference height-independent rigidity times beta^eta. */
  readonly logRigidity: Float64Array;
  readonly speedFactor: Float64Array;
  /** p Q, zero below the momentum cell `injectedFrom`. */
  readonly injected: Float64Array;
  readonly injectedFrom: number;
  /** -pdot/p for one unit of a medium. */
  readonly losses: readonly { readonly medium: MediumQuantity; readonly rate: Float64Array }[];
  /** Destruction per hydrogen atom, and decay; null where there is none. */
  readonly inelastic: Float64Array | null;
  readonly decay: Float64Array | null;
}

export function spectralTerms(
  parameters: Parameters,
  particle: Transported,
  momentum: MomentumGrid,
): SpectralTerms {
  const { fine, kinks } = momentum;
  const { species, injection, strength } = particle;
  const law = diffusionLaw(parameters);
  const count = fine.length;
  // The first kink of a model's grid is where injection begins (tiers.ts).
  const firstInjected = kinks[0] ?? 0;
  const logRigidity = new Float64Array(count);
  const speedFactor = new Float64Array(count);
  const injected = new Float64Array(count);
  const momenta = fine.map((x) => Math.exp(x));
  for (let f = 0; f < count; f++) {
    const value = momentumGeV(momenta[f]!);
    const rigidity = rigidityFromMomentum(species, value);
    logRigidity[f] = Math.log(rigidity / law.referenceRigidityGV);
    speedFactor[f] =
      law.coefficientKpc2PerMyr *
      diffusionBreakFactor(law, rigidity) *
      betaFromMomentum(species, value) ** law.eta;
    if (f >= firstInjected && injection !== null)
      injected[f] = strength * value * injectionSpectrum(injection, rigidity);
  }
  const rateAt = (rate: Transported['decayRatePerMyr']) =>
    rate === null ? null : momenta.map((value) => rate(momentumGeV(value)));
  return {
    momentum,
    logRigidity,
    speedFactor,
    injected,
    injectedFrom: firstInjected / subdivisions,
    losses: lossTerms(species, radiationFields[parameters.radiation])
      .filter((term) => parameters[term.process] === 'on')
      .map((term) => ({
        medium: term.medium,
        rate: momenta.map((value) => term.momentumLossGeVPerMyr(value) / value),
      })),
    inelastic: parameters.fragmentation === 'on' ? rateAt(particle.inelasticRatePerMyrPerAtom) : null,
    decay: rateAt(particle.decayRatePerMyr),
  };
}

/** All terms of the equation for one model and species in given media, but for the weight. */
export function transportTerms(
  parameters: Parameters,
  { logRigidity, speedFactor, injected, injectedFrom, losses, inelastic, decay }: SpectralTerms,
  media: Media,
): Omit<RingCoefficients, 'weight' | 'rowScale' | 'shape'> {
  const law = diffusionLaw(parameters);
  const slopeAt = rememberSlopes(law);
  const diffusion = (z: number, f: number) => speedFactor[f]! * Math.exp(slopeAt(z) * logRigidity[f]!);
  const alfvenSpeed = parameters.reacceleration === 'on' ? parameters.vA * kpcPerMyrPerKmPerS : 0;
  const reaccelerationSlope = (z: number) => {
    if (parameters.dppDelta === 'local' || law.profile === 'uniform') return slopeAt(z);
    return parameters.dppDelta === 'inner' ? law.delta0 : law.delta0 + law.Delta;
  };
  const momentumDiffusion = (z: number, f: number) =>
    alfvenSpeed === 0 ? 0 : momentumDiffusionRate(alfvenSpeed, reaccelerationSlope(z), diffusion(z, f));

  const wind = windLaw(parameters);
  const blows = isBlowing(wind);
  const adiabatic = blows && parameters.adiabatic === 'on' ? adiabaticLoss(wind) : undefined;
  const everywhere = (rate: Float64Array): SeparableRate => ({ medium: media.source.map(() => 1), rate });
  const { haloPerMyr = 0 } = adiabatic ?? {};
  return {
    diffusion,
    powers: {
      speed: speedFactor,
      logRigidity,
      slopeAt,
      // Momentum diffusion goes as one over D.
      accelerationAt: (z) =>
        alfvenSpeed === 0 ? 0 : momentumDiffusionRate(alfvenSpeed, reaccelerationSlope(z), 1),
    },
    ...(blows && { wind: (z: number) => windKpcPerMyr(wind, z) }),
    ...(adiabatic && { planeLoss: adiabatic.planeKpcPerMyr }),
    kinkHeight: law.profile === 'uniform' ? Number.POSITIVE_INFINITY : law.xi * law.halfThicknessKpc,
    momentumDiffusion,
    losses: [
      ...losses.map(({ medium, rate }) => ({ medium: media.quantities[medium], rate })),
      ...(haloPerMyr > 0 ? [everywhere(speedFactor.map(() => haloPerMyr))] : []),
    ],
    sinks: [
      ...(inelastic === null ? [] : [{ medium: media.hydrogen, rate: inelastic }]),
      ...(decay === null ? [] : [everywhere(decay)]),
    ],
    source: { medium: media.source, rate: injected, from: injectedFrom },
  };
}

/** Least ratio of a weight to itself at the next fine node above: whatever comes up from below is as steep as p^3. */
const steepestRise = 1e-2;

/** What other particles bring into being, in collisions with the gas or by decay. */
export interface Birth {
  /** p Q on the fine nodes for one hydrogen atom per cm^3, roughly, as if all places were the Sun's: positive. */
  atSun(momentum: MomentumGrid): Float64Array;
  /** The integral of p Q over each momentum cell, per (momentum, height, radius) cell. */
  inCells(grid: TransportGrid): Float64Array;
}

/** What is known before anything is solved in the plane: spectra at the heights above the Sun, as if all places were alike. */
export interface SunSlab {
  readonly momentum: MomentumGrid;
  readonly z: CellAxis;
  /** Spectrum next to the plane at the fine nodes: positive, whatever the processes. */
  readonly weight: Float64Array;
  /** Rates by which rows are divided. */
  readonly rowScale: Float64Array;
  /** n per (fine node, height). */
  readonly density: Float64Array;
}

/**
 * @param space cells whose heights are taken, and whose media next to the Sun: few are enough.
 * @param bornAtSun p Q per hydrogen atom on the fine nodes, of what other particles bring: as if these were everywhere what they are
 * at the Sun.
 */
export function sunSlab(
  parameters: Parameters,
  spectral: SpectralTerms,
  space: Space,
  bornAtSun?: Float64Array,
): SunSlab {
  const { z } = space;
  const media = mediaOn(parameters, space.r, z);
  const terms = transportTerms(parameters, spectral, media);
  const sun = sunCell(space);
  const column = (medium: Float64Array) =>
    Float64Array.from({ length: z.count }, (_, j) => medium[j * space.r.count + sun]!);
  const slabTerms = {
    ...terms,
    losses: terms.losses.map(({ medium, rate }) => ({ medium: column(medium), rate })),
    sinks: terms.sinks.map(({ medium, rate }) => ({ medium: column(medium), rate })),
    source: slabSource(column(media.source), terms.source.rate, column(media.hydrogen), bornAtSun),
    firstInjecting: spectral.injectedFrom * subdivisions,
    lateralDecay: (slowestRadialMode / parameters.R) ** 2,
  };
  const { fine } = spectral.momentum;
  const { density, rate } = solveSlabCompiled(fine, z, slabTerms) ?? solveSlab(fine, z, slabTerms);
  const weight = Float64Array.from({ length: rate.length }, (_, f) => density[f * z.count]!);
  for (let f = weight.length - 2; f >= 0; f--)
    weight[f] = Math.max(weight[f]!, steepestRise * weight[f + 1]!);
  return { momentum: spectral.momentum, z, weight, rowScale: rate, density };
}

/** The slab has one column of sources: that of the gas where nothing is injected. */
function slabSource(sources: Float64Array, injected: Float64Array, gas: Float64Array, born?: Float64Array) {
  if (born === undefined) return { medium: sources, rate: injected };
  if (injected.every((rate) => rate === 0)) return { medium: gas, rate: born };
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
  const gasOverSources = sum(gas) / sum(sources);
  return { medium: sources, rate: injected.map((rate, f) => rate + gasOverSources * born[f]!) };
}

/** Index of the radial cell that holds the Sun. */
function sunCell({ r }: Space): number {
  let cell = 0;
  while (cell < r.count - 1 && r.faces[cell + 1]! <= sunRadiusKpc) cell++;
  return cell;
}

/** delta(z) takes a power; each height is asked for again at every momentum, so it is kept. */
function rememberSlopes(law: DiffusionLaw): (z: number) => number {
  const known = new Map<number, number>();
  return (z) => {
    let slope = known.get(z);
    if (slope === undefined) {
      slope = diffusionSlope(law, z);
      known.set(z, slope);
    }
    return slope;
  };
}
