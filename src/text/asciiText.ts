/** The program's own words in ASCII, for files that every tool must read alike: "cm²/s" becomes "cm^2/s". */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const subscripts = '₀₁₂₃₄₅₆₇₈₉';

const spelledOut: Readonly<Record<string, string>> = {
  '°': 'deg',
  '−': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '×': 'x',
  '·': '*',
  µ: 'u',
  μ: 'u',
  '≤': '<=',
  '≥': '>=',
  '±': '+-',
  '…': '...',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '⁺': '+',
  '⁻': '-',
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  Δ: 'Delta',
  ξ: 'xi',
  ρ: 'rho',
  φ: 'phi',
  Φ: 'Phi',
};

/**
 * "GeV⁻¹" becomes "GeV^-1", "°" becomes "deg", "δ₀" becomes "delta0", "é" becomes "e". What has no spelling in ASCII
 * stays: this is for the program's words, not for names that people chose.
 */
export function asciiText(text: string): string {
  return text
    .replace(/(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (_, sign: string, digits: string) => {
      const plain = [...digits].map((digit) => superscripts.indexOf(digit)).join('');
      return `^${sign === '' ? '' : '-'}${plain}`;
    })
    .replace(/[₀₁₂₃₄₅₆₇₈₉]/g, (digit) => String(subscripts.indexOf(digit)))
    .replace(/\p{Space_Separator}/gu, ' ')
    .replace(/[^\p{ASCII}]/gu, (character) => spelledOut[character] ?? character)
    .normalize('NFD')
    .replace(/(?<=[A-Za-z])\p{Nonspacing_Mark}+/gu, '')
    .normalize('NFC');
}
