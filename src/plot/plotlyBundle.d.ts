/** The bundle ships no types; its interface is plotly.js's. */
declare module 'plotly.js-cartesian-dist-min' {
  export * from 'plotly.js';
}
