/** Strength of the Galactic magnetic field, which sets synchrotron losses. */
import type { MagneticFieldId } from './galaxyModels';
import { sunRadiusKpc } from './units';

export interface MagneticField {
  /** Total field strength in microgauss; `zKpc` may have either sign. */
  readonly strengthMicroGauss: (rKpc: number, zKpc: number) => number;
}

/** Regular disc and halo fields of Pshirkov et al. (2011) with an exponential turbulent field, as in DRAGON. */
function pshirkovStrength(rKpc: number, zKpc: number): number {
  const height = Math.abs(zKpc);
  const disc = 2 * (rKpc < 5 ? 1 : Math.exp((sunRadiusKpc - rKpc) / 10)) * Math.exp(-height);
  const layer = (height - 1.3) / (height < 1.3 ? 0.2 : 0.4);
  const halo = ((4 / (1 + layer * layer)) * rKpc * Math.exp(1 - rKpc / 8)) / 8;
  const turbulent = 7.5 * Math.exp((sunRadiusKpc - rKpc) / 8.5 - height / 4);
  return Math.hypot(disc + halo, turbulent);
}

export const magneticFields: Record<MagneticFieldId, MagneticField> = {
  pshirkov: {
    strengthMicroGauss: pshirkovStrength,
  },
  exponential: {
    strengthMicroGauss: (rKpc, zKpc) => 6.1 * Math.exp((sunRadiusKpc - rKpc) / 10 - Math.abs(zKpc) / 2),
  },
  uniform: {
    strengthMicroGauss: () => 6.1,
  },
};
