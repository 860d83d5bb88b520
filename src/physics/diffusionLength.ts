/** How far cosmic rays diffuse before they cool (the lengths quoted in Jin16, Section 3). */

/** Cooling time of an electron at 10 GeV in Jin16, Myr. */
export const coolingTimeAt10GeVMyr = 17;

/** Energy-loss time of an electron, 17 Myr (E/10 GeV)^-1 (Jin16): a loss rate of E^2/170 GeV/Myr. */
export function electronCoolingTimeMyr(energyGeV: number): number {
  return (coolingTimeAt10GeVMyr * 10) / energyGeV;
}

/** R = sqrt(2 D t), kpc. */
export function diffusionLengthKpc(diffusionKpc2PerMyr: number, timeMyr: number): number {
  return Math.sqrt(2 * diffusionKpc2PerMyr * timeMyr);
}
