/** The particles that are propagated. Nuclei from helium on have a table of their own (`nuclides.ts`). */
import { electronMassGeV, protonMassGeV } from './units';

export type SpeciesId = 'p' | 'e-' | 'e+' | 'pbar';

/** Element and mass number. */
export type NuclideId =
  | 'He3'
  | 'He4'
  | 'Li6'
  | 'Li7'
  | 'Be7'
  | 'Be9'
  | 'Be10'
  | 'B10'
  | 'B11'
  | 'C12'
  | 'C13'
  | 'N14'
  | 'N15'
  | 'O16'
  | 'Ne20'
  | 'Mg24'
  | 'Si28';

export interface Species {
  readonly id: SpeciesId | NuclideId;
  readonly label: string;
  readonly kind: 'nucleus' | 'lepton';
  /** Mass in GeV: per nucleon for nuclei. */
  readonly massGeV: number;
  /** Nucleons; 1 for leptons, whose energies and momenta are those of the whole particle. */
  readonly massNumber: number;
  /** Charge in units of the proton's, signed. */
  readonly chargeNumber: number;
  /**
   * Cross section in mb of inelastic collisions with one hydrogen atom of the gas and its helium. With nuclides and the antiproton that
   * collides (`antiprotonInelastic.ts`) only, so that theirs come with them; `inelastic.ts` knows the proton's.
   */
  readonly inelasticPerAtomMb?: (kineticEnergyPerNucleonGeV: number) => number;
}

function species(
  id: SpeciesId,
  label: string,
  kind: Species['kind'],
  massGeV: number,
  chargeNumber: number,
): Species {
  return { id, label, kind, massGeV, massNumber: 1, chargeNumber };
}

export const speciesTable: Record<SpeciesId, Species> = {
  p: species('p', 'Protons', 'nucleus', protonMassGeV, 1),
  'e-': species('e-', 'Electrons', 'lepton', electronMassGeV, -1),
  'e+': species('e+', 'Positrons', 'lepton', electronMassGeV, 1),
  pbar: species('pbar', 'Antiprotons', 'nucleus', protonMassGeV, -1),
};
