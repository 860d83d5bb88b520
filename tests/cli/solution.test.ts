import { describe, expect, it } from 'vitest';
import type { Columns } from '../../src/cli/answer';
import { parseCommandLine, type SolveCommand } from '../../src/cli/commandLine';
import { remarksOn } from '../../src/cli/remarks';
import { runCommand } from '../../src/cli/solution';
import { standardParameters } from '../../src/model/parameters/values';
import { presets } from '../../src/model/presets';
import { propagate } from '../../src/model/propagate';
import { propagateNuclei } from '../../src/model/propagateNuclei';
import { interpolateLogLog, scaleOf } from '../../src/model/spectrum';
import { protonMassGeV } from '../../src/physics/units';

function command(...words: string[]): SolveCommand {
  const parsed = parseCommandLine([...words, '--tier', 'live']);
  if (parsed.kind !== 'solve') throw new Error('not a solve');
  return parsed.command;
}

function run(...words: string[]) {
  return runCommand(command(...words));
}

function column(columns: Columns, name: string): readonly number[] {
  const values = columns[name];
  if (values === undefined) throw new Error(`no column ${name}`);
  return values;
}

const electrons = ['--preset', 'thm', '--species', 'e-'];

describe('a solution', () => {
  const { columns, report } = run(...electrons);

  it('is converged on the grid of the tier asked for', () => {
    expect(report.tier).toBe('live');
    expect(report.iterations).toBeGreaterThan(0);
  });

  it('meets the reference flux of its parameters at 33 GeV', () => {
    const energies = column(columns, 'kineticEnergyGeV');
    const lis = column(columns, 'lis');
    const reference = standardParameters['e.norm'];
    const above = energies.findIndex((energy) => energy > 33);
    expect(lis[above]).toBeLessThan(reference);
    expect(lis[above - 1]).toBeGreaterThan(reference);
  });

  it.each([
    ['z', 'zKpc', 0],
    ['r', 'rKpc', 8.5],
  ] as const)('has the flux of the spectrum at the Sun in its %s profile', (axis, name, sun) => {
    // 10 GeV is one of the spectrum's own energies, so the two agree to round-off.
    const profile = run(...electrons, '--profile', axis, '--energy', '10').columns;
    const energy = column(columns, 'kineticEnergyGeV').findIndex((value) => Math.abs(value / 10 - 1) < 1e-9);
    const flux = column(profile, 'lis')[column(profile, name).indexOf(sun)]!;
    expect(flux / column(columns, 'lis')[energy]!).toBeCloseTo(1, 9);
  });

  it('falls from the plane to the edge of the halo', () => {
    const profile = run(...electrons, '--profile', 'z', '--energy', '100').columns;
    const zKpc = column(profile, 'zKpc');
    const lis = column(profile, 'lis');
    expect(zKpc[0]).toBe(0);
    expect(zKpc.at(-1)).toBeLessThan(5);
    for (let i = 1; i < lis.length; i++) expect(lis[i]).toBeLessThan(lis[i - 1]!);
  });
});

describe('beyond the cutoff nothing is solved', () => {
  const cut = [...electrons, '--set', 'e.rhoCut=1000'];

  it('which a profile at its very end says instead of zeros', () => {
    expect(() => run(...cut, '--profile', 'z', '--energy', '19999')).toThrow(
      /at the end of what is solved, 20 times the cutoff \(e\.rhoCut = 1000 GV\)/,
    );
  });

  it.each([[], ['--set', 'near.vela=on']])(
    'which is said of the rows of a spectrum, with %j too',
    (...more) => {
      const asked = command(...cut, ...more);
      const answer = runCommand(asked);
      const [remark, ...others] = remarksOn(asked, answer);
      expect(others).toEqual([]);
      const from = Number(/^From (\S+) GeV on nothing is solved/.exec(remark ?? '')?.[1]);
      expect(from).toBeGreaterThan(10_000);
      expect(from).toBeLessThan(20_000);
    },
  );
});

const thm = ['--preset', 'thm'];
const energyName = 'kineticEnergyPerNucleonGeV';

function valueAt(columns: Columns, x: number, name = 'lis'): number {
  const places = Object.values(columns)[0]!;
  const row = places.findIndex((place) => Math.abs(place / x - 1) < 1e-9);
  if (row < 0) throw new Error(`${x} is none of the places`);
  return column(columns, name)[row]!;
}

/** Columns of an observable on energy, of which 10 and 100 GeV are given. */
function onEnergy(observable: string, ...words: string[]): Columns {
  return run(...thm, '--observable', observable, '--axis', 'kineticEnergyPerNucleon', ...words).columns;
}

/** Power-law interpolation between rows of falling or rising columns. */
function interpolated(columns: Columns, x: number, name = 'lis'): number {
  return interpolateLogLog(
    Float64Array.from(column(columns, 'x')),
    Float64Array.from(column(columns, name)),
    x,
  );
}

describe('nuclei', () => {
  const of = (species: string, ...words: string[]) => run(...thm, '--species', species, ...words).columns;
  const energies = [0.1, 1, 10, 1000];

  it('have energy per nucleon, and the rigidity of the main isotope', () => {
    const carbon = of('C');
    expect(Object.keys(carbon)).toEqual([energyName, 'rigidityGV', 'lis', 'modulated']);
    // Carbon-12 has two nucleons for each charge.
    const rigidity = 2 * Math.sqrt(10 * (10 + 2 * protonMassGeV));
    expect(valueAt(carbon, 10, 'rigidityGV') / rigidity).toBeCloseTo(1, 12);
  });

  it('are added at equal energy per nucleon to an element', () => {
    const [boron, ...isotopes] = ['B', 'B10', 'B11'].map((species) => of(species));
    for (const name of ['lis', 'modulated'])
      for (const energy of energies) {
        const sum = isotopes.reduce((total, isotope) => total + valueAt(isotope, energy, name), 0);
        expect(valueAt(boron!, energy, name) / sum).toBeCloseTo(1, 12);
      }
  });

  it('are scaled by what brings the protons of the model to their reference flux', () => {
    const request = { parameters: presets.thm.parameters, tier: 'live' } as const;
    const protons = propagate({ ...request, species: 'p' });
    const nuclei = propagateNuclei(request);
    const scale = scaleOf(protons, request.parameters);
    const at = (flux: Float64Array) => interpolateLogLog(nuclei.kineticEnergyGeV, flux, 10);
    const { O16: oxygen } = nuclei.fluxes!;
    expect(valueAt(of('O16'), 10) / (scale * at(oxygen!))).toBeCloseTo(1, 9);
    const doubled = ['--set', `p.norm=${2 * presets.thm.parameters['p.norm']}`];
    for (const species of ['He', 'Be10', 'pbar', 'e+']) {
      // A second solve starts from the first, and differs by the residual of the tier at most.
      expect(valueAt(of(species, ...doubled), 10) / valueAt(of(species), 10)).toBeCloseTo(2, 3);
    }
  });

  it('do not hear of what is told to change nothing', () => {
    const oxygen = of('O');
    expect(of('O', '--set', 'abundance.C=3000')).toEqual(oxygen);
    expect(of('O', '--set', 'abundance.O=3000')).not.toEqual(oxygen);
  });
});

describe('observables', () => {
  it('are the ratio of two spectra at equal energy, those of the table and others', () => {
    // Nuclei of the same model are solved once; secondaries once more, which moves them within the residual of the tier, 3e-4.
    for (const [ratio, above, below, digits] of [
      ['B/C', 'B', 'C', 9],
      ['N/O', 'N', 'O', 9],
      ['p/He', 'p', 'He', 9],
      ['pbar/p', 'pbar', 'p', 3],
    ] as const) {
      const [columns, one, other] = [ratio, above, below].map((word) => onEnergy(word));
      expect(Object.keys(columns!)).toEqual(['x', 'lis', 'modulated']);
      for (const name of ['lis', 'modulated'])
        for (const energy of [1, 10, 1000])
          expect(
            (valueAt(columns!, energy, name) * valueAt(other!, energy, name)) / valueAt(one!, energy, name),
          ).toBeCloseTo(1, digits);
    }
  });

  it('are the ratio of two fluxes at equal rigidity on that axis, which is another one', () => {
    const [ratio, above, below] = ['N/O', 'N', 'O'].map((word) => run(...thm, '--observable', word).columns);
    const [table, boron, carbon] = ['B/C', 'B', 'C'].map((word) => run(...thm, '--observable', word).columns);
    for (const rigidity of [3, 30, 300]) {
      // Power laws between rows, 40 for each decade: what their bending leaves.
      expect(
        interpolated(ratio!, rigidity) / (interpolated(above!, rigidity) / interpolated(below!, rigidity)),
      ).toBeCloseTo(1, 3);
      expect(
        interpolated(table!, rigidity) / (interpolated(boron!, rigidity) / interpolated(carbon!, rigidity)),
      ).toBeCloseTo(1, 3);
    }
    // Boron-11 has 2.2 nucleons for each charge, and so less energy than carbon at one rigidity.
    expect(valueAt(onEnergy('B/C'), 100) / interpolated(table!, 201.8)).toBeLessThan(0.95);
  });

  it('have fluxes per rigidity on that axis', () => {
    const isotope = run(...thm, '--observable', 'Be10', '--axis', 'rigidity').columns;
    const energy = 10;
    const momentum = Math.sqrt(energy * (energy + 2 * protonMassGeV));
    const beta = momentum / (energy + protonMassGeV);
    expect(
      valueAt(isotope, (10 / 4) * momentum) / (valueAt(onEnergy('Be10'), energy) * beta * (4 / 10)),
    ).toBeCloseTo(1, 12);
    const positrons = run(...thm, '--observable', 'e+', '--axis', 'rigidity').columns;
    expect(interpolated(positrons, 10) / valueAt(onEnergy('e+'), 10)).toBeCloseTo(1, 3);
  });

  it('hold extra positrons at their flux at 300 GeV, and as many electrons', () => {
    const extra = ['--set', 'extraPositrons=on', '--set', 'x.norm=1e-6'];
    const added = (word: string) => {
      const [without, together] = [onEnergy(word), onEnergy(word, ...extra)];
      return interpolated(together, 300) - interpolated(without, 300);
    };
    // The residual of the tier, of a flux that is itself smaller.
    expect(added('e+') / 1e-6).toBeCloseTo(1, 2);
    expect(added('e-+e+') / 2e-6).toBeCloseTo(1, 2);
  });

  it('have primary and secondary electrons in them', () => {
    const sum = onEnergy('e-+e+');
    const [fraction, positrons, primary] = ['e+/(e-+e+)', 'e+', 'e-'].map((word) => onEnergy(word));
    expect((valueAt(fraction!, 10) * valueAt(sum, 10)) / valueAt(positrons!, 10)).toBeCloseTo(1, 3);
    const secondary = valueAt(sum, 10) - valueAt(positrons!, 10) - valueAt(primary!, 10);
    // Fewer than positrons, of which collisions make more.
    expect(secondary / valueAt(positrons!, 10)).toBeGreaterThan(0.5);
    expect(secondary / valueAt(positrons!, 10)).toBeLessThan(1);
  });

  it('reach to the end of what is given with the lowest cutoff of protons', () => {
    const cut = ['--set', 'p.rhoCut=1e5'];
    for (const word of ['B/C', 'pbar/p', 'e+/(e-+e+)']) {
      const { lis, modulated } = run(...thm, '--observable', word, ...cut).columns;
      for (const value of [...lis!, ...modulated!]) expect(value).toBeGreaterThan(0);
    }
  });

  it('are solved with the protons that set their scale, which is told', () => {
    const { report, solvedWith } = run(...thm, '--species', 'C');
    expect(report.tier).toBe('live');
    expect(solvedWith?.map(({ solve }) => solve)).toEqual(['p']);
    expect(run(...thm, '--observable', 'B/C').solvedWith).toEqual([]);
  });
});
