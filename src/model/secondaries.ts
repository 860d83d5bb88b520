/**
 * What collisions of protons and helium with the gas make: antiprotons, positrons, electrons, protons of lower energy. Their sources
 * are built from the solved densities at each place (physics: antiprotons.ts, secondaryLeptons.ts), in the gas of the model.
 */

import { antiprotonNonAnnihilatingPerAtomMb, collidingAntiproton } from '../physics/antiprotonInelastic';
import { antiprotonYield, heavierNucleiFactor } from '../physics/antiprotons';
import { inelasticCrossSectionPerAtomMb, inelasticRatePerMyrPerAtom } from '../physics/inelastic';
import type { InjectionLaw } from '../physics/injection';
import { kamaeJumpsGeV } from '../physics/kamae';
import { heavierNucleiLeptonFactor, secondaryLeptonYield } from '../physics/secondaryLeptons';
import { type Species, speciesTable } from '../physics/species';
import { electronMassGeV } from '../physics/units';
import { weightedIntegral } from '../solver/cellMeans';
import { injectionLaw } from './laws';
import { type MemberDensity, type SharedCells, sharedCells, solveMember } from './network';
import { cellsOfNuclei, heliumNetwork } from './nuclei';
import type { Parameters } from './parameters/values';
import { givenIn, particles } from './particles';
import { type CellsRequest, settingsOf } from './propagate';
import type { TierSettings } from './tiers';
import { type Transported, transported } from './transported';
import type { Birth } from './transportProblem';
import { bornInGas, once, type Projectiles, together, type Yield } from './yields';

export const secondaryIds = ['pbar', 'e+', 'secondary e-', 'secondary p', 'extra e+'] as const;
export type SecondaryId = (typeof secondaryIds)[number];
/** Whose fluxes are curves, or parts of curves: protons that come of protons are but projectiles. */
export const shownSecondaries = secondaryIds.filter((id) => id !== 'secondary p');

/** Parents of what is made at an energy have ten times that and more: sources end well below the parents' cutoff. */
const productsOverParents = 0.1;
const highestGeV = 1e6;

const antiprotonGrid = {
  ...particles.p.grid,
  lowestGeV: 1e-3,
  highestGeV,
  sketch: { below: 0.25, above: 0.5, turnGeV: 300 },
};
const leptonGrid = {
  ...particles['e-'].grid,
  highestGeV,
  sketch: { below: 0.12, above: 0.4, turnGeV: 30 },
};

function born(parameters: Parameters, species: Species): Transported {
  const isLepton = species.kind === 'lepton';
  return {
    species,
    grid: isLepton ? leptonGrid : antiprotonGrid,
    givenGeV: givenIn('secondaries'),
    injection: null,
    strength: 1,
    cutoffGV: productsOverParents * injectionLaw(parameters, 'p').cutoffGV,
    inelasticRatePerMyrPerAtom: isLepton ? null : (momentum) => inelasticRatePerMyrPerAtom(species, momentum),
    decayRatePerMyr: null,
  };
}

/** Sources of positrons that are no collisions: a power of rigidity with a cutoff. */
function extraPositrons(parameters: Parameters): Transported {
  const slope = parameters['x.alpha'];
  const injection: InjectionLaw = {
    breakGV: 1,
    slopeBelow: slope,
    slopeAbove: slope,
    cutoffGV: parameters['x.rhoCut'],
  };
  return {
    ...transported(parameters, 'e-'),
    species: speciesTable['e+'],
    injection,
    cutoffGV: injection.cutoffGV,
  };
}

/** As sharing cells asks: no slope moves them. */
function cellsOfProtons(parameters: Parameters): Transported {
  const { injection, ...protons } = transported(parameters, 'p');
  const cells = cellsOfNuclei(parameters);
  return { ...protons, injection: cells.injection ?? injection };
}

/**
 * Antiprotons that scatter without annihilating come out with less energy, all energies alike (Tan & Ng 1983). As in GALPROP and
 * DRAGON once: those that scatter again are lost, 2 % of all at 1 GeV.
 */
const tertiaryYield: Yield = {
  name: 'tertiary antiprotons',
  mbPerGeV: (projectileGeV) => antiprotonNonAnnihilatingPerAtomMb(projectileGeV) / projectileGeV,
  jumpsAtTop: true,
};
/** As GALPROP and DRAGON have it: protons come out of collisions as antiprotons do, and those that scatter again are lost. */
const secondaryProtonYield: Yield = {
  name: 'secondary protons',
  mbPerGeV: (projectileGeV) => inelasticCrossSectionPerAtomMb(projectileGeV) / projectileGeV,
  jumpsAtTop: true,
};

/**
 * More radii than a tier has, but while a hand moves: leptons of a TeV come from within a kiloparsec, over which the gas that they are
 * made in varies from cell to cell. With the 18 of tier settled positrons of the paper's two halos are 1.2 % off at 1 TeV.
 */
const radiiOverTier = 1.5;

/** The cells that a request asks for. */
export function secondariesSettings(request: CellsRequest): TierSettings {
  const settings = settingsOf(request);
  return request.tier === 'live'
    ? settings
    : { ...settings, radii: Math.round(radiiOverTier * settings.radii) };
}

export type SecondariesSolution = ReadonlyMap<string, MemberDensity>;

export interface SecondariesRequest {
  readonly parameters: Parameters;
  readonly settings: TierSettings;
  readonly reads: string;
}

/** What both a member's sketch and the member itself are as projectiles. */
function projectiles(species: Species, density: MemberDensity) {
  const of = ({ grid, weight, g }: Pick<MemberDensity, 'grid' | 'weight' | 'g'>): Projectiles => ({
    species,
    momentum: grid.momentum,
    weight,
    g,
  });
  return { sketch: of(density.sketch), full: of(density) };
}
type BothProjectiles = ReturnType<typeof projectiles>;

interface Made {
  readonly by: BothProjectiles;
  readonly yields: Yield;
}

/** Two kinds on the same cells as one: the second in units of the first one's weight. */
function added(one: Projectiles, other: Projectiles): Projectiles {
  const plane = one.g.length / one.momentum.count;
  const integral = (weight: Float64Array, k: number) => weightedIntegral(one.momentum, weight, k, () => 1);
  const g = one.g.slice();
  for (let k = 0; k < one.momentum.count; k++) {
    const share = integral(other.weight, k) / integral(one.weight, k);
    for (let c = k * plane; c < (k + 1) * plane; c++) g[c] = g[c]! + share * other.g[c]!;
  }
  return { ...one, g };
}

/** What protons and helium make of a kind. */
function yieldsOf(
  projectile: 'p' | 'He4',
  product: 'pbar' | 'e+' | 'e-',
  { pbarProduction }: Parameters,
): Yield {
  if (product === 'pbar') {
    const { mbPerGeV } = antiprotonYield(pbarProduction);
    return {
      name: `${projectile} to pbar ${pbarProduction}`,
      mbPerGeV: (from, to) => heavierNucleiFactor * mbPerGeV(projectile, from, to),
    };
  }
  const { mbPerGeV } = secondaryLeptonYield();
  return {
    name: `${projectile} to ${product}`,
    jumpsGeV: kamaeJumpsGeV,
    // Yields of leptons are per total energy.
    mbPerGeV: (from, to) =>
      heavierNucleiLeptonFactor * mbPerGeV(product, projectile, from, to + electronMassGeV),
  };
}

/**
 * Every secondary's density everywhere, with those of protons and helium-4.
 *
 * @param near a solution of neighbouring parameters, to start from.
 * @throws SolverError if a solve does not converge.
 */
export function solveSecondaries(
  { parameters, settings, reads }: SecondariesRequest,
  near?: SecondariesSolution,
): SecondariesSolution {
  const solved = new Map<string, MemberDensity>();
  const solve = (
    id: string,
    particle: Transported,
    cells: SharedCells,
    birth?: { readonly inSketch: Birth; readonly inFull: Birth },
  ) => {
    const before = solved.get(id) ?? near?.get(id);
    const density = solveMember({ parameters, particle, settings, cells, birth, before, reads });
    solved.set(id, density);
    return projectiles(particle.species, density);
  };
  const birthOf = (species: Species, made: readonly Made[]) => {
    const from = (which: 'sketch' | 'full') =>
      bornInGas(
        parameters,
        species,
        made.map(({ by, yields }) => ({ by: by[which], yields })),
      );
    return { inSketch: from('sketch'), inFull: from('full') };
  };

  const protonCells = sharedCells(parameters, cellsOfProtons(parameters), settings);
  const primaries = solve('p', transported(parameters, 'p'), protonCells);
  const helium = heliumNetwork(parameters)[0]!;
  const he4 = solve('He4', helium.particle, sharedCells(parameters, cellsOfNuclei(parameters), settings));
  // Where collisions take nothing away they give nothing back either.
  const isScattered = parameters.fragmentation === 'on';
  const scattered =
    isScattered &&
    solve(
      'secondary p',
      { ...transported(parameters, 'p'), injection: null },
      protonCells,
      birthOf(speciesTable.p, [{ by: primaries, yields: secondaryProtonYield }]),
    );
  const protons = scattered
    ? {
        sketch: added(primaries.sketch, scattered.sketch),
        full: added(primaries.full, scattered.full),
      }
    : primaries;
  const madeOf = (product: 'pbar' | 'e+' | 'e-'): readonly Made[] => [
    { by: protons, yields: yieldsOf('p', product, parameters) },
    { by: he4, yields: yieldsOf('He4', product, parameters) },
  ];

  const antiproton = born(parameters, collidingAntiproton);
  const antiprotonCells = sharedCells(parameters, antiproton, settings);
  const direct = birthOf(antiproton.species, madeOf('pbar'));
  const firstborn = { inSketch: once(direct.inSketch), inFull: once(direct.inFull) };
  const first = solve('pbar', antiproton, antiprotonCells, firstborn);
  if (isScattered) {
    const again = birthOf(antiproton.species, [{ by: first, yields: tertiaryYield }]);
    solve('pbar', antiproton, antiprotonCells, {
      inSketch: together(firstborn.inSketch, again.inSketch),
      inFull: together(firstborn.inFull, again.inFull),
    });
  }

  const positron = born(parameters, speciesTable['e+']);
  const leptonCells = sharedCells(parameters, positron, settings);
  solve('e+', positron, leptonCells, birthOf(positron.species, madeOf('e+')));
  const electron = born(parameters, speciesTable['e-']);
  solve('secondary e-', electron, leptonCells, birthOf(electron.species, madeOf('e-')));
  if (parameters.extraPositrons === 'on') {
    const extra = extraPositrons(parameters);
    solve('extra e+', extra, sharedCells(parameters, extra, settings));
  }
  return solved;
}

/** Of each secondary its particle. */
export const speciesOfSecondary: Readonly<Record<SecondaryId, Species>> = {
  pbar: collidingAntiproton,
  'e+': speciesTable['e+'],
  'secondary e-': speciesTable['e-'],
  'secondary p': speciesTable.p,
  'extra e+': speciesTable['e+'],
};
