/** The particles that are propagated. A new nucleus is one more entry. */
import { electronMassGeV, protonMassGeV } from './units';

export type SpeciesId = 'p' | 'e-' | 'e+' | 'pbar';

export interface Species {
  readonly id: SpeciesId;
  readonly label: string;
  readonly kind: 'nucleus' | 'lepton';
  /** Mass in GeV: per nucleon for nuclei. */
  readonly massGeV: number;
  /** Nucleons; 1 for leptons, whose energies and momenta are those of the whole particle. */
  readonly massNumber: number;
  /** Charge in units of the proton's, signed. */
  readonly chargeNumber: number;
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
