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

interface Limit {
  readonly strongest: number;
  /** What happens beyond, and what to do about it beside less reacceleration. */
  readonly because: string;
  readonly remedy: string;
}

function limitOf(parameters: Parameters, species: SpeciesKey): Limit | undefined {
  const hasTwoHalos = parameters.profile !== 'uniform' && parameters.Delta !== 0;
  if (species === 'p')
    return hasTwoHalos
      ? {
          strongest: strongest.protonsInTwoHalos,
          because: 'Reacceleration of protons in two halos',
          remedy: 'Lower L',
        }
      : undefined;
  if (hasTwoHalos && electronLosses.every((process) => parameters[process] === 'off'))
    return {
      strongest: strongest.withoutLosses,
      because:
        'With every energy loss of electrons switched off, nothing stops reacceleration: in two halos it',
      remedy: 'Switch on a loss',
    };
  if (parameters.inverseCompton === 'off')
    return {
      strongest: strongest.withoutInverseCompton,
      because:
        'Without inverse Compton losses nothing slows electrons far from the disc: reacceleration there',
      remedy: 'Switch these losses on',
    };
  return undefined;
}

/**
 * Why a model is not solved, as one sentence that says what to change; undefined where nothing speaks against it. It depends on
 * nothing but what the solve reads, and asks no solve.
 */
export function refusalOf(parameters: Parameters, species: SpeciesKey): string | undefined {
  const limit = limitOf(parameters, species);
  if (limit === undefined || parameters.reacceleration === 'off') return undefined;
  const alfvenOverDiffusion =
    (parameters.vA * kpcPerMyrPerKmPerS * parameters.L) / (parameters.D0 * kpc2PerMyrPerCm2PerS);
  const strength = reaccelerationPrefactor(parameters.delta0) * alfvenOverDiffusion ** 2;
  if (strength <= limit.strongest) return undefined;
  const times = strength < 10 ? strength.toPrecision(2) : Math.round(strength);
  return `${limit.because} would outrun escape ${times} times, and up to ${limit.strongest} times can be solved. ${limit.remedy}, lower vA, or raise D0.`;
}

/** @throws SolverError of the kind `refused`. */
export function refuse(parameters: Parameters, species: SpeciesKey): void {
  const reason = refusalOf(parameters, species);
  if (reason !== undefined) throw new SolverError('refused', reason);
}
