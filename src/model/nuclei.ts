/**
 * The nuclei of a model, from helium to silicon, as a network: what sources inject of each element, and what becomes of it.
 *
 * Abundances are ratios of sources at equal kinetic energy per nucleon (as in GALPROP's and DRAGON's tables); an element is injected as
 * its main isotope. In rigidity the spectrum has the protons' break and cutoff, and the protons' slopes unless it has its own.
 */

import { inelasticRatePerMyrPerAtom } from '../physics/inelastic';
import { type InjectionLaw, injectionSpectrum } from '../physics/injection';
import { kineticEnergyPerNucleonGeV, momentumGeV, rigidityFromKineticEnergy } from '../physics/kinematics';
import { decayRatePerMyr, type Nuclide, type NuclideId, nuclideIds, nuclideTable } from '../physics/nuclides';
import { spallationParents, spallationRatePerMyrPerAtom } from '../physics/spallation';
import { type Species, speciesTable } from '../physics/species';
import { injectionLaw } from './laws';
import type { Channel, NetworkMember } from './network';
import type { Parameters } from './parameters/values';
import { givenIn, type ParticleGrid, particles } from './particles';
import type { Transported } from './transported';

/** Kinetic energy per nucleon (GeV) at which abundances are ratios of sources, and the number of protons they are for. */
const abundanceEnergyGeV = kineticEnergyPerNucleonGeV(100);
const abundanceProtons = 1e6;

/** The isotope as which an element is injected. */
const injectedAs = {
  He4: 'abundance.He',
  C12: 'abundance.C',
  N14: 'abundance.N',
  O16: 'abundance.O',
  Ne20: 'abundance.Ne',
  Mg24: 'abundance.Mg',
  Si28: 'abundance.Si',
} as const satisfies Partial<Record<NuclideId, keyof Parameters>>;

function isInjected(id: NuclideId): id is keyof typeof injectedAs {
  return id in injectedAs;
}

/** The protons', up to well above the last energy given. */
const nucleusGrid: ParticleGrid = { ...particles.p.grid, highestGeV: 1e7 };

/** The injection spectrum of a nucleus in rigidity: the protons' but for slopes of its own. */
function nucleusInjection(parameters: Parameters, { element }: Nuclide): InjectionLaw {
  const protons = injectionLaw(parameters, 'p');
  const prefix = element === 'He' ? 'He' : 'nuclei';
  if (parameters[`${prefix}.slopes`] === 'proton') return protons;
  const slopeAbove = parameters[`${prefix}.alpha1`];
  const { secondBreak } = protons;
  return {
    ...protons,
    slopeBelow: parameters[`${prefix}.alpha0`],
    slopeAbove,
    ...(secondBreak && {
      secondBreak: {
        ...secondBreak,
        slopeAbove: slopeAbove + secondBreak.slopeAbove - protons.slopeAbove,
      },
    }),
  };
}

/** What a nucleus injects for one proton injected, both at the energy of abundances. */
function injectionStrength(
  parameters: Parameters,
  nuclide: Nuclide,
  law: InjectionLaw,
  id: keyof typeof injectedAs,
): number {
  const at = (species: Species, spectrum: InjectionLaw) =>
    injectionSpectrum(spectrum, rigidityFromKineticEnergy(species, abundanceEnergyGeV));
  const ofProtons = at(speciesTable.p, injectionLaw(parameters, 'p'));
  return ((parameters[injectedAs[id]] / abundanceProtons) * ofProtons) / at(nuclide, law);
}

function transportedNucleus(parameters: Parameters, id: NuclideId): Transported {
  const species = nuclideTable[id];
  const law = nucleusInjection(parameters, species);
  return {
    species,
    grid: nucleusGrid,
    givenGeV: givenIn('nuclei'),
    injection: isInjected(id) ? law : null,
    strength: isInjected(id) ? injectionStrength(parameters, species, law, id) : 1,
    cutoffGV: law.cutoffGV,
    inelasticRatePerMyrPerAtom: (momentum) => inelasticRatePerMyrPerAtom(species, momentum),
    decayRatePerMyr: species.decay ? (momentum) => decayRatePerMyr(species, momentum) : null,
  };
}

/** Into a nucleus: from what is heavier in collisions, and from what decays into it. */
function channelsInto({ spallation, heTarget }: Parameters, child: NuclideId): readonly Channel[] {
  return [
    ...spallationParents(spallation, child).map(
      (parent): Channel => ({
        parent,
        name: `${parent} to ${child} ${spallation} ${heTarget}`,
        happens: 'in gas',
        ratePerMyr: (momentum) =>
          spallationRatePerMyrPerAtom(spallation, heTarget, parent, child, momentumGeV(momentum)),
      }),
    ),
    ...nuclideIds
      .filter((parent) => nuclideTable[parent].decay?.daughter === child)
      .map(
        (parent): Channel => ({
          parent,
          name: `${parent} decays`,
          happens: 'anywhere',
          ratePerMyr: (momentum) => decayRatePerMyr(nuclideTable[parent], momentumGeV(momentum)),
        }),
      ),
  ];
}

/** Helium alone, of which nothing heavier is needed: no table holds what makes helium-4. */
export function heliumNetwork(parameters: Parameters): readonly NetworkMember[] {
  return nucleiNetwork(parameters).filter(({ id }) => id === 'He4');
}

/** From heavy to light, each after all that becomes it. */
export function nucleiNetwork(parameters: Parameters): readonly NetworkMember[] {
  return nuclideIds.toReversed().map((id) => {
    const particle = transportedNucleus(parameters, id);
    const channels = channelsInto(parameters, id);
    return {
      id,
      particle,
      channels,
      reads: JSON.stringify([particle.injection, particle.strength, channels.map(({ name }) => name)]),
    };
  });
}

/**
 * Faces of momentum cells stand at the break of nuclei with two nucleons for each charge, as all that are injected have; they crowd
 * there as for slopes that differ by as much as any, so that no slope moves a cell.
 */
export function cellsOfNuclei(parameters: Parameters): Transported {
  const nucleus = transportedNucleus(parameters, 'C12');
  const { secondBreak, ...law } = injectionLaw(parameters, 'p');
  const injection: InjectionLaw = {
    ...law,
    slopeBelow: 2,
    slopeAbove: 2.5,
    ...(secondBreak && { secondBreak: { ...secondBreak, slopeAbove: 2.2 } }),
  };
  return { ...nucleus, injection };
}
