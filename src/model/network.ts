/**
 * Particles that make one another: each is solved with what the heavier ones bring, in one pass from heavy to light, on the same
 * cells in space and in momentum per nucleon. What leaves a parent's cell by a channel is, to round-off, what the daughter's cell
 * receives: fragments keep the momentum per nucleon of their parent.
 *
 * Each member goes the way of every particle (galaxy.ts): a sketch on few cells, then the full solve relative to it. Under a moving hand nuclei
 * do with a slab in its place.
 */
import { lastUsed } from '../memo/lastUsed';
import { weightedIntegral } from '../solver/cellMeans';
import type { TransportGrid } from '../solver/haloGrid';
import type { MomentumGrid } from '../solver/momentumGrid';
import type { PlaneReading } from '../solver/plane';
import type { KnownDensity } from '../solver/transportTypes';
import { estimatedRangeGeV, largestInRange, largestStep, solveKnown } from './galaxy';
import { mediaOn } from './media';
import type { Parameters } from './parameters/values';
import type { SolveReport, Tier } from './propagated';
import { curvatureOf, drawSketch, type Sketch, slabSketch } from './sketch';
import { cellRefinement, sketchMomentumGrid, type TierSettings } from './tiers';
import { cellsName, type Transported } from './transported';
import type { Birth } from './transportProblem';

/** A way in which one member becomes another. */
export interface Channel {
  readonly parent: string;
  /** Tells its rates from those of other channels. */
  readonly name: string;
  /** Per Myr at a momentum per nucleon (GeV): for one hydrogen atom per cm^3 with its helium, or, of a decay, anywhere. */
  readonly ratePerMyr: (momentumGeV: number) => number;
  readonly happens: 'in gas' | 'anywhere';
}

export interface NetworkMember {
  readonly id: string;
  /** Equal for two exactly when they differ in nothing but the request and their parents. */
  readonly reads: string;
  readonly particle: Transported;
  /** Their parents stand before it. */
  readonly channels: readonly Channel[];
}

/** The solved density of one member: n = p N = w g. */
export interface MemberDensity extends KnownDensity {
  readonly grid: TransportGrid;
  readonly weight: Float64Array;
  readonly rowScale: Float64Array;
  readonly plane: PlaneReading | undefined;
  readonly order: 1 | 2;
  readonly sketch: Sketch;
  readonly iterations: number;
  readonly residual: number;
  readonly isCompiled: boolean;
  /** What is to be expected of the error of the flux at the Sun that falls with the cells, were these the tier's. */
  readonly expectedError: number;
  /** What it was solved from; equal texts and the same parents have the same answer. */
  readonly reads: string;
}

export type NetworkSolution = ReadonlyMap<string, MemberDensity>;

/** A ratio g to a weight on shared momentum cells. */
type Parent = Pick<MemberDensity, 'weight' | 'g'> | Sketch;

/** Rates on the fine nodes, by channel and cells: they move with few sliders, and cost as much as a solve. */
const ratesOf = lastUsed<string, Float64Array>(1000);

function ratesAt(channel: Channel, momentum: MomentumGrid): Float64Array {
  return ratesOf.getOr(`${channel.name} ${cellsName(momentum)}`, () =>
    momentum.fine.map((x) => channel.ratePerMyr(Math.exp(x))),
  );
}

/** What the channels of a member bring into each cell, from the densities of its parents on the same cells. */
function bornOf(
  parameters: Parameters,
  channels: readonly Channel[],
  parentOf: (id: string) => Parent,
): Birth {
  return {
    atSun: (momentum) => {
      const sum = new Float64Array(momentum.fine.length);
      for (const channel of channels) {
        const { weight } = parentOf(channel.parent);
        ratesAt(channel, momentum).forEach((rate, f) => {
          sum[f] = sum[f]! + rate * weight[f]!;
        });
      }
      return sum;
    },
    inCells: ({ r, z, momentum }) => {
      const plane = r.count * z.count;
      const out = new Float64Array(plane * momentum.count);
      const { hydrogen } = mediaOn(parameters, r, z);
      const add = (happens: Channel['happens']) => {
        for (const channel of channels) {
          if (channel.happens !== happens) continue;
          const { weight, g } = parentOf(channel.parent);
          const rate = ratesAt(channel, momentum);
          for (let k = 0; k < momentum.count; k++) {
            const integral = weightedIntegral(momentum, weight, k, (fine) => rate[fine]!);
            for (let c = k * plane; c < (k + 1) * plane; c++) out[c] = out[c]! + integral * g[c]!;
          }
        }
      };
      add('in gas');
      for (let c = 0; c < out.length; c++) out[c] = out[c]! * hydrogen[c % plane]!;
      add('anywhere');
      return out;
    },
  };
}

function known(solved: ReadonlyMap<string, Parent>, id: string): Parent {
  const parent = solved.get(id);
  if (parent === undefined) throw new Error(`${id} is a parent and must stand before what it becomes.`);
  return parent;
}

/** How much wider the momentum cells of sketches are than those of the settled tier. */
const sketchWidth = 1.4;

/** Momentum cells of sketches and of full solves, chosen beforehand: they move with few sliders. */
export interface SharedCells {
  readonly sketch: MomentumGrid;
  readonly full: MomentumGrid;
}

/** @param cellsOf whose breaks the cells have faces at. */
export function sharedCells(
  parameters: Parameters,
  cellsOf: Transported,
  settings: TierSettings,
): SharedCells {
  return {
    sketch: sketchMomentumGrid(parameters, cellsOf, { ...settings, momentumWidth: sketchWidth }),
    full: sketchMomentumGrid(parameters, cellsOf, settings),
  };
}

export interface MemberRequest {
  readonly parameters: Parameters;
  readonly particle: Transported;
  readonly settings: TierSettings;
  readonly cells: SharedCells;
  /** What parents bring, as their sketches know it, and as they are. */
  readonly birth?: { readonly inSketch: Birth; readonly inFull: Birth } | undefined;
  /** A solution of neighbouring parameters, to start from. */
  readonly before?: MemberDensity | undefined;
  readonly reads: string;
}

/** Kinetic energies (GeV, per nucleon) between which errors are estimated: about those at which any of it is measured. */
const estimatedGeV = { nucleus: [0.5, 1e4], lepton: [0.5, 1e3] } as const;

/** Curvature of a spectrum, |(ln n)''|, above which sketch and solve are off alike: neither has cells for a wall. */
const plainBend = 4;

/**
 * The error at the Sun that is to be expected from the largest step (in ln) against the sketch, which has half as many cells each
 * way and is five to ten times as far off. Calibrated on random models over the whole ranges of all sliders (docs/model.md).
 */
function errorOfStep(step: number, bend: number): number {
  return step * (0.13 + Math.min(0.1, 10 * step * step) + 0.1 * Math.max(0, bend - plainBend));
}

/** A sketch is the same whatever the cells of the solve, whose errors fall as their square, down to what is always left. */
function errorOnCells(expected: number, refinement: number): number {
  return 0.0042 + expected / cellRefinement ** (2 * refinement);
}

/** A slab tells nothing of the error of what begins with it: the most that is seen in the live tier. */
const liveError = 0.03;

/** @throws SolverError if the solve does not converge. */
export function solveMember({
  parameters,
  particle,
  settings,
  cells,
  birth,
  before,
  reads,
}: MemberRequest): MemberDensity {
  const fromSlab = settings.nucleiFromSlab === true && particle.species.kind === 'nucleus';
  const sketch = fromSlab
    ? slabSketch(parameters, particle, cells.sketch, birth?.inSketch)
    : drawSketch(parameters, particle, settings, {
        near: before?.sketch,
        momentum: cells.sketch,
        birth: birth?.inSketch,
      });
  const solution = solveKnown(parameters, particle, settings, {
    known: sketch,
    momentum: cells.full,
    birth: birth?.inFull,
    start: before,
  });
  const [lowest, highest] = estimatedGeV[particle.species.kind];
  const range = [lowest, Math.min(highest, estimatedRangeGeV(particle)[1])] as const;
  const { x, value } = curvatureOf(particle, cells.sketch, sketch.weight);
  const bend = largestInRange(particle, x, value, range);
  const expectedError = fromSlab ? liveError : errorOfStep(largestStep(particle, solution, range), bend);
  return { ...solution, sketch, expectedError, reads };
}

export interface NetworkRequest {
  readonly parameters: Parameters;
  /** What all members read of it, and of the cells. */
  readonly reads: string;
  /** From heavy to light. */
  readonly members: readonly NetworkMember[];
  readonly settings: TierSettings;
  readonly cellsOf: Transported;
}

/**
 * @param near solutions of neighbouring parameters, to start from.
 * @throws SolverError if a solve does not converge.
 */
export function solveNetwork(
  { parameters, reads: shared, members, settings, cellsOf }: NetworkRequest,
  near?: NetworkSolution,
): NetworkSolution {
  const cells = sharedCells(parameters, cellsOf, settings);
  const sketches = new Map<string, Sketch>();
  const solved = new Map<string, MemberDensity>();
  for (const { id, particle, channels, reads: own } of members) {
    const before = near?.get(id);
    const reads = `${shared} ${own}`;
    const isSame =
      before?.reads === reads && channels.every(({ parent }) => solved.get(parent) === near?.get(parent));
    const birth = channels.length > 0 && {
      inSketch: bornOf(parameters, channels, (parent) => known(sketches, parent)),
      inFull: bornOf(parameters, channels, (parent) => known(solved, parent)),
    };
    const density = isSame
      ? before
      : solveMember({
          parameters,
          particle,
          settings,
          cells,
          birth: birth === false ? undefined : birth,
          before,
          reads,
        });
    solved.set(id, density);
    sketches.set(id, density.sketch);
  }
  return solved;
}

/**
 * Of several solves as of one: the worst of each, and the time of all.
 *
 * @param shown those whose errors count, of secondaries not those that only make them.
 */
export function reportOf(
  solved: readonly MemberDensity[],
  shown: readonly MemberDensity[],
  { tier, refinement = 0 }: { readonly tier: Tier; readonly refinement?: number },
  milliseconds: number,
): SolveReport {
  const { grid } = solved[0]!;
  const most = (value: (one: MemberDensity) => number) => Math.max(...solved.map(value));
  const expected = Math.max(...shown.map(({ expectedError }) => expectedError));
  return {
    tier,
    grid: { r: grid.r.count, z: grid.z.count, momentum: grid.momentum.count },
    iterations: most(({ iterations }) => iterations),
    residual: most(({ residual }) => residual),
    isCompiled: solved.every(({ isCompiled }) => isCompiled),
    milliseconds,
    errorEstimate: errorOnCells(expected, refinement),
    refinement,
  };
}
