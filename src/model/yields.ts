/** What collisions of one kind of particle with the gas make of another, from its density everywhere: sources that are not local in momentum. */
import { lastUsed } from '../memo/lastUsed';
import { kineticEnergyPerNucleonGeV, momentumFromKineticEnergy } from '../physics/kinematics';
import type { Species } from '../physics/species';
import { collisionRatePerMyrPerMb } from '../physics/units';
import { type MomentumGrid, simpson, subdivisions } from '../solver/momentumGrid';
import { mediaOn } from './media';
import type { Parameters } from './parameters/values';
import { energiesOn, speedsOn } from './transported';
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
}

/** Cross sections at all pairs of fine nodes, by yield and cells: megabytes that few sliders change. */
const crossSectionsOf = lastUsed<string, Float64Array>(12);

function cellsName({ fine, kinks }: MomentumGrid): string {
  return `${fine.length} ${fine[0]} ${fine[fine.length - 1]} ${kinks.map((kink) => fine[kink]).join(' ')}`;
}

/** p Q at each fine node of the product for the density one of each fine node of the projectiles, per ln p of theirs. */
function perPair(
  { name, mbPerGeV, jumpsAtTop }: Yield,
  product: Species,
  to: MomentumGrid,
  from: Projectiles,
): Float64Array {
  return crossSectionsOf.getOr(`${name} ${cellsName(to)} ${cellsName(from.momentum)}`, () => {
    const projectileGeV = energiesOn(from.species, from.momentum);
    const projectileSpeed = speedsOn(from.species, from.momentum);
    const productGeV = energiesOn(product, to);
    const productSpeed = speedsOn(product, to);
    const out = new Float64Array(productGeV.length * projectileGeV.length);
    productGeV.forEach((energy, f) => {
      const momentum = momentumFromKineticEnergy(product, kineticEnergyPerNucleonGeV(energy));
      const scale = momentum * productSpeed[f]! * collisionRatePerMyrPerMb;
      for (let h = 0; h < projectileGeV.length; h++) {
        // What is made has less energy than what makes it.
        if (projectileGeV[h]! > energy || (jumpsAtTop && h === f))
          out[f * projectileGeV.length + h] =
            scale * projectileSpeed[h]! * mbPerGeV(projectileGeV[h]!, energy);
      }
    });
    return out;
  });
}

/** Least share of the largest source that a weight is taken from: where none is made, what comes from elsewhere is. */
const leastSource = 1e-25;

/** Shares of the part of a cell from its fine node `first` on: Simpson's of a whole cell, else of trapezia. */
function sharesFrom(first: number): readonly number[] {
  if (first === 0) return simpson;
  const ends = (s: number) => (s === first || s === subdivisions ? 0.5 : 1);
  return simpson.map((_, s) => (s < first || first === subdivisions ? 0 : ends(s) / subdivisions));
}
const partialShares = Array.from({ length: subdivisions + 1 }, (_, first) => sharesFrom(first));

/** p Q on the product's fine nodes from one kind of projectiles, per momentum cell of theirs where g is one. */
function bySourceCell(made: Yield, product: Species, to: MomentumGrid, from: Projectiles): Float64Array {
  const pairs = perPair(made, product, to, from);
  const { fine, faces, count } = from.momentum;
  const out = new Float64Array(to.fine.length * count);
  for (let f = 0; f < to.fine.length; f++) {
    for (let k = 0; k < count; k++) {
      const inside = made.jumpsAtTop ? Math.min(Math.max(f - k * subdivisions, 0), subdivisions) : 0;
      const shares = partialShares[inside]!;
      let sum = 0;
      for (let s = 0; s <= subdivisions; s++) {
        const h = k * subdivisions + s;
        sum += shares[s]! * from.weight[h]! * pairs[f * fine.length + h]!;
      }
      out[f * count + k] = sum * (faces[k + 1]! - faces[k]!);
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
