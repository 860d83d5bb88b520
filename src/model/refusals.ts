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
 * Reacceleration over escape, C(delta) (v_A L / D0)^2, above which electrons without losses are not solved. The paper's
 * models have 0.2. Up to 7 they converge, from 10 on not always (docs/model.md).
 */
const strongestWithoutLosses = 7;

/**
 * Why a model is not solved, as one sentence that says what to change; undefined where nothing speaks against it. It depends on
 * nothing but what the solve reads, and asks no solve.
 */
export function refusalOf(parameters: Parameters, species: SpeciesKey): string | undefined {
  if (species !== 'e-' || parameters.profile === 'uniform' || parameters.Delta === 0) return undefined;
  if (parameters.reacceleration === 'off' || electronLosses.some((process) => parameters[process] === 'on'))
    return undefined;
  const alfvenOverDiffusion =
    (parameters.vA * kpcPerMyrPerKmPerS * parameters.L) / (parameters.D0 * kpc2PerMyrPerCm2PerS);
  const strength = reaccelerationPrefactor(parameters.delta0) * alfvenOverDiffusion ** 2;
  if (strength <= strongestWithoutLosses) return undefined;
  return `With every energy loss of electrons switched off, nothing stops reacceleration: in two halos it would outrun escape ${strength.toPrecision(2)} times, and up to ${strongestWithoutLosses} times can be solved. Switch on a loss, lower vA, or raise D0.`;
}

/** @throws SolverError of the kind `refused`. */
export function refuse(parameters: Parameters, species: SpeciesKey): void {
  const reason = refusalOf(parameters, species);
  if (reason !== undefined) throw new SolverError('refused', reason);
}
