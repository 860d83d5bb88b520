/**
 * The steady transport problem in a box, solved from the highest energy down.
 *
 * Losses couple an energy to those above it only. Where reacceleration is too weak to matter, each energy is therefore a
 * problem in space alone, and final as soon as it is solved. Below, where it carries particles up, all energies are one
 * problem. So the momentum cells are cut into windows: many of one cell at the top, one large one at the bottom; each is
 * solved with the others as they are, downwards and then upwards, until none has a residual left.
 *
 * A window is an ordinary transport operator (transportOperator.ts), solved by the ordinary solver (steadyState.ts).
 * Only the density itself exists for all energies at once: couplings are made for one window at a time.
 */
import { boxLines } from './boxOperator';
import { boxRoom } from './boxRoom';
import { type RowScales, rowScales } from './cellMeans';
import { SolverError } from './errors';
import { type BoxGrid, isInside, layerOf, type MomentumWindow, planeSize } from './haloGrid';
import type { BoxRoom } from './kernel/compiledBox';
import { lastFew } from './lastFew';
import { subdivisions } from './momentumGrid';
import { assembleMomentum, type FaceFluxes, faceFluxes, momentumStencil } from './momentumStencil';
import { assembleVertical } from './spatialStencil';
import { geometricShifts, improveSteadyState, type SolveOptions } from './steadyState';
import { assembleSource } from './transportOperator';
import type {
  Coefficients,
  MomentumStencil,
  TransportCoefficients,
  TransportOperator,
  VerticalStencil,
} from './transportTypes';

/** How far a march has come. */
export interface MarchStep {
  /** Momentum cells from here up are solved. */
  readonly solvedFrom: number;
  /** Of all the work, as far as it can be told, 0 to 1. */
  readonly share: number;
}

export interface BoxSolution {
  /** Ratio of the density to the weight, per (momentum, z, y, x) cell. */
  readonly g: Float64Array<ArrayBuffer>;
  readonly iterations: number;
  /** Largest residual of a window, relative to its right-hand side. */
  readonly residual: number;
}

/** Share of an energy's rate that reacceleration may bring from below before energies are solved together. */
const weakCoupling = 0.1;
/** Times up and down after the first way down; one or two are the rule. */
const maximumPasses = 30;
/** Windows of one cell whose couplings are kept for the next pass, a megabyte each: as many are mostly changed by those below. */
const keptSingles = 16;
/** A window that others have changed is solved again above this many tolerances. */
const enoughOverTolerance = 3;

/** The parts of the operator that all windows share. */
interface BoxParts extends Pick<TransportOperator, 'along' | 'across' | 'lateralDiagonal'> {
  readonly grid: BoxGrid;
  readonly coefficients: TransportCoefficients;
  readonly scales: RowScales;
  readonly vertical: VerticalStencil;
  /** Couplings through a face of the momentum cells: the window above has just used the same ones. */
  readonly fluxes: (face: number) => FaceFluxes;
  readonly room: BoxRoom;
  /** Bands of a window of one cell. */
  readonly singleBands: (cell: number) => MomentumStencil;
  readonly couplings: (window: MomentumWindow) => WindowCouplings;
}

/**
 * @param known a positive density that resembles the solution, per momentum cell: the first guess at the highest energy;
 *   further down, as it is there times the ratio to it that was found just above.
 * @param startsFromKnown false where the solution has no reason to look like it: the highest energy then starts from zero.
 * @param onStep called as energies are finished, highest first.
 * @throws SolverError `notConverged`.
 */
export function marchBox(
  grid: BoxGrid,
  coefficients: TransportCoefficients,
  known: (k: number) => Float64Array,
  startsFromKnown: boolean,
  options: SolveOptions,
  onStep: (step: MarchStep, g: Float64Array) => void = () => {},
): BoxSolution {
  const scales = rowScales(grid.momentum, coefficients.weight, coefficients.rowScale);
  const plane = planeSize(grid);
  const windows = momentumWindows(grid, coefficients);
  const lines = boxLines(grid);
  const hasWind = coefficients.wind !== undefined;
  const room = boxRoom({ grid, ...lines, hasWind, largest: windows[0]!.count }, options);
  let large: WindowCouplings | null = null;
  const parts: BoxParts = {
    grid,
    coefficients,
    scales,
    vertical: assembleVertical(grid, coefficients, scales),
    ...lines,
    room,
    fluxes: lastFew<FaceFluxes>(3, (face, dropped) => faceFluxes(grid, coefficients, face, dropped)),
    singleBands: lastFew<MomentumStencil>(keptSingles, (first, dropped) => {
      const kept = dropped ?? momentumStencil(grid, 1);
      return assembleMomentum(grid, coefficients, scales, { first, count: 1 }, parts.fluxes, kept);
    }),
    couplings: (window) => {
      if (window.count === 1) return windowCouplings(parts, window);
      large ??= windowCouplings(parts, window);
      return large;
    },
  };
  const count = grid.momentum.count;
  const { g, solveCompiled } = room;
  const compiled = solveCompiled && { solveCompiled };
  const layer = plane / grid.z.count;
  const inside = Float64Array.from({ length: layer }, (_, cell) =>
    startsFromKnown && isInside(grid, cell) ? 1 : 0,
  );
  const guess = (k: number) => {
    const here = known(k);
    const above = k < count - 1 ? known(k + 1) : here;
    for (let c = 0; c < plane; c++) {
      const solvedAbove = k < count - 1 ? g[(k + 1) * plane + c]! : inside[c % layer]! * above[c]!;
      g[k * plane + c] = (here[c]! * solvedAbove) / above[c]!;
    }
  };

  const residuals = new Map<MomentumWindow, number>();
  let iterations = 0;
  /** Whether there was anything left to improve. */
  const improved = (window: MomentumWindow, enough?: number, onIteration?: () => void): boolean => {
    const cells = g.subarray(window.first * plane, (window.first + window.count) * plane);
    const followed = { ...options, ...compiled, ...(onIteration && { onIteration }) };
    const report = improveSteadyState(windowOperator(parts, window, g), followed, cells, enough);
    iterations += report.iterations;
    residuals.set(window, report.residual);
    return report.iterations > 0;
  };
  const progress = followMarch(windows, g, onStep);
  for (const window of windows.toReversed()) {
    for (let k = window.first + window.count - 1; k >= window.first; k--) guess(k);
    improved(window, undefined, () => progress.iterated(window));
    progress.solved(window);
  }
  // What a window turned out to be changes the residual of the next ones, upwards through reacceleration and downwards
  // through losses, a little: until none is left that matters.
  const enough = enoughOverTolerance * options.tolerance;
  for (let pass = 1; ; pass++) {
    let highest = 1;
    while (highest < windows.length && improved(windows[highest]!, enough)) highest++;
    if (highest === 1) break;
    if (pass > maximumPasses) {
      throw new SolverError(
        'notConverged',
        'The 3D solve did not settle: reacceleration couples its energies too strongly. Change a parameter, for example a smaller Alfvén speed.',
      );
    }
    for (let below = highest - 1; below >= 0; below--) improved(windows[below]!, enough);
  }
  // The next march uses the room again.
  return { g: g.slice(), iterations, residual: Math.max(...residuals.values()) };
}

/** Cost of a momentum cell of the large window beside that of a single one, and the share of the work after the first way down. */
const largeCost = 2;
const shareOfPasses = 0.1;

/** Tells how far a march has come. In the large window, where nobody knows how many iterations it needs, each does a third of the rest. */
function followMarch(
  windows: readonly MomentumWindow[],
  g: Float64Array,
  onStep: (step: MarchStep, g: Float64Array) => void,
) {
  const cost = ({ count }: MomentumWindow) => (count === 1 ? 1 : largeCost * count);
  const total = windows.reduce((sum, window) => sum + cost(window), 0) / (1 - shareOfPasses);
  let done = 0;
  let rest = 1;
  const above = ({ first, count }: MomentumWindow) => first + count;
  return {
    iterated: (window: MomentumWindow) => {
      if (window.count === 1) return;
      rest *= 2 / 3;
      onStep({ solvedFrom: above(window), share: (done + (1 - rest) * cost(window)) / total }, g);
    },
    solved: (window: MomentumWindow) => {
      done += cost(window);
      onStep({ solvedFrom: window.first, share: done / total }, g);
    },
  };
}

/** A window's couplings, and those that lead out of it: band `from` of its plane k to momentum cell `other`. */
interface WindowCouplings {
  readonly inside: MomentumStencil;
  readonly outside: readonly { readonly k: number; readonly other: number; readonly band: Coefficients }[];
}

/** Puts the couplings where windows of one cell have theirs. */
function singleStencil({ room, singleBands }: BoxParts, { first }: MomentumWindow): MomentumStencil {
  const { below, diagonal, above, secondAbove } = singleBands(first);
  room.single.below.set(below);
  room.single.diagonal.set(diagonal);
  room.single.above.set(above);
  room.single.secondAbove.set(secondAbove);
  return room.single;
}

function windowCouplings(parts: BoxParts, window: MomentumWindow): WindowCouplings {
  const { grid, coefficients, scales, fluxes, room } = parts;
  const plane = planeSize(grid);
  const inside =
    window.count === 1
      ? singleStencil(parts, window)
      : assembleMomentum(grid, coefficients, scales, window, fluxes, room.large);
  const last = window.count - 1;
  const end = window.first + window.count;
  const leading = [
    { band: inside.below, k: 0, other: window.first - 1 },
    { band: inside.above, k: last, other: end },
    { band: inside.secondAbove, k: last, other: end + 1 },
    { band: inside.secondAbove, k: last - 1, other: end },
  ];
  const existing = leading.filter(({ k, other }) => k >= 0 && other >= 0 && other < grid.momentum.count);
  // A single cell has no other inside its window: nobody reads these bands there.
  if (window.count === 1) return { inside, outside: existing };
  const outside = existing.map(({ band, k, other }) => ({
    k,
    other,
    band: band.slice(k * plane, (k + 1) * plane),
  }));
  for (const { band, k } of leading) if (k >= 0) band.fill(0, k * plane, (k + 1) * plane);
  return { inside, outside };
}

/** The operator on a window; what flows in from energies outside of it is part of the right-hand side. */
function windowOperator(
  { grid, coefficients, scales, vertical, along, across, lateralDiagonal, couplings, room }: BoxParts,
  window: MomentumWindow,
  g: Float64Array,
): TransportOperator {
  const nz = grid.z.count;
  const plane = planeSize(grid);
  const heights = (values: Float64Array) =>
    values.subarray(window.first * nz, (window.first + window.count) * nz);
  const { inside, outside } = couplings(window);
  const own = room.rightHandSide.subarray(0, plane * window.count);
  const rightHandSide = assembleSource(grid, coefficients, scales, window, own);
  for (const { k, other, band } of outside) {
    const start = k * plane;
    const from = other * plane;
    for (let c = 0; c < plane; c++)
      rightHandSide[start + c] = rightHandSide[start + c]! - band[c]! * g[from + c]!;
  }
  return {
    ...scales,
    grid,
    ...layerOf(grid),
    momenta: window.count,
    size: plane * window.count,
    along,
    across,
    lateralDiagonal,
    lateralDiffusion: heights(vertical.lateralDiffusion),
    windSpeed: vertical.windSpeed && heights(vertical.windSpeed),
    down: heights(vertical.down),
    up: heights(vertical.up),
    verticalDiagonal: heights(vertical.verticalDiagonal),
    momentum: inside,
    rightHandSide,
  };
}

/** Ascending windows: the energies that reacceleration couples, then one by one. */
function momentumWindows(grid: BoxGrid, coefficients: TransportCoefficients): readonly MomentumWindow[] {
  const { momentum } = grid;
  let first = momentum.count;
  while (first > 1 && couplingFromBelow(grid, coefficients, first - 1) < weakCoupling) first--;
  const single = Array.from({ length: momentum.count - first }, (_, i) => ({ first: first + i, count: 1 }));
  return [{ first: 0, count: first }, ...single];
}

/** The largest share that reacceleration from momentum cell k - 1 has of cell k's rates, beside the slowest escape. */
function couplingFromBelow(grid: BoxGrid, coefficients: TransportCoefficients, k: number): number {
  const { z, momentum } = grid;
  const fine = k * subdivisions;
  const distance = momentum.centres[k]! - momentum.centres[k - 1]!;
  const width = momentum.faces[k + 1]! - momentum.faces[k]!;
  const slowest = geometricShifts(grid)[0]!;
  let largest = 0;
  for (const height of z.centres) {
    const up = coefficients.momentumDiffusion(height, fine) / (distance * width);
    largest = Math.max(largest, up / (2 * up + slowest * coefficients.diffusion(height, fine)));
  }
  return largest;
}
