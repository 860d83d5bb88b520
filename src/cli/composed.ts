/** Nuclei, secondaries and observables: solves what they are made of, and composes columns of numbers of it. */
import { composedSpectrum, type ModelSolutions } from '../model/composition';
import { nearbyContributions } from '../model/nearby';
import type { Parameters } from '../model/parameters/values';
import { isSpecies, type SolveKey, type SpeciesKey } from '../model/particles';
import { type CellsRequest, propagate } from '../model/propagate';
import type { Propagated, Tier } from '../model/propagated';
import { propagateNuclei } from '../model/propagateNuclei';
import { propagateSecondaries } from '../model/propagateSecondaries';
import { interpolateLogLog, modulatedFlux, scaleOf, spectrumOf } from '../model/spectrum';
import { needsRefinement } from '../model/tiers';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  rigidityFromMomentum,
} from '../physics/kinematics';
import { SolverError } from '../solver/errors';
import type { Columns, Solution, SolvedPart } from './answer';
import type { ComposedCommand, ObservableAxis } from './commandLine';
import { hasNucleons, isRatioSubject, mainParticle, type Subject, solvesIn, speciesOf } from './subject';

type Values = Float64Array<ArrayBuffer>;

/** An estimate that a finer grid leaves above this share is not of the grid, and finer ones would not help. */
const sharePerRefinement = 0.7;

/**
 * As spectra of single particles are: on the first grid whose estimated error is accepted, or the finest that converges, as long as
 * finer grids lower the estimate.
 */
function solveAccurately(
  propagated: (request: CellsRequest) => Propagated,
  parameters: Parameters,
  tier: Tier,
): Propagated {
  let solution = propagated({ parameters, tier });
  while (needsRefinement(solution.report)) {
    const { refinement, errorEstimate } = solution.report;
    try {
      solution = propagated({ parameters, tier, refinement: refinement + 1 });
    } catch (error) {
      if (error instanceof SolverError) break;
      throw error;
    }
    if (solution.report.errorEstimate > sharePerRefinement * errorEstimate) break;
  }
  return solution;
}

function solveOne(solve: SolveKey, { parameters, tier }: ComposedCommand): Propagated {
  if (isSpecies(solve)) return propagate({ parameters, species: solve, tier });
  return solveAccurately(solve === 'nuclei' ? propagateNuclei : propagateSecondaries, parameters, tier);
}

function spectrumOfSpecies(solved: Propagated, species: SpeciesKey, parameters: Parameters) {
  const nearby = nearbyContributions(parameters, species, solved.kineticEnergyGeV);
  return spectrumOf(solved, parameters, { nearby });
}

function solutionsOf(solved: ReadonlyMap<SolveKey, Propagated>, parameters: Parameters): ModelSolutions {
  const [protons, electrons] = [solved.get('p'), solved.get('e-')];
  const [nuclei, secondaries] = [solved.get('nuclei'), solved.get('secondaries')];
  return {
    spectra: {
      ...(protons && { p: spectrumOfSpecies(protons, 'p', parameters) }),
      ...(electrons && { 'e-': spectrumOfSpecies(electrons, 'e-', parameters) }),
    },
    ...(protons && { protons }),
    ...(nuclei && { nuclei }),
    ...(secondaries && { secondaries }),
  };
}

/** One subject at the Sun on kinetic energy per nucleon. */
interface Composed {
  readonly kineticEnergyGeV: Values;
  readonly rigidityGV: Values;
  readonly interstellar: Values;
  readonly modulated: Values;
  readonly onRigidity?: {
    readonly rigidityGV: Values;
    readonly interstellar: Values;
    readonly modulated: Values;
  };
}

function isotopeSpectrum(
  subject: Extract<Subject, { kind: 'isotope' }>,
  { protons, nuclei }: ModelSolutions,
  parameters: Parameters,
): Composed | null {
  const flux = nuclei?.fluxes?.[subject.id];
  if (protons === undefined || nuclei === undefined || flux === undefined) return null;
  const { kineticEnergyGeV } = nuclei;
  const species = speciesOf(subject.id);
  const scale = scaleOf(protons, parameters);
  const interstellar = flux.map((value) => value * scale);
  return {
    kineticEnergyGeV,
    rigidityGV: kineticEnergyGeV.map((energy) =>
      rigidityFromMomentum(species, momentumFromKineticEnergy(species, kineticEnergyPerNucleonGeV(energy))),
    ),
    interstellar,
    modulated: modulatedFlux(species, parameters['phi.p'], kineticEnergyGeV, interstellar),
  };
}

interface Curve {
  readonly x: Values;
  readonly lis: Values;
  readonly modulated: Values;
}

/** A single subject on an axis: fluxes per energy per nucleon or per rigidity, or ratios. */
function curveOfOne(
  subject: Exclude<Subject, { kind: 'ratio' }>,
  axis: ObservableAxis,
  spectrum: Composed,
): Curve {
  const { kineticEnergyGeV, rigidityGV, interstellar, modulated, onRigidity } = spectrum;
  if (axis === 'kineticEnergyPerNucleon') return { x: kineticEnergyGeV, lis: interstellar, modulated };
  if (onRigidity)
    return { x: onRigidity.rigidityGV, lis: onRigidity.interstellar, modulated: onRigidity.modulated };
  if (isRatioSubject(subject)) return { x: rigidityGV, lis: interstellar, modulated };
  // One charge and one mass for all: dE/dR = beta |Z|/A, with E per nucleon.
  const species = speciesOf(mainParticle(subject));
  const perRigidity = kineticEnergyGeV.map((energy) => {
    const momentum = momentumFromKineticEnergy(species, kineticEnergyPerNucleonGeV(energy));
    return (betaFromMomentum(species, momentum) * Math.abs(species.chargeNumber)) / species.massNumber;
  });
  const converted = (flux: Values) => flux.map((value, i) => value * perRigidity[i]!);
  return { x: rigidityGV, lis: converted(interstellar), modulated: converted(modulated) };
}

/** @throws Error where a solve is missing, which is a fault of the program. */
function spectrumOfSubject(
  subject: Exclude<Subject, { kind: 'ratio' }>,
  solutions: ModelSolutions,
  parameters: Parameters,
): Composed {
  const spectrum =
    subject.kind === 'isotope'
      ? isotopeSpectrum(subject, solutions, parameters)
      : composedSpectrum(subject.id, solutions, parameters);
  if (spectrum === null) throw new Error(`${subject.word} is not solved with what it is made of`);
  return spectrum;
}

function curveOf(
  subject: Subject,
  axis: ObservableAxis,
  solutions: ModelSolutions,
  parameters: Parameters,
): Curve {
  if (subject.kind !== 'ratio')
    return curveOfOne(subject, axis, spectrumOfSubject(subject, solutions, parameters));
  const term = (one: Subject) => curveOf(one, axis, solutions, parameters);
  return divided(term(subject.above), term(subject.below));
}

/** At the places of the first that the second has too. */
function divided(above: Curve, below: Curve): Curve {
  // The ends of both are on them, but for rounding.
  const [first, last] = [below.x[0]! * (1 - 1e-9), below.x.at(-1)! * (1 + 1e-9)];
  const rows = [...above.x.keys()].filter((i) => above.x[i]! >= first && above.x[i]! <= last);
  const ratio = (one: Values, other: Values) =>
    Float64Array.from(rows, (i) => one[i]! / interpolateLogLog(below.x, other, above.x[i]!));
  return {
    x: Float64Array.from(rows, (i) => above.x[i]!),
    lis: ratio(above.lis, below.lis),
    modulated: ratio(above.modulated, below.modulated),
  };
}

function columnsOf({ subject, axis, parameters }: ComposedCommand, solutions: ModelSolutions): Columns {
  if (axis !== null || subject.kind === 'ratio') {
    const { x, lis, modulated } = curveOf(subject, axis ?? 'kineticEnergyPerNucleon', solutions, parameters);
    return { x: [...x], lis: [...lis], modulated: [...modulated] };
  }
  const spectrum = spectrumOfSubject(subject, solutions, parameters);
  return {
    [hasNucleons(subject) ? 'kineticEnergyPerNucleonGeV' : 'kineticEnergyGeV']: [
      ...spectrum.kineticEnergyGeV,
    ],
    rigidityGV: [...spectrum.rigidityGV],
    lis: [...spectrum.interstellar],
    modulated: [...spectrum.modulated],
  };
}

/** @throws SolverError if the model is refused, or a solve does not converge. */
export function solveComposed(command: ComposedCommand): Solution {
  const solved = new Map(
    solvesIn(command.subject).map((solve) => [solve, solveOne(solve, command)] as const),
  );
  const columns = columnsOf(command, solutionsOf(solved, command.parameters));
  const [main, ...others] = [...solved].map(([solve, { report }]): SolvedPart => ({ solve, report }));
  if (main === undefined) throw new Error(`nothing is solved for ${command.subject.word}`);
  return { report: main.report, solvedWith: others, columns };
}
