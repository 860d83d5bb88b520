/** Strength of the Galactic magnetic field, which sets synchrotron losses. */
import { sunRadiusKpc } from './units';

export const magneticFieldIds = ['pshirkov', 'exponential', 'uniform'] as const;

export type MagneticFieldId = (typeof magneticFieldIds)[number];

export interface MagneticField {
  readonly label: string;
  readonly citation: string;
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
    label: 'Pshirkov 2011 with turbulence',
    citation: 'Pshirkov et al., ApJ 738, 192 (2011), plus 7.5 µG turbulent at the Sun, as in DRAGON',
    strengthMicroGauss: pshirkovStrength,
  },
  exponential: {
    label: 'Exponential, 6.1 µG at the Sun',
    citation: 'Exponential disc with DRAGON constants: 6.1 µG, 10 kpc in r, 2 kpc in z',
    strengthMicroGauss: (rKpc, zKpc) => 6.1 * Math.exp((sunRadiusKpc - rKpc) / 10 - Math.abs(zKpc) / 2),
  },
  uniform: {
    label: 'Uniform, 6.1 µG',
    citation: 'The same everywhere: 6.1 µG, DRAGON default',
    strengthMicroGauss: () => 6.1,
  },
};
