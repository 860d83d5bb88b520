import type { ingredientsTable } from '../table/ingredients';
import type { HelpOf } from './helpOf';

export const ingredientsHelp: HelpOf<typeof ingredientsTable> = {
  sources: {
    definition:
      'Where cosmic rays are injected; one at the Sun by definition. Arms act in 3D; the other curves have their mean over azimuth.',
    source: 'Jin16 reference 26, which we read as Ferrière 2001 (DRAGON)',
  },
  gas: {
    definition: 'Atomic, molecular and ionised hydrogen, with 0.11 helium atoms for each hydrogen atom.',
    source: "Not stated in Jin16; DRAGON's default",
  },
  field: {
    definition: 'Strength of the Galactic magnetic field, which sets the synchrotron losses of electrons.',
    source: "Not stated in Jin16; DRAGON's default",
  },
  radiation: {
    definition: 'Starlight, dust emission and microwave background, which electrons scatter to gamma rays.',
    source: "Not stated in Jin16; DRAGON's default",
  },
};
