/** Rigidity spectrum with which sources inject cosmic rays (Jin16 Eq. 6), as a density per unit momentum. */

/**
 * Kinetic energy per nucleon (GeV) at which injection begins. Jin16 gives no lower end, but without one the steepest spectra
 * would hold most of their particles at energies where nothing is known of them; the runs of DRAGON begin here.
 */
export const injectedFromGeV = 1e-3;

export interface InjectionLaw {
  readonly breakGV: number;
  readonly slopeBelow: number;
  readonly slopeAbove: number;
  readonly cutoffGV: number;
  /** A further break above the first (not in Jin16): the slope above it. */
  readonly secondBreak?: { readonly rigidityGV: number; readonly slopeAbove: number };
}

/**
 * (rho/rho_br)^-alpha exp(-rho/rho_cut), one at the break but for the cutoff, without unit.
 *
 * The cutoff acts on both branches: rho_br is so far below rho_cut that Jin16's one-sided form differs by
 * less than 0.03 %. Continuous at both breaks. A second break at or below the first replaces the slope above it.
 */
export function injectionSpectrum(law: InjectionLaw, rigidityGV: number): number {
  const ratio = rigidityGV / law.breakGV;
  const cutoff = Math.exp(-rigidityGV / law.cutoffGV);
  if (ratio <= 1) return ratio ** -law.slopeBelow * cutoff;
  const second = law.secondBreak;
  if (second === undefined || rigidityGV <= second.rigidityGV || second.rigidityGV <= law.breakGV) {
    const slope =
      second !== undefined && second.rigidityGV <= law.breakGV ? second.slopeAbove : law.slopeAbove;
    return ratio ** -slope * cutoff;
  }
  const atSecond = (second.rigidityGV / law.breakGV) ** -law.slopeAbove;
  return atSecond * (rigidityGV / second.rigidityGV) ** -second.slopeAbove * cutoff;
}

/** Where the slope changes, ascending, and by how much. */
export function injectionBreaks(
  law: InjectionLaw,
): { readonly rigidityGV: number; readonly slopeChange: number }[] {
  const { breakGV, slopeBelow, slopeAbove, secondBreak: second } = law;
  if (second === undefined) return [{ rigidityGV: breakGV, slopeChange: slopeAbove - slopeBelow }];
  if (second.rigidityGV <= breakGV)
    return [{ rigidityGV: breakGV, slopeChange: second.slopeAbove - slopeBelow }];
  return [
    { rigidityGV: breakGV, slopeChange: slopeAbove - slopeBelow },
    { rigidityGV: second.rigidityGV, slopeChange: second.slopeAbove - slopeAbove },
  ];
}
