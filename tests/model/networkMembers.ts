/** Made-up members of a network: one parent, and what it becomes, with rates of the test's own. */
import type { Channel, NetworkMember } from '../../src/model/network';
import { type MemberDensity, solveNetwork } from '../../src/model/network';
import { cellsOfNuclei } from '../../src/model/nuclei';
import type { Parameters } from '../../src/model/parameters/values';
import { fluxAtSun } from '../../src/model/propagate';
import { type TierSettings, tierSettings } from '../../src/model/tiers';
import type { Transported } from '../../src/model/transported';
import { nuclideTable } from '../../src/physics/nuclides';

/** What all members are but for their id: equal rigidities diffuse alike. */
export const species = nuclideTable.Be10;

export interface Rates {
  /** Per Myr and hydrogen atom, and per Myr anywhere. */
  readonly inGas?: (momentumGeV: number) => number;
  readonly anywhere?: (momentumGeV: number) => number;
}

/** Injected as carbon is; lost at these rates alone. */
function particleOf(parameters: Parameters, { inGas, anywhere }: Rates, isInjected: boolean): Transported {
  const cells = cellsOfNuclei(parameters);
  return {
    ...cells,
    species,
    strength: 1,
    injection: isInjected ? cells.injection : null,
    inelasticRatePerMyrPerAtom: inGas ?? null,
    decayRatePerMyr: anywhere ?? null,
  };
}

export interface Family {
  readonly parent: MemberDensity;
  readonly daughter: MemberDensity;
  /** The same parent, were it stable. */
  readonly stable: MemberDensity;
  readonly particles: Readonly<Record<'parent' | 'daughter' | 'stable', Transported>>;
}

/** All that the parent loses becomes the daughter, which loses nothing. */
export function solveFamily(
  parameters: Parameters,
  rates: Rates,
  settings: TierSettings = tierSettings.settled,
): Family {
  const particles = {
    parent: particleOf(parameters, rates, true),
    daughter: particleOf(parameters, {}, false),
    stable: particleOf(parameters, {}, true),
  };
  const channel = (name: string, happens: Channel['happens'], ratePerMyr: Rates['inGas']) =>
    ratePerMyr ? [{ parent: 'parent', name, happens, ratePerMyr }] : [];
  const name = JSON.stringify([1, 10].map((p) => [rates.inGas?.(p), rates.anywhere?.(p)]));
  const channels = [
    ...channel(`in gas ${name}`, 'in gas', rates.inGas),
    ...channel(`anywhere ${name}`, 'anywhere', rates.anywhere),
  ];
  const member = (id: keyof typeof particles, own: readonly Channel[]): NetworkMember => ({
    id,
    reads: `${id} ${name}`,
    particle: particles[id],
    channels: own,
  });
  const solved = solveNetwork({
    parameters,
    reads: '',
    members: [member('stable', []), member('parent', []), member('daughter', channels)],
    settings,
    cellsOf: cellsOfNuclei(parameters),
  });
  const of = (id: string) => {
    const density = solved.get(id);
    if (density === undefined) throw new Error(`${id} is not solved`);
    return density;
  };
  return { parent: of('parent'), daughter: of('daughter'), stable: of('stable'), particles };
}

/** Density per momentum at the Sun. */
export function atSun(density: MemberDensity, energiesGeV: readonly number[]): Float64Array {
  return fluxAtSun(density, species, Float64Array.from(energiesGeV));
}
