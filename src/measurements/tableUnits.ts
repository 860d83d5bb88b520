/** The units in which every table of the project is kept. */
export const axisUnits = { R: 'GV', EK: 'GeV', EKN: 'GeV/n', ETOT: 'GeV' } as const;

/** Flux unit per axis: the unit in which every table of the project is kept. */
export const fluxUnits = {
  R: 'm^-2 s^-1 sr^-1 GV^-1',
  EK: 'm^-2 s^-1 sr^-1 GeV^-1',
  EKN: 'm^-2 s^-1 sr^-1 (GeV/n)^-1',
  ETOT: 'm^-2 s^-1 sr^-1 GeV^-1',
} as const;
