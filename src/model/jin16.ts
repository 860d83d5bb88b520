/** Injection spectra of Jin, Guo & Hu, arXiv:1504.06903, Table 2; rigidities in GV. */
export const jin16Injection = {
  p: { break: 9, below: 2.1, above: 2.31, cutoff: 2.5e6 },
  e: { break: 5.7, below: 1.7, above: 2.7, cutoff: 2e4 },
} as const;
