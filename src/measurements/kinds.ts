/** What kind of number a quantity is, and the particle by which its abscissa changes axes. */
import { electronMassGeV, protonMassGeV } from '../physics/units';
import type { Quantity } from './tableTypes';

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

/** All nucleons weigh as much as the proton, as the model has it. */
function nucleus(chargeNumber: number, massNumber: number): Particle {
  return { massGeV: protonMassGeV, massNumber, chargeNumber };
}

const proton = nucleus(1, 1);
const electron: Particle = { ...proton, massGeV: electronMassGeV };

/**
 * The main isotope of an element. A table does not tell its mix, so on another axis every nucleus counts as that isotope;
 * experiments that measure total energies divide by the same mass number to print energies per nucleon. Here and not from the
 * table of nuclides, because the page starts with it.
 */
const mainIsotopes: Readonly<Record<string, Particle>> = {
  He: nucleus(2, 4),
  Li: nucleus(3, 7),
  Be: nucleus(4, 9),
  Be9: nucleus(4, 9),
  B: nucleus(5, 11),
  C: nucleus(6, 12),
  N: nucleus(7, 14),
  O: nucleus(8, 16),
  Ne: nucleus(10, 20),
  Mg: nucleus(12, 24),
  Si: nucleus(14, 28),
};

/**
 * The particle whose mass and charge convert a quantity: the electron for leptons, the main isotope for an element, that of the
 * denominator for a ratio.
 */
export function convertedAs(quantity: Quantity): Particle {
  if (quantity.startsWith('e')) return electron;
  return mainIsotopes[quantity.slice(quantity.indexOf('/') + 1)] ?? proton;
}
