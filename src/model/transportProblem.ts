/** Wires the physics of one model and species into the coefficients the solver knows. */
import { type DiffusionLaw, diffusionSlope } from '../physics/diffusion';
import { inelasticRatePerMyrPerAtom } from '../physics/inelastic';
import { injectionSpectrum } from '../physics/injection';
import { betaFromMomentum, momentumGeV, rigidityFromMomentum } from '../physics/kinematics';
import { lossTerms, type MediumQuantity } from '../physics/losses';
import { radiationFields } from '../physics/radiationField';
import { momentumDiffusionRate } from '../physics/reacceleration';
import { speciesTable } from '../physics/species';
import { kpcPerMyrPerKmPerS, sunRadiusKpc } from '../physics/units';
import type { TransportGrid } from '../solver/haloGrid';
import { solveLeakyBox } from '../solver/leakyBox';
import { type MomentumGrid, subdivisions } from '../solver/momentumGrid';
import type { TransportCoefficients } from '../solver/transportOperator';
import { diffusionLaw, injectionLaw } from './laws';
import { type Media, mediaOn } from './media';
import type { Parameters } from './parameters';
import type { SpeciesKey } from './propagated';

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
  /** Destruction per hydrogen atom; null where there is none. */
  readonly inelastic: Float64Array | null;
}

export function spectralTerms(
  parameters: Parameters,
  speciesKey: SpeciesKey,
  momentum: MomentumGrid,
): SpectralTerms {
  const { fine, kinks } = momentum;
  const species = speciesTable[speciesKey];
  const law = diffusionLaw(parameters);
  const injection = injectionLaw(parameters, speciesKey);
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
    speedFactor[f] = law.coefficientKpc2PerMyr * betaFromMomentum(species, value) ** law.eta;
    if (f >= firstInjected) injected[f] = value * injectionSpectrum(injection, rigidity);
  }
  const destroyed = parameters.fragmentation === 'on' && species.kind === 'nucleus';
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
    inelastic: destroyed
      ? momenta.map((value) => inelasticRatePerMyrPerAtom(species, momentumGeV(value)))
      : null,
  };
}

/** All terms of the equation for one model and species in given media, but for the weight. */
export function transportTerms(
  parameters: Parameters,
  { logRigidity, speedFactor, injected, injectedFrom, losses, inelastic }: SpectralTerms,
  media: Media,
): Omit<TransportCoefficients, 'weight' | 'rowScale'> {
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

  return {
    diffusion,
    kinkHeight: law.profile === 'uniform' ? Number.POSITIVE_INFINITY : law.xi * law.halfThicknessKpc,
    momentumDiffusion,
    losses: losses.map(({ medium, rate }) => ({ medium: media.quantities[medium], rate })),
    sinks: inelastic === null ? [] : [{ medium: media.hydrogen, rate: inelastic }],
    source: { medium: media.source, rate: injected, from: injectedFrom },
  };
}

/** The spectrum of a leaky box at the fine momentum nodes, and the rates by which rows are divided. */
export interface BoxSpectrum {
  readonly weight: Float64Array;
  readonly rowScale: Float64Array;
}

/** Least ratio of a weight to itself at the next fine node above: whatever comes up from below is as steep as p^3. */
const steepestRise = 1e-2;

/**
 * The spectrum of a leaky box as seen at the Sun: a thin disc of half-thickness h under a halo loses
 * particles at the rate 1/(h int dz/D), and what fills a layer acts by its column over h, reaching as high as the
 * particles do within their loss time. As a weight any positive spectrum is right; this one makes the unknown vary slowly.
 *
 * @param space cells on which the columns are taken: few are enough.
 */
export function leakyBoxSpectrum(parameters: Parameters, spectral: SpectralTerms, space: Space): BoxSpectrum {
  const terms = transportTerms(parameters, spectral, mediaOn(parameters, space.r, space.z));
  const { fine } = spectral.momentum;
  const rates = leakyBoxRates(space, spectral, terms);
  const weight = solveLeakyBox(fine, rates);
  for (let f = weight.length - 2; f >= 0; f--)
    weight[f] = Math.max(weight[f]!, steepestRise * weight[f + 1]!);
  return { weight, rowScale: rates.removal.map((removal, f) => removal + rates.loss[f]!) };
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

function leakyBoxRates(
  space: Space,
  { momentum: { fine }, injectedFrom }: SpectralTerms,
  { diffusion, momentumDiffusion, losses, sinks, source }: Omit<TransportCoefficients, 'weight' | 'rowScale'>,
) {
  const { z, r } = space;
  const nz = z.count;
  const top = z.faces[nz]!;
  const count = fine.length;
  const sun = sunCell(space);
  const injected = source.rate.slice();
  // Half of the node's surroundings lie below the beginning of injection.
  const first = injectedFrom * subdivisions;
  if (first > 0)
    injected[first] =
      (injected[first]! * (fine[first + 1]! - fine[first]!)) / (fine[first + 1]! - fine[first - 1]!);
  const atSun = (medium: Float64Array, j: number) => medium[j * r.count + sun]!;
  const thickness = (j: number) => z.faces[j + 1]! - z.faces[j]!;
  const column = (medium: Float64Array) => {
    let sum = 0;
    for (let j = 0; j < nz; j++) sum += atSun(medium, j) * thickness(j);
    return sum;
  };
  const discKpc = column(source.medium) / atSun(source.medium, 0);
  const haloMeans = losses.map(({ medium }) => column(medium) / top);
  const sinkColumns = sinks.map(({ medium }) => column(medium) / discKpc);
  const rates = {
    diffusion: new Float64Array(count),
    loss: new Float64Array(count),
    removal: new Float64Array(count),
    source: injected,
  };
  for (let f = 0; f < count; f++) {
    let resistance = 0;
    for (let j = 0; j < nz; j++) resistance += thickness(j) / diffusion(z.centres[j]!, f);
    let removal = 1 / (discKpc * resistance);
    for (let s = 0; s < sinks.length; s++) removal += sinkColumns[s]! * sinks[s]!.rate[f]!;
    let haloLoss = 0;
    for (let m = 0; m < losses.length; m++) haloLoss += haloMeans[m]! * losses[m]!.rate[f]!;
    // Height reached within the loss time: sqrt(D / loss rate).
    const reach = Math.sqrt(top / (resistance * Math.max(haloLoss, 1e-30)));
    let loss = 0;
    let reacceleration = 0;
    for (let j = 0; j < nz; j++) {
      const height = z.centres[j]!;
      const presence = (Math.exp(-height / reach) * (1 - height / top) * thickness(j)) / discKpc;
      if (presence < 1e-6) continue;
      for (const { medium, rate } of losses) loss += atSun(medium, j) * rate[f]! * presence;
      reacceleration += momentumDiffusion(height, f) * presence;
    }
    rates.diffusion[f] = reacceleration;
    rates.loss[f] = loss;
    rates.removal[f] = removal;
  }
  return rates;
}
