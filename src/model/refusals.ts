/**
 * Models that cannot be solved, known before anything is tried. Light: the page asks here before it bothers a worker.
 */
import { reaccelerationPrefactor } from '../physics/reacceleration';
import { kpc2PerMyrPerCm2PerS, kpcPerMyrPerKmPerS } from '../physics/units';
import { SolverError } from '../solver/errors';
import type { Parameters } from './parameters/values';
import { injectedIn, type SolveKey, type SpeciesKey } from './particles';

/** Losses of electrons beside inverse Compton; without any, only escape holds them. */
const otherLosses = ['ionisation', 'coulomb', 'bremsstrahlung', 'synchrotron'] as const;

/**
 * Reacceleration over escape, C(delta) (v_A L / D0)^2, above which models are not solved: beyond, some of them do not converge
 * (docs/model.md). The paper's models have 0.2. Protons in one halo, and electrons that scatter on radiation everywhere, always do.
 */
const strongestProtons = 40;
const strongestWithoutInverseCompton = 25;
const strongestWithoutLosses = 7;

/** The strongest that is solved, and what else would help, to begin a sentence. */
function limitOf(parameters: Parameters, species: SpeciesKey): readonly [number, string] | undefined {
  const hasTwoHalos = parameters.profile !== 'uniform' && parameters.Delta !== 0;
  if (species === 'p') return hasTwoHalos ? [strongestProtons, 'Lower'] : undefined;
  if (parameters.inverseCompton === 'on') return undefined;
  return hasTwoHalos && otherLosses.every((process) => parameters[process] === 'off')
    ? [strongestWithoutLosses, 'Switch on a loss, lower']
    : [strongestWithoutInverseCompton, 'Switch on inverse Compton losses, lower'];
}

/**
 * Why a model is not solved, in words that say what to change; undefined where nothing speaks against it. It depends on
 * nothing but what the solve reads, and asks no solve.
 */
export function refusalOf(parameters: Parameters, solve: SolveKey): string | undefined {
  const limit = limitOf(parameters, injectedIn(solve));
  if (limit === undefined || parameters.reacceleration === 'off') return undefined;
  const [strongest, remedy] = limit;
  const alfvenOverDiffusion =
    (parameters.vA * kpcPerMyrPerKmPerS * parameters.L) / (parameters.D0 * kpc2PerMyrPerCm2PerS);
  const strength = reaccelerationPrefactor(parameters.delta0) * alfvenOverDiffusion ** 2;
  if (strength <= strongest) return undefined;
  // Without the strength itself: two models that are refused for one reason say the same, once.
  return `Reacceleration outruns escape more than ${strongest} times, which cannot be solved. ${remedy} vA or L, or raise D0.`;
}

/** @throws SolverError of the kind `refused`. */
export function refuse(parameters: Parameters, solve: SolveKey): void {
  const reason = refusalOf(parameters, solve);
  if (reason !== undefined) throw new SolverError('refused', reason);
}
