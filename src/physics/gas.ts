/**
 * Interstellar hydrogen, in atoms per cm^3. Helium (0.11 by number) is added where it acts: in the losses
 * and in the cross section. The layers are 0.1 kpc thick: average over the cells of a coarser grid.
 */
import type { GasModelId } from './galaxyModels';
import { bronfmanMolecularAtomsPerCm3, ferriereAtomicPerCm3 } from './gasBronfmanFerriere';
import { galpropAtomicPerCm3, galpropIonisedPerCm3, galpropMolecularAtomsPerCm3 } from './gasGalprop';

type DensityPerCm3 = (rKpc: number, zKpc: number) => number;

export interface GasModel {
  readonly atomicPerCm3: DensityPerCm3;
  /** Atoms in molecules: twice the number of molecules. */
  readonly molecularAtomsPerCm3: DensityPerCm3;
  readonly ionisedPerCm3: DensityPerCm3;
}

export const gasModels: Record<GasModelId, GasModel> = {
  galprop: {
    atomicPerCm3: galpropAtomicPerCm3,
    molecularAtomsPerCm3: galpropMolecularAtomsPerCm3,
    ionisedPerCm3: galpropIonisedPerCm3,
  },
  bronfmanFerriere: {
    atomicPerCm3: ferriereAtomicPerCm3,
    molecularAtomsPerCm3: bronfmanMolecularAtomsPerCm3,
    ionisedPerCm3: () => 0,
  },
};

/** Hydrogen that can be ionised: atomic and molecular, atoms per cm^3. */
export function neutralHydrogenPerCm3(model: GasModel, rKpc: number, zKpc: number): number {
  return model.atomicPerCm3(rKpc, zKpc) + model.molecularAtomsPerCm3(rKpc, zKpc);
}
