/** Takes a figure of Plotly's off the page, so that the next one can be drawn in its place. */
type Plotly = typeof import('plotly.js-cartesian-dist-min');

/**
 * Plotly's own clearing away throws on what a drawing that threw has left behind, and so would its next drawing: all that it
 * has written into the element goes. React's own notes there stay.
 */
export function clearPlot(plotly: Plotly, element: HTMLElement): void {
  try {
    plotly.purge(element);
  } catch {
    element.replaceChildren();
  }
  for (const key of Object.keys(element))
    if (!key.startsWith('__react')) Reflect.deleteProperty(element, key);
}
