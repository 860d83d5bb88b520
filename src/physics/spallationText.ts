/** A table of spallation as it is kept in the program. */
export interface SpallationText {
  /** Kinetic energies in GeV per nucleon. */
  readonly energiesGeV: string;
  /** Thousandths of ln(mb) that stand for no cross section. */
  readonly nothing: number;
  /**
   * Lines: parent, child, then thousandths of ln(mb) at each energy: the first, and what each is more than the one before. Cumulative: what
   * decays into the child within kiloyears is counted with it.
   */
  readonly rows: string;
}
