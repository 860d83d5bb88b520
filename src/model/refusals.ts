/**
 * Models that cannot be solved, known before anything is tried. Light: the page asks here before it bothers a worker.
 */
import { reaccelerationPrefactor } from '../physics/reacceleration';
import { kpc2PerMyrPerCm2PerS, kpcPerMyrPerKmPerS } from '../physics/units';
import { SolverError } from '../solver/errors';
import type { Parameters } from './parameters/values';
import type { SpeciesKey } from './propagated';

/** Losses of electrons; without any, only escape holds them. */
const electronLosses = ['ionisation', 'coulomb', 'bremsstrahlung', 'synchrotron', 'inverseCompton'] as const;

/**
 * Reacceleration over escape, C(delta) (v_A L / D0)^2, above which models are not solved: beyond, some of them do not converge
 * (docs/model.md). The paper's models have 0.2. Protons in one halo, and electrons that scatter on radiation everywhere, always do.
 */
const strongest = { protonsInTwoHalos: 40, withoutInverseCompton: 25, withoutLosses: 7 } as const;

/** Whose reacceleration is limited, and to what. */
function limitOf(parameters: Parameters, species: SpeciesKey): readonly [string, number] | undefined {
  const hasTwoHalos = parameters.profile !== 'uniform' && parameters.Delta !== 0;
  if (species === 'p') return hasTwoHalos ? ['protons in two halos', strongest.protonsInTwoHalos] : undefined;
  if (hasTwoHalos && electronLosses.every((process) => parameters[process] === 'off'))
    return ['electrons in two halos with every energy loss switched off', strongest.withoutLosses];
  if (parameters.inverseCompton === 'on') return undefined;
  return ['electrons with inverse Compton losses switched off', strongest.withoutInverseCompton];
}

/**
 * Why a model is not solved, as one sentence that says what to change; undefined where nothing speaks against it. It depends on
 * nothing but what the solve reads, and asks no solve.
 */
export function refusalOf(parameters: Parameters, species: SpeciesKey): string | undefined {
  const limited = limitOf(parameters, species);
  if (limited === undefined || parameters.reacceleration === 'off') return undefined;
  const [whose, limit] = limited;
  const alfvenOverDiffusion =
    (parameters.vA * kpcPerMyrPerKmPerS * parameters.L) / (parameters.D0 * kpc2PerMyrPerCm2PerS);
  const strength = reaccelerationPrefactor(parameters.delta0) * alfvenOverDiffusion ** 2;
  if (strength <= limit) return undefined;
  const remedy = species === 'p' ? 'Lower L' : 'Switch losses on';
  return `Reacceleration of ${whose} would outrun escape ${Math.ceil(strength)} times, and up to ${limit} times can be solved. ${remedy}, lower vA, or raise D0.`;
}

/** @throws SolverError of the kind `refused`. */
export function refuse(parameters: Parameters, species: SpeciesKey): void {
  const reason = refusalOf(parameters, species);
  if (reason !== undefined) throw new SolverError('refused', reason);
}
