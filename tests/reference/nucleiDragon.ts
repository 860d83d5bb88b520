/** The network that DRAGON v1.0 solved: its nuclides, its cross sections, its abundances. Provenance is in the fixtures' headers. */
import { readFileSync } from 'node:fs';
import { type Channel, type NetworkMember, solveNetwork } from '../../src/model/network';
import { cellsOfNuclei } from '../../src/model/nuclei';
import type { Parameters } from '../../src/model/parameters/values';
import { presets } from '../../src/model/presets';
import { fluxAtSun } from '../../src/model/propagate';
import { type TierSettings, tierSettings } from '../../src/model/tiers';
import { type Transported, transported } from '../../src/model/transported';
import {
  betaFromMomentum,
  kineticEnergyFromMomentum,
  lorentzFactorFromMomentum,
  momentumGeV,
} from '../../src/physics/kinematics';
import { nucleusCrossSectionPerAtomMb } from '../../src/physics/nucleusInelastic';
import { type NuclideId, nuclideIds, nuclideTable } from '../../src/physics/nuclides';
import { type Species, speciesTable } from '../../src/physics/species';
import { collisionRatePerMyrPerMb } from '../../src/physics/units';
import { interpolateCubic, nodeBelow } from '../../src/solver/interpolate';

/** Cells of a fixture, and the names of its columns. */
function fixture(name: string): { readonly columns: readonly string[]; readonly rows: string[][] } {
  const text = readFileSync(new URL(`./fixtures/nuclei-dragon-${name}.csv`, import.meta.url), 'utf8');
  const lines = text.trimEnd().split('\n');
  const columns = (lines.findLast((line) => line.startsWith('#')) ?? '').slice(2).split(',');
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(','));
  return { columns, rows };
}

/** Fluxes by name, and the energies (GeV per nucleon) at which they are. */
export function dragonFluxes(model: 'cm' | 'thm') {
  const { columns, rows } = fixture(model);
  const of = (name: string) => rows.map((row) => Number(row[columns.indexOf(name)]));
  return { energiesGeV: rows.map(([energy]) => Number(energy)), of };
}

/** How tables of few energies are read in between, in ln E: DRAGON's own way is not known. */
export type Reading = 'linear' | 'cubic';

/** A cross section (mb) at a kinetic energy per nucleon; constant beyond the table. */
function reader(energiesGeV: readonly number[], values: readonly number[], reading: Reading) {
  const x = Float64Array.from(energiesGeV, Math.log);
  const y = Float64Array.from(values);
  return (energyGeV: number) => {
    const at = Math.min(Math.max(Math.log(energyGeV), x[0]!), x[x.length - 1]!);
    if (reading === 'cubic') return Math.max(0, interpolateCubic(x, y, at));
    const node = nodeBelow(x, at);
    return y[node]! + ((at - x[node]!) / (x[node + 1]! - x[node]!)) * (y[node + 1]! - y[node]!);
  };
}

/**
 * The inelastic cross section of a nuclide, of which ten energies are known: between them as CROSEC, which both codes have, goes for the
 * nearest mass. With straight lines in ln E between 1 and 3 GeV fluxes are up to 1.7 % off there.
 */
function inelasticReader(massNumber: number, energiesGeV: readonly number[], values: readonly number[]) {
  const distance = (id: NuclideId) => Math.abs(nuclideTable[id].massNumber - massNumber);
  const nearest = nuclideIds.reduce((best, id) => (distance(id) < distance(best) ? id : best));
  const overNearest = values.map(
    (value, i) => value / nucleusCrossSectionPerAtomMb(nuclideTable[nearest], energiesGeV[i]!),
  );
  const ratio = reader(energiesGeV, overNearest, 'linear');
  return (energyGeV: number) =>
    ratio(energyGeV) * nucleusCrossSectionPerAtomMb(nuclideTable[nearest], energyGeV);
}

export const protonStrength = 1.06e6;

/** Settings of its runs in the words of the explorer. */
export function parametersOf(model: 'cm' | 'thm'): Parameters {
  return { ...presets[model].parameters, 'p.rhoCut': 1e7 };
}

interface Row {
  readonly species: Species;
  readonly source: number;
  readonly halfLifeMyr: number;
  readonly daughter: string;
  readonly inelastic: readonly number[];
}

/** From heavy to light; of equal mass what decays first. */
function nuclides(): { readonly list: readonly Row[]; readonly energiesGeV: readonly number[] } {
  const { columns, rows } = fixture('nuclides');
  const list = rows.map(
    ([name = '', Z, A, source, halfLife, daughter = '', ...inelastic]): Row => ({
      species: { ...speciesTable.p, label: name, massNumber: Number(A), chargeNumber: Number(Z) },
      source: Number(source),
      halfLifeMyr: Number(halfLife),
      daughter,
      inelastic: inelastic.map(Number),
    }),
  );
  list.sort(
    (one, other) =>
      other.species.massNumber - one.species.massNumber ||
      Number(one.halfLifeMyr === 0) - Number(other.halfLifeMyr === 0),
  );
  return { list, energiesGeV: columns.slice(6).map(Number) };
}

function members(parameters: Parameters, reading: Reading): NetworkMember[] {
  const { list, energiesGeV } = nuclides();
  const spallation = fixture('spallation');
  const spallationGeV = spallation.columns.slice(2).map(Number);
  const { injection } = transported(parameters, 'p');
  if (injection === null) throw new Error('Protons are injected.');
  const cells = cellsOfNuclei(parameters);

  return list.map(({ species, source, halfLifeMyr, inelastic }) => {
    const { label: id, massNumber, chargeNumber } = species;
    const perMb = (read: (energyGeV: number) => number) => (momentum: number) => {
      const p = momentumGeV(momentum);
      const energy = kineticEnergyFromMomentum(species, p);
      return read(energy) * betaFromMomentum(species, p) * collisionRatePerMyrPerMb;
    };
    const decay = (halfLife: number) => (momentum: number) =>
      Math.LN2 / (halfLife * lorentzFactorFromMomentum(species, momentumGeV(momentum)));
    const particle: Transported = {
      ...cells,
      species,
      injection: source > 0 ? injection : null,
      // Strengths are those at equal momentum per nucleon above the break.
      strength: (source / protonStrength) * (massNumber / chargeNumber) ** injection.slopeAbove,
      inelasticRatePerMyrPerAtom: perMb(inelasticReader(massNumber, energiesGeV, inelastic)),
      decayRatePerMyr: halfLifeMyr > 0 ? decay(halfLifeMyr) : null,
    };
    const channels: Channel[] = spallation.rows.flatMap(([parent = '', child, ...values]) =>
      child !== id
        ? []
        : {
            parent,
            name: `DRAGON ${reading} ${parent} to ${id}`,
            happens: 'in gas',
            ratePerMyr: perMb(reader(spallationGeV, values.map(Number), reading)),
          },
    );
    const decaying: Channel[] = list
      .filter(({ daughter }) => daughter === id)
      .map((parent) => ({
        parent: parent.species.label,
        name: `DRAGON ${parent.species.label} decays`,
        happens: 'anywhere',
        ratePerMyr: decay(parent.halfLifeMyr),
      }));
    return { id, reads: `${id} ${reading}`, particle, channels: [...channels, ...decaying] };
  });
}

/** Fluxes at the Sun for one unit of protons' source, by the name of a nuclide. */
export function explorerFluxes(
  model: 'cm' | 'thm',
  energiesGeV: readonly number[],
  reading: Reading = 'linear',
  settings: TierSettings = tierSettings.settled,
): (name: string) => Float64Array {
  const parameters = parametersOf(model);
  const network = members(parameters, reading);
  const solved = solveNetwork({
    parameters,
    reads: model,
    members: network,
    settings,
    cellsOf: cellsOfNuclei(parameters),
  });
  return (name) => {
    const density = solved.get(name);
    const member = network.find(({ id }) => id === name);
    if (density === undefined || member === undefined) throw new Error(`${name} is not in the network`);
    return fluxAtSun(density, member.particle.species, Float64Array.from(energiesGeV));
  };
}
