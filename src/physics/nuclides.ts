/**
 * Nuclei from helium to silicon: what a network needs to make lithium, beryllium and boron of what is injected.
 *
 * All have the proton's mass for each nucleon, so that one grid of momenta per nucleon is one of energies for all of them,
 * and a fragment that keeps its parent's speed keeps its place on the grid (as DRAGON and CRAMS have it; the binding energy
 * left out is 1 % of the mass). Neon, magnesium and silicon are lumped into their main isotope. Carbon-14 is left out (its
 * half-life is short: nitrogen-14 takes 2 % of its production from it).
 */
import { lorentzFactorFromMomentum, type MomentumGeV } from './kinematics';
import { nucleusCrossSectionPerAtomMb } from './nucleusInelastic';
import type { NuclideId, Species } from './species';
import { protonMassGeV } from './units';

export type { NuclideId } from './species';

export type ElementId = 'He' | 'Li' | 'Be' | 'B' | 'C' | 'N' | 'O' | 'Ne' | 'Mg' | 'Si';

export interface Nuclide extends Species {
  readonly id: NuclideId;
  readonly element: ElementId;
  /** Of the bare nucleus, at rest. */
  readonly decay?: { readonly halfLifeMyr: number; readonly daughter: NuclideId };
}

const elements: Record<ElementId, { readonly name: string; readonly chargeNumber: number }> = {
  He: { name: 'Helium', chargeNumber: 2 },
  Li: { name: 'Lithium', chargeNumber: 3 },
  Be: { name: 'Beryllium', chargeNumber: 4 },
  B: { name: 'Boron', chargeNumber: 5 },
  C: { name: 'Carbon', chargeNumber: 6 },
  N: { name: 'Nitrogen', chargeNumber: 7 },
  O: { name: 'Oxygen', chargeNumber: 8 },
  Ne: { name: 'Neon', chargeNumber: 10 },
  Mg: { name: 'Magnesium', chargeNumber: 12 },
  Si: { name: 'Silicon', chargeNumber: 14 },
};

function nuclide<Element extends ElementId, Mass extends number>(
  element: Element,
  massNumber: Mass,
  decay?: Nuclide['decay'],
): Nuclide & { readonly id: `${Element}${Mass}` & NuclideId } {
  const { name, chargeNumber } = elements[element];
  // The template is what the type says; the compiler takes any text of a template for a plain one.
  const id = `${element}${massNumber}` as `${Element}${Mass}` & NuclideId;
  return {
    id,
    label: `${name}-${massNumber}`,
    kind: 'nucleus',
    massGeV: protonMassGeV,
    massNumber,
    chargeNumber,
    element,
    inelasticPerAtomMb: (energy) => nucleusCrossSectionPerAtomMb({ id, massNumber, chargeNumber }, energy),
    ...(decay && { decay }),
  };
}

/**
 * Half-life of beryllium-10: Chmeleff et al. and Korschinek et al. 2010, 1.387 Myr (GALPROP, DRAGON and CRAMS still have 1.51).
 * Beryllium-7 decays by capturing an electron, of which a bare nucleus has none: it is stable here.
 */
export const nuclideTable: { readonly [Id in NuclideId]: Nuclide & { readonly id: Id } } = {
  He3: nuclide('He', 3),
  He4: nuclide('He', 4),
  Li6: nuclide('Li', 6),
  Li7: nuclide('Li', 7),
  Be7: nuclide('Be', 7),
  Be9: nuclide('Be', 9),
  B10: nuclide('B', 10),
  Be10: nuclide('Be', 10, { halfLifeMyr: 1.387, daughter: 'B10' }),
  B11: nuclide('B', 11),
  C12: nuclide('C', 12),
  C13: nuclide('C', 13),
  N14: nuclide('N', 14),
  N15: nuclide('N', 15),
  O16: nuclide('O', 16),
  Ne20: nuclide('Ne', 20),
  Mg24: nuclide('Mg', 24),
  Si28: nuclide('Si', 28),
};

/** From light to heavy, and of equal mass what decays last: backwards, each comes before all that it becomes. */
export const nuclideIds = Object.keys(nuclideTable) as readonly NuclideId[];

/** Decays per Myr of a moving nucleus, ln 2 / (gamma T); 0 for stable ones. */
export function decayRatePerMyr(nuclide: Nuclide, momentum: MomentumGeV): number {
  if (!nuclide.decay) return 0;
  return Math.LN2 / (lorentzFactorFromMomentum(nuclide, momentum) * nuclide.decay.halfLifeMyr);
}
