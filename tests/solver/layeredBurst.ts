/**
 * A burst in a layered halo, solved numerically: what a point source in the plane left behind at distance d in the plane,
 * where D depends on height and, as particles lose energy, on time.
 *
 *   dn/dt = D(z,t) (d2/dx2 + d2/dy2) n + d/dz (D(z,t) dn/dz),   n = 0 at |z| = L,   n(t = 0) a point of weight one.
 *
 * The clock is s = int D(0,t) dt, so only the ratio D(z)/D(0) enters; in uniform D the answer is exact in `physics/burst`.
 * Laterally a sum of waves of wave number k averaged over directions (Hankel transform),
 * n = int k J0(k d) u(k) dk / 2 pi. For each k a line in z: finite volumes with the flux through exact resistances, and
 * implicit steps in s (Alexander 1977: two stages, second order, L-stable, so that the modes which the point excites and
 * the step cannot follow die out). Steps grow with s. Any one unit of length. Second order in cells and steps.
 */
import type { CellAxis } from '../../src/solver/spatialGrid';

/** Two-point Gauss-Legendre on an interval of length one: distance of the points from its middle. */
const gaussOffset = 0.5 / Math.sqrt(3);

export interface LayeredBurst {
  /** Cells from the plane to the boundary, with a face where the diffusion coefficient jumps. */
  readonly heights: CellAxis;
  /** D(z)/D(0) when the clock is at s. */
  readonly relativeDiffusion: (height: number, s: number) => number;
  readonly distance: number;
  /** The clock now: int D(0,t) dt, a length squared. */
  readonly squared: number;
}

export interface LayeredBurstSettings {
  /** Steps while the clock grows by a factor e. */
  readonly stepsPerEFold: number;
  /** Wave numbers for a distance of up to sqrt(4 s); more are taken for larger ones. */
  readonly waveNumbers: number;
}

/**
 * Measured against the exact burst in uniform D with 60 cells, the first 0.1 sqrt(s) thick: within 5e-4 for d^2/4s < 3,
 * 6e-4 at s = L^2, 1.3e-3 at d^2/4s = 8. Most of it is the steps.
 */
export const standardBurstSettings: LayeredBurstSettings = { stepsPerEFold: 32, waveNumbers: 32 };

const stage = 1 - Math.SQRT1_2;
/** First step in squares of the first cell: short against the time to leave it. */
const firstStep = 0.05;
/** exp(-36): waves beyond are gone. */
const largestDecay = 36;

/** Density at the given distance in the plane, per volume, for one particle released. */
export function layeredBurstDensity(
  burst: LayeredBurst,
  settings: LayeredBurstSettings = standardBurstSettings,
): number {
  const { heights, squared, distance } = burst;
  const { waves, weights } = waveQuadrature(burst, settings);
  const count = waves.length;
  const lines = new Float64Array(heights.count * count);
  // Half of the point lies above the plane.
  lines.fill(0.5 / heights.faces[1]!, 0, count);

  const first = Math.min(firstStep * heights.faces[1]! ** 2, 0.1 * squared);
  const steps = Math.ceil(Math.log(squared / first) * settings.stepsPerEFold);
  const growth = Math.log(squared / first) / steps;
  const couplings = emptyCouplings(heights.count);
  const room = { stage: new Float64Array(lines.length), upper: new Float64Array(lines.length) };
  let s = 0;
  for (let step = 0; step <= steps; step++) {
    const next = first * Math.exp(step * growth);
    const implicit = stage * (next - s);
    updateCouplings(burst, s + implicit, couplings);
    solveLines(couplings, waves, implicit, lines, room.upper, room.stage);
    const carry = (1 - stage) / stage;
    for (let c = 0; c < lines.length; c++) lines[c] = lines[c]! + carry * (room.stage[c]! - lines[c]!);
    updateCouplings(burst, next, couplings);
    solveLines(couplings, waves, implicit, lines, room.upper, lines);
    s = next;
  }

  let density = 0;
  for (let i = 0; i < count; i++) {
    const inPlane = valueInPlane(heights, lines[i]!, lines[count + i]!);
    density += weights[i]! * besselJ0(waves[i]! * distance) * inPlane;
  }
  return density;
}

/** Nodes k and weights k dk / 2 pi from zero to where all waves have died out. */
function waveQuadrature(
  { heights, relativeDiffusion, squared, distance }: LayeredBurst,
  settings: LayeredBurstSettings,
) {
  const slowest = heights.centres.reduce((least, z) => Math.min(least, relativeDiffusion(z, squared)), 1);
  const largest = Math.sqrt(largestDecay / (squared * slowest));
  const oscillating = Math.max(1, distance / Math.sqrt(4 * squared)) / Math.sqrt(slowest);
  const count = Math.ceil(settings.waveNumbers * oscillating);
  const waves = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    // Equal steps in u with k ~ u^3 at zero: the integrand is flat at both ends, the rule of sixth order.
    const angle = (2 * Math.PI * (i + 0.5)) / count;
    waves[i] = (largest * (angle - Math.sin(angle))) / (2 * Math.PI);
    weights[i] = (waves[i]! * largest * (1 - Math.cos(angle))) / (2 * Math.PI * count);
  }
  return { waves, weights };
}

/** J0 as the average of a plane wave over its directions; the periodic rule converges geometrically beyond x points. */
function besselJ0(x: number): number {
  const points = 16 + Math.ceil(x);
  let sum = 0;
  for (let i = 0; i < points; i++) sum += Math.cos(x * Math.sin((Math.PI * (i + 0.5)) / points));
  return sum / points;
}

/** D(z)/D(0) per cell, and the exchange (1/length^2) with the cell below and above; the top one leads out. */
interface Couplings {
  readonly lateral: Float64Array;
  readonly down: Float64Array;
  readonly up: Float64Array;
  readonly lowerHalf: Float64Array;
  readonly upperHalf: Float64Array;
}

function emptyCouplings(count: number): Couplings {
  const array = () => new Float64Array(count);
  return { lateral: array(), down: array(), up: array(), lowerHalf: array(), upperHalf: array() };
}

/** The flux between two centres is the difference of n over the integral of dz/D, as in `spatialStencil`. */
function updateCouplings(
  { heights, relativeDiffusion }: LayeredBurst,
  s: number,
  couplings: Couplings,
): void {
  const { lateral, down, up, lowerHalf, upperHalf } = couplings;
  const { faces, count } = heights;
  for (let j = 0; j < count; j++) {
    const half = 0.5 * (faces[j + 1]! - faces[j]!);
    const quarter = faces[j]! + 0.5 * half;
    const offset = gaussOffset * half;
    const d0 = relativeDiffusion(quarter - offset, s);
    const d1 = relativeDiffusion(quarter + offset, s);
    const d2 = relativeDiffusion(quarter + half - offset, s);
    const d3 = relativeDiffusion(quarter + half + offset, s);
    lowerHalf[j] = 0.5 * half * (1 / d0 + 1 / d1);
    upperHalf[j] = 0.5 * half * (1 / d2 + 1 / d3);
    lateral[j] = 0.25 * (d0 + d1 + d2 + d3);
  }
  for (let j = 0; j < count; j++) {
    const width = faces[j + 1]! - faces[j]!;
    up[j] = 1 / (width * (upperHalf[j]! + (j < count - 1 ? lowerHalf[j + 1]! : 0)));
    down[j] = j > 0 ? 1 / (width * (lowerHalf[j]! + upperHalf[j - 1]!)) : 0;
  }
}

/** Solves (1 + h (k^2 D - d/dz D d/dz)) u = v for all waves at once; `u` may be `v`. */
function solveLines(
  { lateral, down, up }: Couplings,
  waves: Float64Array,
  implicit: number,
  v: Float64Array,
  upper: Float64Array,
  u: Float64Array,
): void {
  const count = waves.length;
  const rows = lateral.length;
  for (let j = 0; j < rows; j++) {
    const below = implicit * down[j]!;
    const above = j < rows - 1 ? implicit * up[j]! : 0;
    const own = 1 + implicit * (down[j]! + up[j]!);
    const spread = implicit * lateral[j]!;
    const start = j * count;
    const previous = j > 0 ? start - count : start;
    for (let i = 0; i < count; i++) {
      const wave = waves[i]!;
      // The lowest row has no coupling below (zero) and reads itself.
      const inverse = 1 / (own + spread * wave * wave - (j > 0 ? below * upper[previous + i]! : 0));
      upper[start + i] = above * inverse;
      u[start + i] = (v[start + i]! + (j > 0 ? below * u[previous + i]! : 0)) * inverse;
    }
  }
  for (let c = (rows - 1) * count - 1; c >= 0; c--) u[c] = u[c]! + upper[c]! * u[c + count]!;
}

/** Value at z = 0 of the even parabola with the means of the lowest two cells. */
function valueInPlane({ faces }: CellAxis, first: number, second: number): number {
  const [f1, f2] = [faces[1]!, faces[2]!];
  const firstSquare = (f1 * f1) / 3;
  const secondSquare = (f1 * f1 + f1 * f2 + f2 * f2) / 3;
  return first - ((second - first) * firstSquare) / (secondSquare - firstSquare);
}
