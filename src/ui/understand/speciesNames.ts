import type { SpeciesKey } from '../../model/propagated';

export const speciesNames: Readonly<Record<SpeciesKey, string>> = { p: 'Protons', 'e-': 'Electrons' };
