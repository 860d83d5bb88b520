/** The bundle ships no types; its interface is plotly.js's. */
declare module 'plotly.js-basic-dist-min' {
  export * from 'plotly.js';
}
