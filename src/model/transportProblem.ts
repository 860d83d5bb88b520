/** Wires the physics of one model and species into the coefficients the solver knows. */
import { type DiffusionLaw, diffusionSlope } from '../physics/diffusion';
import { inelasticRatePerMyrPerAtom } from '../physics/inelastic';
import { injectionSpectrum } from '../physics/injection';
import { betaFromMomentum, momentumGeV, rigidityFromMomentum } from '../physics/kinematics';
import { lossTerms } from '../physics/losses';
import { radiationFields } from '../physics/radiationField';
import { momentumDiffusionRate } from '../physics/reacceleration';
import { speciesTable } from '../physics/species';
import { kpcPerMyrPerKmPerS, sunRadiusKpc } from '../physics/units';
import { adiabaticLoss, isBlowing, windKpcPerMyr } from '../physics/wind';
import type { TransportGrid } from '../solver/haloGrid';
import { bernoulli, solveLeakyBox } from '../solver/leakyBox';
import type { MomentumGrid } from '../solver/momentumGrid';
import type { SeparableRate, TransportCoefficients } from '../solver/transportOperator';
import { diffusionLaw, injectionLaw, windLaw } from './laws';
import { type Media, mediaOn } from './media';
import type { Parameters } from './parameters';
import type { SpeciesKey } from './propagated';

/** Index of the radial cell that holds the Sun. */
function sunCell({ r }: TransportGrid): number {
  let cell = 0;
  while (cell < r.count - 1 && r.faces[cell + 1]! <= sunRadiusKpc) cell++;
  return cell;
}

/** All terms of the equation for one model and species in given media, but for the weight. */
export function transportTerms(
  parameters: Parameters,
  speciesKey: SpeciesKey,
  { fine }: MomentumGrid,
  media: Media,
): Omit<TransportCoefficients, 'weight' | 'rowScale'> {
  const species = speciesTable[speciesKey];
  const law = diffusionLaw(parameters);
  const injection = injectionLaw(parameters, speciesKey);
  const count = fine.length;

  const logRigidity = new Float64Array(count);
  const speedFactor = new Float64Array(count);
  const injected = new Float64Array(count);
  const inelastic = new Float64Array(count);
  const momenta = fine.map((x) => Math.exp(x));
  for (let f = 0; f < count; f++) {
    const momentum = momentumGeV(momenta[f]!);
    const rigidity = rigidityFromMomentum(species, momentum);
    logRigidity[f] = Math.log(rigidity / law.referenceRigidityGV);
    speedFactor[f] = law.coefficientKpc2PerMyr * betaFromMomentum(species, momentum) ** law.eta;
    injected[f] = momentum * injectionSpectrum(injection, rigidity);
    if (parameters.fragmentation === 'on') inelastic[f] = inelasticRatePerMyrPerAtom(species, momentum);
  }
  const losses: SeparableRate[] = lossTerms(species, radiationFields[parameters.radiation])
    .filter((term) => parameters[term.process] === 'on')
    .map((term) => ({
      medium: media.quantities[term.medium],
      rate: momenta.map((momentum) => term.momentumLossGeVPerMyr(momentum) / momentum),
    }));
  const sinks: SeparableRate[] =
    parameters.fragmentation === 'on' && species.kind === 'nucleus'
      ? [{ medium: media.hydrogen, rate: inelastic }]
      : [];

  const wind = windLaw(parameters);
  const blows = isBlowing(wind);
  const adiabatic = blows && parameters.adiabatic === 'on' ? adiabaticLoss(wind) : undefined;
  if (adiabatic && adiabatic.haloPerMyr > 0)
    losses.push({ medium: media.source.map(() => 1), rate: momenta.map(() => adiabatic.haloPerMyr) });

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
    ...(blows && { wind: (z: number) => windKpcPerMyr(wind, z) }),
    ...(adiabatic && { planeLoss: adiabatic.planeKpcPerMyr }),
    momentumDiffusion,
    losses,
    sinks,
    source: { medium: media.source, rate: injected },
  };
}

/**
 * Coefficients of the transport equation for one model and species.
 *
 * The weight is the spectrum of a leaky box as seen at the Sun: a thin disc of half-thickness h under a halo loses
 * particles at the rate 1/(h int dz/D), with a wind 1/(h int e^-P dz/D), P = int V dz/D, and what fills a layer acts by its column over h, reaching as high as the
 * particles do within their loss time. Any positive weight is right; this one makes the unknown vary slowly.
 */
export function transportCoefficients(
  parameters: Parameters,
  species: SpeciesKey,
  grid: TransportGrid,
): TransportCoefficients {
  const terms = transportTerms(parameters, species, grid.momentum, mediaOn(parameters, grid.r, grid.z));
  const rates = leakyBoxRates(grid, terms);
  const rowScale = rates.removal.map((removal, f) => removal + rates.loss[f]!);
  return { ...terms, weight: solveLeakyBox(grid.momentum.fine, rates), rowScale };
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

function leakyBoxRates(grid: TransportGrid, terms: Omit<TransportCoefficients, 'weight' | 'rowScale'>) {
  const { diffusion, wind, planeLoss = 0, momentumDiffusion, losses, sinks, source } = terms;
  const { z, r } = grid;
  const nz = z.count;
  const top = z.faces[nz]!;
  const count = grid.momentum.fine.length;
  const sun = sunCell(grid);
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
    source: source.rate,
  };
  for (let f = 0; f < count; f++) {
    let resistance = 0;
    // The same against the wind, and the drift up to a height.
    let inWind = 0;
    let drift = 0;
    let reacceleration = 0;
    for (let j = 0; j < nz; j++) {
      const layer = thickness(j) / diffusion(z.centres[j]!, f);
      resistance += layer;
      if (wind !== undefined) {
        const through = layer * wind(z.centres[j]!);
        inWind += (layer * Math.exp(-drift)) / bernoulli(-through);
        drift += through;
      }
      reacceleration += momentumDiffusion(z.centres[j]!, f) * (1 - z.centres[j]! / top) * thickness(j);
    }
    let removal = 1 / (discKpc * (wind === undefined ? resistance : inWind));
    for (let s = 0; s < sinks.length; s++) removal += sinkColumns[s]! * sinks[s]!.rate[f]!;
    let haloLoss = 0;
    for (let m = 0; m < losses.length; m++) haloLoss += haloMeans[m]! * losses[m]!.rate[f]!;
    // Height reached within the loss time: sqrt(D / loss rate).
    const reach = Math.sqrt(top / (resistance * Math.max(haloLoss, 1e-30)));
    let loss = planeLoss / discKpc;
    for (let j = 0; j < nz; j++) {
      const height = z.centres[j]!;
      const presence = (Math.exp(-height / reach) * (1 - height / top) * thickness(j)) / discKpc;
      if (presence < 1e-6) continue;
      for (const { medium, rate } of losses) loss += atSun(medium, j) * rate[f]! * presence;
    }
    rates.diffusion[f] = (0.8 * reacceleration) / discKpc;
    rates.loss[f] = loss;
    rates.removal[f] = removal;
  }
  return rates;
}
