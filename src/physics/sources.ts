/** Where cosmic rays are injected: f_S(r,z), one at the Sun (r = 8.5 kpc, z = 0) by definition (Jin16). */
import type { SourceModelId } from './galaxyModels';
import { sunRadiusKpc } from './units';

export interface SourceModel {
  /** Source density relative to the Sun's place, without unit; `zKpc` may have either sign. */
  readonly density: (rKpc: number, zKpc: number) => number;
}

const sunSquared = sunRadiusKpc * sunRadiusKpc;
/** The two branches of the core-collapse law meet at 3.7 kpc; the printed 3.55 would leave a step of 0.05 %. */
const innerPeak = Math.exp((sunSquared - 3.7 ** 2) / 6.8 ** 2);

/** Core-collapse (50 per kpc^3 Myr at the Sun) and thermonuclear (7.3) supernovae. */
function ferriereDensity(rKpc: number, zKpc: number): number {
  const height = Math.abs(zKpc);
  const radial =
    rKpc > 3.7
      ? Math.exp((sunSquared - rKpc * rKpc) / 6.8 ** 2)
      : innerPeak * Math.exp(-(((rKpc - 3.7) / 2.1) ** 2));
  const vertical = 0.79 * Math.exp(-((height / 0.212) ** 2)) + 0.21 * Math.exp(-((height / 0.636) ** 2));
  const thermonuclear = 7.3 * Math.exp((sunRadiusKpc - rKpc) / 4.5 - height / 0.325);
  return (50 * vertical * radial + thermonuclear) / 57.3;
}

interface RadialFamily {
  readonly power: number;
  readonly decay: number;
  readonly offsetKpc?: number;
  readonly scaleHeightKpc: number;
  /** No sources beyond this radius. */
  readonly cutKpc?: number;
}

/** ((r+r1)/(r_sun+r1))^a exp[-b (r-r_sun)/(r_sun+r1)] exp(-|z|/h). */
function radialFamily(law: RadialFamily): SourceModel['density'] {
  const offset = law.offsetKpc ?? 0;
  const scale = sunRadiusKpc + offset;
  const cut = law.cutKpc ?? Number.POSITIVE_INFINITY;
  return (rKpc, zKpc) =>
    rKpc > cut
      ? 0
      : ((rKpc + offset) / scale) ** law.power *
        Math.exp((-law.decay * (rKpc - sunRadiusKpc)) / scale - Math.abs(zKpc) / law.scaleHeightKpc);
}

export const sourceModels: Record<SourceModelId, SourceModel> = {
  ferriere: {
    density: ferriereDensity,
  },
  caseBhattacharya96: {
    density: radialFamily({ power: 1.69, decay: 3.33, scaleHeightKpc: 0.2, cutKpc: 15 }),
  },
  caseBhattacharya98: {
    density: radialFamily({ power: 2, decay: 3.53, scaleHeightKpc: 0.2 }),
  },
  lorimer06: {
    density: radialFamily({ power: 1.9, decay: 5, scaleHeightKpc: 0.2, cutKpc: 15 }),
  },
  yusifovKucuk04: {
    density: radialFamily({ power: 1.64, decay: 4.01, offsetKpc: 0.55, scaleHeightKpc: 0.1, cutKpc: 15 }),
  },
  galpropConventional: {
    density: radialFamily({ power: 1.25, decay: 3.56, scaleHeightKpc: 0.2, cutKpc: 15 }),
  },
  helmod: {
    density: radialFamily({ power: 1.5, decay: 3.5, scaleHeightKpc: 0.2 }),
  },
};
