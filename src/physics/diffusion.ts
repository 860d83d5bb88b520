/** Spatial diffusion: one power of rigidity in the disc, another in the outer halo (Jin16 Eqs. 3 and 5). */

export type DiffusionProfile = 'smooth' | 'step' | 'uniform';

export interface DiffusionLaw {
  /** 'smooth' is Jin16 Eq. 5, 'step' is Eq. 3, 'uniform' has the slope delta0 everywhere. */
  readonly profile: DiffusionProfile;
  /** D0: the value at the reference rigidity and beta = 1, at every height. */
  readonly coefficientKpc2PerMyr: number;
  readonly referenceRigidityGV: number;
  /** Slope of D in rigidity, in the plane. */
  readonly delta0: number;
  /** Added to the slope in the outer halo. */
  readonly Delta: number;
  /** The inner halo reaches to xi times the half-thickness. */
  readonly xi: number;
  /** Sharpness of the smooth profile. */
  readonly n: number;
  readonly halfThicknessKpc: number;
  /** D is proportional to beta to this power. */
  readonly eta: number;
  /** A break in rigidity, the same at every height: above, D grows more slowly. Not in Jin16. */
  readonly break?: {
    readonly rigidityGV: number;
    /** By how much the slope falls, and over what range: small is sharp. */
    readonly fall: number;
    readonly smoothness: number;
  };
}

/** [1 + (rho/rho_h)^(Delta_h/s)]^-s (Evoli, Aloisio & Blasi 2019; de la Torre Luque et al. 2021); 1 where there is no break. */
export function diffusionBreakFactor({ break: broken }: DiffusionLaw, rigidityGV: number): number {
  if (broken === undefined || broken.fall === 0) return 1;
  const { rigidityGV: at, fall, smoothness } = broken;
  // In ln: the power overflows where the break is sharp.
  const x = (fall / smoothness) * Math.log(rigidityGV / at);
  return Math.exp(-smoothness * (x > 30 ? x : Math.log1p(Math.exp(x))));
}

/**
 * Slope delta(z) of the diffusion coefficient in rigidity at height `zKpc`.
 *
 * Smooth: delta0 + Delta (|z|/(xi L))^n inside xi L (Jin16 Eq. 5; the printed bracket is incomplete, this
 * is its only continuous reading). Step: delta0 for |z| < xi L (Eq. 3). Outside both: delta0 + Delta.
 */
export function diffusionSlope(law: DiffusionLaw, zKpc: number): number {
  if (law.profile === 'uniform') return law.delta0;
  const depth = Math.abs(zKpc) / (law.xi * law.halfThicknessKpc);
  if (depth >= 1) return law.delta0 + law.Delta;
  return law.profile === 'step' ? law.delta0 : law.delta0 + law.Delta * depth ** law.n;
}

/** D = D0 beta^eta (rho/rho0)^delta(z), kpc^2/Myr (Jin16 Eqs. 3 and 5), with a break where there is one. */
export function diffusionCoefficient(
  law: DiffusionLaw,
  zKpc: number,
  rigidityGV: number,
  beta: number,
): number {
  return (
    law.coefficientKpc2PerMyr *
    diffusionBreakFactor(law, rigidityGV) *
    beta ** law.eta *
    (rigidityGV / law.referenceRigidityGV) ** diffusionSlope(law, zKpc)
  );
}
