/**
 * Proton-helium inelastic cross section of Barashenkov & Polanski, as tabulated in GALPROP's barpol.dat and
 * used by DRAGON: kinetic energy in GeV, cross section in mb, linear in between.
 */
const table: readonly (readonly [energyGeV: number, crossSectionMb: number])[] = [
  [0.012, 0],
  [0.014, 2],
  [0.016, 4],
  [0.018, 11],
  [0.02, 19],
  [0.022, 24],
  [0.025, 47],
  [0.027, 63],
  [0.03, 72],
  [0.033, 77],
  [0.037, 89],
  [0.04, 100],
  [0.045, 110],
  [0.05, 111],
  [0.055, 103],
  [0.06, 97],
  [0.07, 88],
  [0.08, 83],
  [0.1, 82],
  [0.12, 80],
  [0.14, 78],
  [0.18, 78],
  [0.2, 77],
  [0.25, 77],
  [0.3, 80],
  [0.35, 84],
  [0.4, 88],
  [0.5, 94],
  [0.6, 100],
  [0.7, 105],
  [0.8, 108],
  [1, 108],
  [1.5, 112],
  [2, 114],
  [3, 114],
  [5, 112],
  [7, 110],
  [10, 109],
  [20, 106],
  [50, 104],
  [100, 101],
  [500, 105],
  [1000, 107],
];

/** Proton-helium inelastic cross section in mb at a kinetic energy in GeV; constant above 1 TeV. */
export function protonHeliumCrossSectionMb(kineticEnergyGeV: number): number {
  let low = table[0]!;
  if (kineticEnergyGeV <= low[0]) return 0;
  for (const high of table) {
    if (kineticEnergyGeV < high[0]) {
      return low[1] + ((high[1] - low[1]) * (kineticEnergyGeV - low[0])) / (high[0] - low[0]);
    }
    low = high;
  }
  return low[1];
}
