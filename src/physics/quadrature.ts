/** Numerical integration of smooth functions. */

const nodes = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const weights = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/** Places and weights of the same rule on `panels` equal panels from 0 to 1, where several integrals share what they cost. */
export function unitNodes(panels: number): readonly { readonly place: number; readonly weight: number }[] {
  return Array.from({ length: panels }, (_, panel) =>
    nodes.flatMap((node, i) =>
      [-node, node].map((side) => ({
        place: (panel + 0.5 + side / 2) / panels,
        weight: weights[i]! / (2 * panels),
      })),
    ),
  ).flat();
}

/** Integral of `integrand` from `from` to `to`: eight-point Gauss-Legendre on each of `panels` equal panels. */
export function integrate(integrand: (x: number) => number, from: number, to: number, panels = 1): number {
  const half = (to - from) / (2 * panels);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const centre = from + (2 * panel + 1) * half;
    for (let i = 0; i < nodes.length; i++) {
      const offset = half * nodes[i]!;
      sum += weights[i]! * (integrand(centre - offset) + integrand(centre + offset));
    }
  }
  return sum * half;
}
