/** Diffusion in momentum on moving magnetic waves (Jin16 Eq. 2; Seo & Ptuskin 1994, level of turbulence w = 1). */

/** C(delta) = 4 / [3 delta (4 - delta^2)(4 - delta)], without unit. */
export function reaccelerationPrefactor(delta: number): number {
  return 4 / (3 * delta * (4 - delta * delta) * (4 - delta));
}

/**
 * D_pp / p^2 = C(delta) v_A^2 / D_xx, 1/Myr.
 *
 * `slope` is the delta that stands in C; Jin16 does not say whether that is the local one.
 */
export function momentumDiffusionRate(
  alfvenSpeedKpcPerMyr: number,
  slope: number,
  diffusionKpc2PerMyr: number,
): number {
  return (reaccelerationPrefactor(slope) * alfvenSpeedKpcPerMyr * alfvenSpeedKpcPerMyr) / diffusionKpc2PerMyr;
}
