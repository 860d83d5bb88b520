/** The analytic gas of Bronfman et al. (1988) and Ferrière, "BronfFerr" in DRAGON. It has no ionised gas. */

/** Hydrogen atoms bound in molecules (2 n_H2), per cm^3. */
export function bronfmanMolecularAtomsPerCm3(rKpc: number, zKpc: number): number {
  const radial =
    150 * Math.exp(-(((rKpc - 0.05) / 0.2) ** 2)) +
    0.49 * Math.exp(-(((rKpc - 5.3) / 2.2) ** 2)) +
    0.24 * Math.exp(-(((rKpc - 8.1) / 1.5) ** 2));
  const halfWidthKpc = rKpc > 2.5 ? 0.059 : 0.015;
  return 2 * radial * Math.exp(-Math.LN2 * (zKpc / halfWidthKpc) ** 2);
}

function atomicHalfWidthKpc(rKpc: number): number {
  if (rKpc < 2.5) return 0.045;
  return rKpc < 8.5 ? 0.115 : 0.115 * Math.exp((rKpc - 8.5) / 6.7);
}

function atomicPlanePerCm3(rKpc: number): number {
  if (rKpc < 3) return 0.57 * Math.exp((rKpc - 3) / 0.4) + 8 * Math.exp(-((rKpc / 0.2) ** 2));
  return rKpc < 13 ? 0.57 : 0.57 * Math.exp((13 - rKpc) / 4);
}

/** Atomic hydrogen, per cm^3. */
export function ferriereAtomicPerCm3(rKpc: number, zKpc: number): number {
  return atomicPlanePerCm3(rKpc) * Math.exp(-Math.LN2 * (zKpc / atomicHalfWidthKpc(rKpc)) ** 2);
}
