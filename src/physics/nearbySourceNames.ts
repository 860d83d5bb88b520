/** Nearby sources by name, apart from where they are and how old (nearbySources.ts): the page names them all at its start. */

export const nearbySourceNames = {
  vela: 'Vela',
  monogem: 'Monogem Ring',
  geminga: 'Geminga',
  cygnusLoop: 'Cygnus Loop',
  loopI: 'Loop I',
  s147: 'S147',
  hb21: 'HB 21',
  g65: 'G65.3+5.7',
  rcw86: 'RCW 86 (SN 185)',
  velaJr: 'Vela Jr',
  hb9: 'HB 9',
  g114: 'G114.3+0.3',
  b1055: 'PSR B1055−52',
} as const satisfies Readonly<Record<string, string>>;

export type NearbySourceId = keyof typeof nearbySourceNames;

/** In the order in which they are shown. */
// The cast: keys of a table that is written above.
export const nearbySourceIds = Object.keys(nearbySourceNames) as NearbySourceId[];
