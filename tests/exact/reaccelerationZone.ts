/**
 * One well-mixed zone with D_pp = K p^2, an escape time, injection at one momentum and no losses: the exact
 * spectrum is two power laws that meet at the injection momentum.
 */

export interface ReaccelerationZone {
  /** K = D_pp / p^2, 1/Myr. */
  readonly diffusionRatePerMyr: number;
  /** Escape time, Myr; Infinity for none. */
  readonly escapeTimeMyr: number;
}

/** Slopes s of psi ~ p^s: `below` the injection momentum, and `above` it. */
export function reaccelerationSlopes(zone: ReaccelerationZone): { below: number; above: number } {
  const root = Math.sqrt(9 + 4 / (zone.diffusionRatePerMyr * zone.escapeTimeMyr));
  return { below: (1 + root) / 2, above: (1 - root) / 2 };
}

/** psi(p) per unit momentum for `rate` particles per Myr injected at `injectionMomentumGeV`. */
export function reaccelerationSpectrum(
  zone: ReaccelerationZone,
  rate: number,
  injectionMomentumGeV: number,
  momentumGeV: number,
): number {
  const { below, above } = reaccelerationSlopes(zone);
  const peak = rate / (zone.diffusionRatePerMyr * injectionMomentumGeV * (below - above));
  return peak * (momentumGeV / injectionMomentumGeV) ** (momentumGeV < injectionMomentumGeV ? below : above);
}
