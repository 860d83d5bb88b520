import { describe, expect, it } from 'vitest';
import { composedSpectrum, type ModelSolutions } from '../../src/model/composition';
import { type ObservableId, observableIds, observables, solvesOf } from '../../src/model/observables';
import { standardParameters } from '../../src/model/parameters/values';
import type { Propagated, SolveKey } from '../../src/model/propagated';
import { interpolateLogLog, spectrumOf } from '../../src/model/spectrum';
import { protonMassGeV } from '../../src/physics/units';

const kineticEnergyGeV = Float64Array.from({ length: 321 }, (_, index) => 1e-2 * 10 ** (index / 40));
const slope = 2.8;
const power = (factor: number, steepness = slope) =>
  kineticEnergyGeV.map((energy) => factor * energy ** -steepness);

function solved(species: SolveKey, fluxes: Readonly<Record<string, Float64Array<ArrayBuffer>>>): Propagated {
  const [flux = power(1)] = Object.values(fluxes);
  return {
    species,
    report: {
      tier: 'settled',
      grid: { r: 1, z: 1, momentum: 1 },
      iterations: 1,
      residual: 0,
      milliseconds: 0,
      errorEstimate: 0,
      refinement: 0,
    },
    kineticEnergyGeV,
    flux,
    ...(species !== 'p' && species !== 'e-' && { fluxes }),
  };
}

const parameters = { ...standardParameters, 'phi.p': 500, 'phi.e': 700 };
const protons = solved('p', { p: power(1) });
const electrons = solved('e-', { 'e-': power(1, 3.1) });
const amounts = { B10: 2, B11: 5, C12: 20, C13: 3 };
const nuclei = solved(
  'nuclei',
  Object.fromEntries(Object.entries(amounts).map(([id, amount]) => [id, power(amount * 1e-3)])),
);
const secondaries = solved('secondaries', {
  pbar: power(1e-4),
  'e+': power(1e-4, 3.4),
  'secondary e-': power(7e-5, 3.4),
});
const solutions: ModelSolutions = {
  spectra: { p: spectrumOf(protons, parameters), 'e-': spectrumOf(electrons, parameters) },
  protons,
  nuclei,
  secondaries,
};

function spectrum(id: ObservableId) {
  const composed = composedSpectrum(id, solutions, parameters);
  if (composed === null) throw new Error(`${id} is not composed`);
  return composed;
}

function onRigidity(id: ObservableId) {
  const own = spectrum(id).onRigidity;
  if (own === undefined) throw new Error(`${id} is the same on both axes`);
  return own;
}

const scale = parameters['p.norm'] / 100 ** -slope;
/** Log-log interpolation of a power law is exact; rounding is left. */
const digits = 9;

describe('the table of observables', () => {
  it('has words of its own for each, which addresses can hold', () => {
    const words = observableIds.map((id) => observables[id].word);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it('knows what must be solved: nuclei are scaled as protons are, a ratio of nuclei needs no scale', () => {
    expect(solvesOf('p')).toEqual(['p']);
    expect(solvesOf('C').toSorted()).toEqual(['nuclei', 'p']);
    expect(solvesOf('B/C')).toEqual(['nuclei']);
    expect(solvesOf('pbar/p').toSorted()).toEqual(['p', 'secondaries']);
    expect(solvesOf('e+ fraction').toSorted()).toEqual(['e-', 'p', 'secondaries']);
  });
});

describe('isotopes', () => {
  it('are added at equal energy per nucleon, in the scale of the protons', () => {
    const { kineticEnergyGeV: energies, interstellar } = spectrum('B');
    for (const energy of [0.1, 3, 500]) {
      const flux = interpolateLogLog(energies, interstellar, energy);
      expect(flux / (7e-3 * scale * energy ** -slope)).toBeCloseTo(1, digits);
    }
  });

  it('are added at equal rigidity on that axis, which is another sum', () => {
    // Far above the mass, E = R Z/A for each nucleon, and the flux per rigidity has a factor dE/dR = Z/A.
    const rigidity = 1e5;
    const part = (amount: number, chargePerNucleon: number) =>
      amount * 1e-3 * scale * (rigidity * chargePerNucleon) ** -slope * chargePerNucleon;
    const expected = part(amounts.B10, 5 / 10) + part(amounts.B11, 5 / 11);
    const { rigidityGV, interstellar } = onRigidity('B');
    const flux = interpolateLogLog(rigidityGV, interstellar, rigidity);
    // E = R Z/A - m + ...: m/E = 2e-5, to the power of the flux.
    expect(flux / expected).toBeCloseTo(1, 3);
    const atEqualEnergy = part(amounts.B10 + amounts.B11, 5 / 11);
    expect(Math.abs(atEqualEnergy / expected - 1)).toBeGreaterThan(0.04);
  });

  it('make B/C 7/23 at equal energy, and by hand at equal rigidity', () => {
    const { interstellar, modulated } = spectrum('B/C');
    for (const value of interstellar) expect(value).toBeCloseTo(7 / 23, digits);
    // The heavier isotope of boron loses less energy in the heliosphere: more of it is left.
    expect(modulated[80]).not.toBeCloseTo(7 / 23, 4);
    const share = (amount: number, chargePerNucleon: number) => amount * chargePerNucleon ** (1 - slope);
    const byHand = (share(2, 5 / 10) + share(5, 5 / 11)) / (share(20, 6 / 12) + share(3, 6 / 13));
    const { rigidityGV, interstellar: ratio } = onRigidity('B/C');
    expect(interpolateLogLog(rigidityGV, ratio, 1e5)).toBeCloseTo(byHand, 5);
    expect(byHand).toBeGreaterThan(1.04 * (7 / 23));
  });

  it('are modulated each with its own charge and mass number', () => {
    const { kineticEnergyGeV: energies, modulated } = spectrum('B');
    const energy = 1;
    const inside = (amount: number, massNumber: number) => {
      const outside = energy + (5 / massNumber) * 0.5;
      const factor = (energy * (energy + 2 * protonMassGeV)) / (outside * (outside + 2 * protonMassGeV));
      return factor * amount * 1e-3 * scale * outside ** -slope;
    };
    const flux = interpolateLogLog(energies, modulated, energy);
    expect(flux / (inside(amounts.B10, 10) + inside(amounts.B11, 11))).toBeCloseTo(1, digits);
  });
});

describe('antimatter', () => {
  it('has antiprotons modulated as protons, so that their ratio is flat where both have one slope', () => {
    const { interstellar, modulated, onRigidity: other } = spectrum('pbar/p');
    expect(other).toBeUndefined();
    for (const values of [interstellar, modulated])
      for (const value of values) expect(value / 1e-4).toBeCloseTo(1, digits);
  });

  it('has positrons over all electrons: primary, secondary and positrons', () => {
    const primary = parameters['e.norm'] / 33 ** -3.1;
    for (const energy of [1, 30]) {
      const [e, plus, minus] = [
        primary * energy ** -3.1,
        1e-4 * scale * energy ** -3.4,
        7e-5 * scale * energy ** -3.4,
      ];
      const fraction = spectrum('e+ fraction');
      const sum = spectrum('e- + e+');
      const at = ({ kineticEnergyGeV: x, interstellar }: typeof sum) =>
        interpolateLogLog(x, interstellar, energy);
      // Between energies a sum of two powers is taken for one.
      expect(at(sum) / (e + plus + minus)).toBeCloseTo(1, 6);
      expect(at(fraction)).toBeCloseTo(plus / (e + plus + minus), 4);
    }
  });

  it('changes with the potential of electrons, antiprotons with that of protons', () => {
    const changed = { ...parameters, 'phi.e': 0 };
    const flux = (id: ObservableId, which: typeof parameters) =>
      composedSpectrum(id, solutions, which)?.modulated[80];
    expect(flux('e+', changed)).not.toBe(flux('e+', parameters));
    expect(flux('pbar', changed)).toBe(flux('pbar', parameters));
  });
});

describe('what is not solved yet', () => {
  it('is no spectrum', () => {
    const { protons: _, ...unscaled } = solutions;
    expect(composedSpectrum('C', unscaled, parameters)).toBeNull();
    expect(composedSpectrum('B/C', unscaled, parameters)).not.toBeNull();
    expect(composedSpectrum('e- + e+', { spectra: {}, protons, secondaries }, parameters)).toBeNull();
    expect(composedSpectrum('He', solutions, parameters)).toBeNull();
  });

  it('ends an observable where one of its particles ends', () => {
    const short = { ...secondaries, kineticEnergyGeV: kineticEnergyGeV.slice(0, 201) };
    const cut = composedSpectrum('pbar/p', { ...solutions, secondaries: short }, parameters);
    expect(cut?.kineticEnergyGeV.at(-1)).toBe(kineticEnergyGeV[200]);
  });
});
