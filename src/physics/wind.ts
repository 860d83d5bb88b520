/**
 * A Galactic wind away from the plane, V_c(z) = sign(z) (V0 + V1 |z|): the linear law of GALPROP and DRAGON. Jin16 Eq. 1 has V_c, and
 * its Table 1 sets it to zero.
 */
import { kpcPerMyrPerKmPerS } from './units';

export interface WindLaw {
  /** V0, just above the plane. */
  readonly startKmPerS: number;
  /** V1: how much faster for each kiloparsec of height. */
  readonly growthKmPerSPerKpc: number;
}

export function isBlowing({ startKmPerS, growthKmPerSPerKpc }: WindLaw): boolean {
  return startKmPerS > 0 || growthKmPerSPerKpc > 0;
}

/** V_c away from the plane at a height of either sign, kpc/Myr. */
export function windKpcPerMyr({ startKmPerS, growthKmPerSPerKpc }: WindLaw, zKpc: number): number {
  return (startKmPerS + growthKmPerSPerKpc * Math.abs(zKpc)) * kpcPerMyrPerKmPerS;
}

/**
 * Adiabatic loss rates -pdot/p = (div V)/3 (Jin16 Eq. 1), with div V = 2 V0 delta(z) + V1: one in the whole halo, per Myr, and one in
 * the plane, where the wind turns round, in kpc/Myr for one side of it.
 */
export function adiabaticLoss({ startKmPerS, growthKmPerSPerKpc }: WindLaw): {
  readonly haloPerMyr: number;
  readonly planeKpcPerMyr: number;
} {
  return {
    haloPerMyr: (growthKmPerSPerKpc * kpcPerMyrPerKmPerS) / 3,
    planeKpcPerMyr: (startKmPerS * kpcPerMyrPerKmPerS) / 3,
  };
}

/** Time (Myr) in which the wind alone carries a particle from the plane to |z| = L; infinite if it sets out from rest. */
export function windTimeMyr(law: WindLaw, halfThicknessKpc: number): number {
  const start = windKpcPerMyr(law, 0);
  if (start === 0) return Number.POSITIVE_INFINITY;
  const top = windKpcPerMyr(law, halfThicknessKpc);
  const growth = (top - start) / halfThicknessKpc;
  // (1/V1) ln(V(L)/V0), which is L/V0 for a steady wind.
  return growth < 1e-9 * start ? halfThicknessKpc / start : Math.log(top / start) / growth;
}
