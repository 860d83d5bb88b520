/**
 * What decays on its way out of a halo, and what it decays into: sources in a thin disc, one uniform D, free escape at |z| = L, and
 * a daughter that is stable and diffuses as its parent does. With a^2 = L^2 / (D tau) the parent in the plane is Q L/(2D) / (a coth a)
 * and the daughter a coth a - 1 times that: together what a stable parent would be.
 */
export interface DecayingHalo {
  readonly surfaceRate: number;
  readonly diffusionKpc2PerMyr: number;
  readonly halfThicknessKpc: number;
  readonly decayPerMyr: number;
}

export interface Chain {
  readonly parent: number;
  readonly daughter: number;
}

/** Densities in the plane. */
export function decayChain({
  surfaceRate,
  diffusionKpc2PerMyr,
  halfThicknessKpc,
  decayPerMyr,
}: DecayingHalo): Chain {
  const stable = (surfaceRate * halfThicknessKpc) / (2 * diffusionKpc2PerMyr);
  const a = halfThicknessKpc * Math.sqrt(decayPerMyr / diffusionKpc2PerMyr);
  // a coth a; for rare decays 1 + a^2/3, whose next term is below round-off there.
  const withDecay = a < 1e-4 ? 1 + (a * a) / 3 : a / Math.tanh(a);
  return { parent: stable / withDecay, daughter: stable * (1 - 1 / withDecay) };
}
