import { describe, expect, it } from 'vitest';
import { dataFolder, readTables } from '../../scripts/readTables';
import { agreementOf, residuals } from '../../src/inference/residuals';
import { type ComparedCurve, curveOnTable, fluxOnTable } from '../../src/inference/spectrumOnTable';
import { pull } from '../../src/measurements/compare';
import { withDifferences } from '../../src/measurements/difference';
import type { Axis, MeasuredTable } from '../../src/measurements/tableTypes';
import { protonMassGeV } from '../../src/physics/units';

const complete = withDifferences(readTables(dataFolder));
if (!complete.ok) throw new Error(complete.reason);
const { tables } = complete.value;
const table = (id: string): MeasuredTable => tables.find((one) => one.id === id)!;
const everything = [0, Number.POSITIVE_INFINITY] as const;

/** An isotope whose flux per energy per nucleon is a power of its momentum per nucleon. */
interface Isotope {
  readonly massNumber: number;
  readonly chargeNumber: number;
  readonly norm: number;
}
const index = 2.7;
const helium: readonly Isotope[] = [
  { massNumber: 4, chargeNumber: 2, norm: 500 },
  { massNumber: 3, chargeNumber: 2, norm: 80 },
];
const boron: readonly Isotope[] = [
  { massNumber: 11, chargeNumber: 5, norm: 7 },
  { massNumber: 10, chargeNumber: 5, norm: 3 },
];
const carbon: readonly Isotope[] = [{ massNumber: 12, chargeNumber: 6, norm: 40 }];

const momentumOf = (energy: number) => Math.sqrt(energy * (energy + 2 * protonMassGeV));
const perNucleon = ({ norm }: Isotope, energy: number) => norm * momentumOf(energy) ** -index;

/** Written down apart from the program: E = sqrt(p^2 + m^2) - m with p = Z R / A, and dE/dR = beta Z / A. */
function atRigidity(isotope: Isotope, rigidity: number): number {
  const momentum = (isotope.chargeNumber * rigidity) / isotope.massNumber;
  const total = Math.hypot(momentum, protonMassGeV);
  const slope = (momentum / total) * (isotope.chargeNumber / isotope.massNumber);
  return perNucleon(isotope, total - protonMassGeV) * slope;
}
const atTotal = (isotope: Isotope, energy: number) =>
  perNucleon(isotope, energy / isotope.massNumber) / isotope.massNumber;

const sum = (isotopes: readonly Isotope[], flux: (isotope: Isotope, x: number) => number, x: number) =>
  isotopes.reduce((total, isotope) => total + flux(isotope, x), 0);

/** 400 per decade: a power law between two of them is off by 1e-5 at most. */
const grid = Float64Array.from({ length: 4801 }, (_, step) => 10 ** (-3 + step / 400));

function curveOf(above: readonly Isotope[], below: readonly Isotope[] = []): ComparedCurve {
  const along = (flux: (isotope: Isotope, x: number) => number) =>
    grid.map((x) => sum(above, flux, x) / (below.length > 0 ? sum(below, flux, x) : 1));
  const [onEnergy, onRigidity] = [along(perNucleon), along(atRigidity)];
  return {
    kineticEnergyGeV: grid,
    interstellar: onEnergy.map((value) => 2 * value),
    modulated: onEnergy,
    onRigidity: {
      rigidityGV: grid,
      interstellar: onRigidity.map((value) => 2 * value),
      modulated: onRigidity,
    },
  };
}

const flux: Partial<Record<Axis, (isotope: Isotope, x: number) => number>> = {
  R: atRigidity,
  EKN: perNucleon,
  EK: atTotal,
};

describe('helium, of which two isotopes are measured together', () => {
  const curve = curveOf(helium);

  it.each([
    ['ams02-2021-he', 'R'],
    ['besspolar2-2016-he', 'EKN'],
    ['cream13-2017-he', 'EKN'],
  ] as const)('is added as %s has it', (id, axis) => {
    expect(table(id).axis).toBe(axis);
    const onTable = fluxOnTable(curve, table(id));
    for (const { x } of table(id).points)
      expect(Math.abs(onTable(x) / sum(helium, flux[axis]!, x) - 1)).toBeLessThan(1e-4);
  });

  it.each(['calet-2023-he', 'dampe-2021-he', 'dampe-2026-he'])(
    'is added at equal energy of the whole nucleus in %s',
    (id) => {
      const onTable = fluxOnTable(curve, table(id));
      const { onRigidity: _, ...perNucleonOnly } = curve;
      const withoutIsotopes = fluxOnTable(perNucleonOnly, table(id));
      for (const { x } of table(id).points) {
        const exact = sum(helium, atTotal, x);
        // Nuclei of one rigidity differ in total energy by the rest energy of a nucleon: 1 GeV of 50 at the first point, for
        // the 10 % that are helium-3.
        expect(Math.abs(onTable(x) / exact - 1)).toBeLessThan(0.004);
        // At equal energy per nucleon, 14 % of the nuclei would be placed a third too low in energy.
        expect(withoutIsotopes(x) / exact - 1).toBeGreaterThan(0.04);
      }
    },
  );

  it('is compared with the interstellar curve where Voyager is', () => {
    const voyager = table('voyager1-2016-he');
    const onTable = fluxOnTable(curve, voyager);
    const { x } = voyager.points.at(-1)!;
    expect(onTable(x) / sum(helium, perNucleon, x)).toBeCloseTo(2, 3);
  });

  it('does not count where its isotopes have not been solved', () => {
    const onRigidity = {
      rigidityGV: grid.subarray(0, 2301),
      interstellar: curve.modulated.subarray(0, 2301),
      modulated: curve.modulated.subarray(0, 2301),
    };
    const ams = table('ams02-2021-he');
    const [below, above] = [ams.points.filter(({ x }) => x <= 562), ams.points.filter(({ x }) => x > 563)];
    // 10^(-3 + 2300/400) GV is 562.3 GV: the energies go on, the rigidities end.
    const agreement = agreementOf(residuals({ ...curve, onRigidity }, ams), everything);
    expect(agreement).toMatchObject({ points: below.length, beyondSolve: above.length });
    expect(curveOnTable({ ...curve, onRigidity }, table('besspolar2-2016-he')).isSolvedAt(70)).toBe(true);
  });
});

describe('boron over carbon', () => {
  const curve = curveOf(boron, carbon);

  it('is the ratio at equal rigidity for AMS-02 and at equal energy per nucleon for CALET', () => {
    const at = (id: string, x: number) => fluxOnTable(curve, table(id))(x);
    // By hand: the same power of momentum for both, (A/Z)^(index - 1) relative to carbon's for each isotope.
    const higher = (7 * (2.2 / 2) ** 1.7 + 3) / 40;
    expect(at('ams02-2021-b-c', 60)).toBeCloseTo(higher, 3);
    expect(at('calet-2022-b-c', 30)).toBeCloseTo(10 / 40, 6);
    expect(higher / (10 / 40)).toBeCloseTo(1.12, 2);
  });
});

it('a curve through every point of a table has no chi2, on every axis and for every quantity', () => {
  const curve = curveOf(helium);
  for (const one of tables) {
    const through = fluxOnTable(curve, one);
    const exact = { ...one, points: one.points.map((point) => ({ ...point, y: through(point.x) })) };
    const agreement = agreementOf(residuals(curve, exact), everything);
    const counted = exact.points.filter((point) => pull(through, point) !== null).length;
    expect(agreement, one.id).toMatchObject({ chi2: 0, points: counted, beyondSolve: 0 });
  }
});
