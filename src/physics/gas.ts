/**
 * Interstellar hydrogen, in atoms per cm^3. Helium (0.11 by number) is added where it acts: in the losses
 * and in the cross section. The layers are 0.1 kpc thick: average over the cells of a coarser grid.
 */
import { bronfmanMolecularAtomsPerCm3, ferriereAtomicPerCm3 } from './gasBronfmanFerriere';
import { galpropAtomicPerCm3, galpropIonisedPerCm3, galpropMolecularAtomsPerCm3 } from './gasGalprop';

export const gasModelIds = ['galprop', 'bronfmanFerriere'] as const;

export type GasModelId = (typeof gasModelIds)[number];

type DensityPerCm3 = (rKpc: number, zKpc: number) => number;

export interface GasModel {
  readonly label: string;
  readonly citation: string;
  readonly atomicPerCm3: DensityPerCm3;
  /** Atoms in molecules: twice the number of molecules. */
  readonly molecularAtomsPerCm3: DensityPerCm3;
  readonly ionisedPerCm3: DensityPerCm3;
}

export const gasModels: Record<GasModelId, GasModel> = {
  galprop: {
    label: 'GALPROP',
    citation:
      'H2 Bronfman et al. 1988 with X_CO = 1.9e20, HI Gordon & Burton 1976 with Dickey & Lockman 1990, HII Cordes et al. 1991; as in GALPROP and DRAGON',
    atomicPerCm3: galpropAtomicPerCm3,
    molecularAtomsPerCm3: galpropMolecularAtomsPerCm3,
    ionisedPerCm3: galpropIonisedPerCm3,
  },
  bronfmanFerriere: {
    label: 'Bronfman and Ferrière, analytic',
    citation: 'Bronfman et al. 1988 and Ferrière, as "BronfFerr" in DRAGON; without ionised gas',
    atomicPerCm3: ferriereAtomicPerCm3,
    molecularAtomsPerCm3: bronfmanMolecularAtomsPerCm3,
    ionisedPerCm3: () => 0,
  },
};

/** Hydrogen that can be ionised: atomic and molecular, atoms per cm^3. */
export function neutralHydrogenPerCm3(model: GasModel, rKpc: number, zKpc: number): number {
  return model.atomicPerCm3(rKpc, zKpc) + model.molecularAtomsPerCm3(rKpc, zKpc);
}

/** All hydrogen, atoms per cm^3. */
export function totalHydrogenPerCm3(model: GasModel, rKpc: number, zKpc: number): number {
  return neutralHydrogenPerCm3(model, rKpc, zKpc) + model.ionisedPerCm3(rKpc, zKpc);
}
