/** What to cite beside the data: the paper whose model this is, and the data base. The same as in CITATION.cff. */

/** An entry of BibTeX; its fields are LaTeX. A title has braces of its own, which keep its capitals. */
export interface Reference {
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

export const paper: Reference = {
  key: 'Jin2016',
  fields: {
    author: 'Jin, C. and Guo, Y. Q. and Hu, H. B.',
    title:
      '{Spatial dependent diffusion of cosmic rays and the excess of primary electrons derived from high precision measurements by AMS-02}',
    journal: 'Chinese Physics C',
    volume: '40',
    number: '1',
    pages: '015101',
    year: '2016',
    doi: '10.1088/1674-1137/40/1/015101',
    eprint: '1504.06903',
    archivePrefix: 'arXiv',
  },
};

/** Asks to be cited where its numbers are used. */
export const dataBase: Reference = {
  key: 'Maurin2023',
  fields: {
    author:
      "Maurin, David and Ahlers, Markus and Dembinski, Hans and Haungs, Andreas and Mangeard, Pierre-Simon and Melot, Fr{\\'e}d{\\'e}ric and Mertsch, Philipp and Wochele, Doris and Wochele, J{\\\"u}rgen",
    title: '{A cosmic-ray database update: CRDB v4.1}',
    journal: 'European Physical Journal C',
    volume: '83',
    pages: '971',
    year: '2023',
    doi: '10.1140/epjc/s10052-023-12092-8',
  },
};
