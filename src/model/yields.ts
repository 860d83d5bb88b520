/** What collisions of one kind of particle with the gas make of another, from its density everywhere: sources that are not local in momentum. */
import { lastUsed } from '../memo/lastUsed';
import {
  betaFromMomentum,
  kineticEnergyFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  momentumGeV,
} from '../physics/kinematics';
import type { Species } from '../physics/species';
import { collisionRatePerMyrPerMb } from '../physics/units';
import { type MomentumGrid, simpson, subdivisions } from '../solver/momentumGrid';
import { mediaOn } from './media';
import type { Parameters } from './parameters/values';
import { cellsName, energiesOn, speedsOn } from './transported';
import type { Birth } from './transportProblem';

/** A density n = w g on cells in momentum of its own; those in space are the product's. */
export interface Projectiles {
  readonly species: Species;
  readonly momentum: MomentumGrid;
  readonly weight: Float64Array;
  readonly g: Float64Array;
}

/** d sigma/dT in mb/GeV for one hydrogen atom with its helium: projectile and product by their kinetic energies (per nucleon), GeV. */
export interface Yield {
  /** Tells it from others. */
  readonly name: string;
  readonly mbPerGeV: (projectileGeV: number, productGeV: number) => number;
  /** Does not vanish where the product has all the energy. Both then share their momentum cells. */
  readonly jumpsAtTop?: true;
  /** Energies of projectiles at which it jumps, whatever the product's. */
  readonly jumpsGeV?: readonly number[];
}

/**
 * Shares of the source from each fine node of projectiles, by yield and cells: half a megabyte to one and a half that few sliders change. One
 * solve asks for sixteen, and its live tier for as many.
 */
const sharesOf = lastUsed<string, Float64Array>(32);
/** Pairs of fine nodes beyond which they are not kept: of finer grids, from which nothing goes on. */
const mostPairsKept = 400_000;

/** Fine nodes of a momentum cell, both ends included. */
const nodesOfCell = subdivisions + 1;

/** Simpson's shares of the part of a cell from its fine node `first` on: of trapezia where that is not all of it. */
function simpsonFrom(first: number): readonly number[] {
  if (first === 0) return simpson;
  const ends = (s: number) => (s === first || s === subdivisions ? 0.5 : 1);
  return simpson.map((_, s) => (s < first || first === subdivisions ? 0 : ends(s) / subdivisions));
}
const simpsonFromEach = Array.from({ length: nodesOfCell }, (_, first) => simpsonFrom(first));

/** Simpson's rule over two steps. */
const simpsonOfPair = [1 / 3, 4 / 3, 1 / 3] as const;

// Two-point Gauss-Legendre on [0, 1].
const gauss = [0.5 - 0.5 / Math.sqrt(3), 0.5 + 0.5 / Math.sqrt(3)] as const;

/**
 * Integrals over two steps of a fine grid, from node 0 to 2, of f times the parabolas that are one at each node: Simpson's rule
 * for an f that jumps at `jumps`.
 */
function acrossJumps(
  f: (place: number) => number,
  jumps: readonly number[],
): readonly [number, number, number] {
  const parts = [0, 1, ...jumps, 2].sort((one, other) => one - other);
  const sums: [number, number, number] = [0, 0, 0];
  for (let part = 1; part < parts.length; part++) {
    const [from, to] = [parts[part - 1]!, parts[part]!];
    for (const point of gauss) {
      const at = from + point * (to - from);
      const value = 0.5 * (to - from) * f(at);
      sums[0] += (value * (at - 1) * (at - 2)) / 2;
      sums[1] += value * at * (2 - at);
      sums[2] += (value * at * (at - 1)) / 2;
    }
  }
  return sums;
}

/**
 * p Q at each fine node of the product, from each fine node of each momentum cell of the projectiles where their density there is one:
 * with the quadrature over the cell.
 */
function sharesOfPairs(made: Yield, product: Species, to: MomentumGrid, from: Projectiles): Float64Array {
  const { name, mbPerGeV, jumpsAtTop, jumpsGeV = [] } = made;
  const make = () => {
    const { fine, faces, count } = from.momentum;
    const projectileGeV = energiesOn(from.species, from.momentum);
    const projectileSpeed = speedsOn(from.species, from.momentum);
    const productGeV = energiesOn(product, to);
    const productSpeed = speedsOn(product, to);
    const logMomentum = (energyGeV: number) =>
      Math.log(momentumFromKineticEnergy(from.species, kineticEnergyPerNucleonGeV(energyGeV)));
    const jumps = jumpsGeV.map(logMomentum);
    /** First fine nodes of pairs of steps that hold jumps, and where in them these are, in steps. */
    const broken = Array.from({ length: (fine.length - 1) / 2 }, (_, pair) => {
      const [start, end] = [fine[2 * pair]!, fine[2 * pair + 2]!];
      const inside = jumps.filter((x) => x > start && x < end);
      return { first: 2 * pair, places: inside.map((x) => (2 * (x - start)) / (end - start)) };
    }).filter(({ places }) => places.length > 0);

    const out = new Float64Array(productGeV.length * count * nodesOfCell);
    const perSpeed = new Float64Array(fine.length);
    productGeV.forEach((energy, f) => {
      const momentum = momentumFromKineticEnergy(product, kineticEnergyPerNucleonGeV(energy));
      const scale = momentum * productSpeed[f]! * collisionRatePerMyrPerMb;
      // What is made has less energy than what makes it.
      for (let h = 0; h < fine.length; h++)
        perSpeed[h] =
          projectileGeV[h]! > energy || (jumpsAtTop && h === f)
            ? scale * projectileSpeed[h]! * mbPerGeV(projectileGeV[h]!, energy)
            : 0;
      for (let k = 0; k < count; k++) {
        const width = faces[k + 1]! - faces[k]!;
        const inside = jumpsAtTop ? Math.min(Math.max(f - k * subdivisions, 0), subdivisions) : 0;
        const rule = simpsonFromEach[inside]!;
        for (let s = 0; s < nodesOfCell; s++)
          out[(f * count + k) * nodesOfCell + s] = width * rule[s]! * perSpeed[k * subdivisions + s]!;
      }
      for (const { first, places } of broken) {
        const step = fine[first + 1]! - fine[first]!;
        const at = (place: number) => {
          const p = momentumGeV(Math.exp(fine[first]! + place * step));
          const projectile = kineticEnergyFromMomentum(from.species, p);
          return projectile > energy
            ? scale * betaFromMomentum(from.species, p) * mbPerGeV(projectile, energy)
            : 0;
        };
        const right = acrossJumps(at, places);
        const node = (f * count + Math.floor(first / subdivisions)) * nodesOfCell + (first % subdivisions);
        simpsonOfPair.forEach((share, s) => {
          out[node + s] = out[node + s]! + step * (right[s]! - share * perSpeed[first + s]!);
        });
      }
    });
    return out;
  };
  if (to.fine.length * from.momentum.fine.length > mostPairsKept) return make();
  return sharesOf.getOr(`${name} ${cellsName(to)} ${cellsName(from.momentum)}`, make);
}

/** Least share of the largest source that a weight is taken from: where none is made, what comes from elsewhere is. */
const leastSource = 1e-25;

/** p Q on the product's fine nodes from one kind of projectiles, per momentum cell of theirs where g is one. */
function bySourceCell(made: Yield, product: Species, to: MomentumGrid, from: Projectiles): Float64Array {
  const shares = sharesOfPairs(made, product, to, from);
  const { count } = from.momentum;
  const out = new Float64Array(to.fine.length * count);
  for (let f = 0; f < to.fine.length; f++) {
    for (let k = 0; k < count; k++) {
      let sum = 0;
      for (let s = 0; s < nodesOfCell; s++)
        sum += from.weight[k * subdivisions + s]! * shares[(f * count + k) * nodesOfCell + s]!;
      out[f * count + k] = sum;
    }
  }
  return out;
}

/** What several kinds of projectiles make in the gas. */
export function bornInGas(
  parameters: Parameters,
  product: Species,
  made: readonly { readonly by: Projectiles; readonly yields: Yield }[],
): Birth {
  return {
    atSun: (momentum) => {
      const sum = new Float64Array(momentum.fine.length);
      for (const { by, yields } of made) {
        const { count } = by.momentum;
        bySourceCell(yields, product, momentum, by).forEach((value, index) => {
          const f = Math.floor(index / count);
          sum[f] = sum[f]! + value;
        });
      }
      const least = leastSource * sum.reduce((most, value) => Math.max(most, value), 0);
      return sum.map((value) => Math.max(value, least));
    },
    inCells: ({ r, z, momentum }) => {
      const plane = r.count * z.count;
      const out = new Float64Array(plane * momentum.count);
      for (const { by, yields } of made) {
        const source = bySourceCell(yields, product, momentum, by);
        const { count } = by.momentum;
        for (let k = 0; k < momentum.count; k++) {
          const width = momentum.faces[k + 1]! - momentum.faces[k]!;
          for (let from = 0; from < count; from++) {
            let integral = 0;
            for (let s = 0; s <= subdivisions; s++)
              integral += simpson[s]! * source[(k * subdivisions + s) * count + from]!;
            if (integral === 0) continue;
            integral *= width;
            for (let c = 0; c < plane; c++)
              out[k * plane + c] = out[k * plane + c]! + integral * by.g[from * plane + c]!;
          }
        }
      }
      const { hydrogen } = mediaOn(parameters, r, z);
      for (let c = 0; c < out.length; c++) out[c] = out[c]! * hydrogen[c % plane]!;
      return out;
    },
  };
}

/** The same, worked out when it is first asked for: for solves that share their cells. */
export function once(birth: Birth): Birth {
  let sun: Float64Array | undefined;
  let cells: Float64Array | undefined;
  return {
    atSun: (momentum) => {
      sun ??= birth.atSun(momentum);
      return sun;
    },
    inCells: (grid) => {
      cells ??= birth.inCells(grid);
      return cells;
    },
  };
}

export function together(one: Birth, other: Birth): Birth {
  const sum = (a: Float64Array, b: Float64Array) => a.map((value, i) => value + b[i]!);
  return {
    atSun: (momentum) => sum(one.atSun(momentum), other.atSun(momentum)),
    inCells: (grid) => sum(one.inCells(grid), other.inCells(grid)),
  };
}
