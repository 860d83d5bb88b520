/** What kind of number a quantity is, and the particle by which its abscissa changes axes. */
import { electronMassGeV, protonMassGeV } from '../physics/units';
import { type Quantity, quantities } from './tableTypes';

/** Ratios have no unit, and no Jacobian on another axis. */
export function isRatio(quantity: Quantity): boolean {
  return quantity.includes('/') || quantity === 'e+ fraction';
}

/** What kinematics needs of a particle; mass per nucleon. */
interface Particle {
  readonly massGeV: number;
  readonly massNumber: number;
  readonly chargeNumber: number;
}

/**
 * Charge and mass number of an element's main isotope. A table does not tell its mix, so on another axis every nucleus counts
 * as that isotope; experiments that measure total energies divide by the same mass number to print energies per nucleon.
 * Here and not from the table of nuclides, because the page starts with it.
 */
const mainIsotopes: Readonly<Record<string, readonly [chargeNumber: number, massNumber: number]>> = {
  He: [2, 4],
  Li: [3, 7],
  Be: [4, 9],
  B: [5, 11],
  C: [6, 12],
  N: [7, 14],
  O: [8, 16],
  Ne: [10, 20],
  Mg: [12, 24],
  Si: [14, 28],
};

/** Of a ratio, what is below the stroke. */
function particleOf(quantity: Quantity): Particle {
  if (quantity.startsWith('e')) return { massGeV: electronMassGeV, massNumber: 1, chargeNumber: 1 };
  const below = quantity === 'Be10/Be9' ? 'Be' : quantity.slice(quantity.indexOf('/') + 1);
  const [chargeNumber, massNumber] = mainIsotopes[below] ?? [1, 1];
  return { massGeV: protonMassGeV, massNumber, chargeNumber };
}

/**
 * The particle whose mass and charge convert a quantity: the electron for leptons, the main isotope for an element, that of the
 * denominator for a ratio. All nucleons weigh as much as the proton, as the model has it.
 */
// The cast: one entry for each quantity.
export const convertedAs = Object.fromEntries(
  quantities.map((quantity) => [quantity, particleOf(quantity)]),
) as Readonly<Record<Quantity, Particle>>;
