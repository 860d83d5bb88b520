/**
 * Interpolation of the Galactic radiation field in r and |z|.
 *
 * Logarithm of the energy density, linear in r and in |z|. The coarse map says how the field varies above the plane; the
 * fine profiles at 8.5 kpc and in the plane say what it is there. What the coarse map misses in the plane (rings, and
 * what lies between its radii) fades with height.
 * Inside 0.25 kpc the coarse map is flat; above 5 kpc the last slope goes on; beyond its last radius, 15 kpc, and that of
 * the plane, 20 kpc, the field thins out as r^-3.
 */
import {
  coolStarsAtSun,
  dustHeightKpc,
  dustMap,
  hotShareAboveDust,
  hotStarsAtSun,
  mapHeightsKpc,
  mapRadiiKpc,
  planeDust,
  planeStarlight,
  planeStepKpc,
  starlightMap,
  sunDust,
  sunHeightsKpc,
  sunStarlight,
} from './galacticRadiationTable';
import { sunRadiusKpc } from './units';

const lastRadiusKpc = mapRadiiKpc[mapRadiiKpc.length - 1]!;

/** Index of the interval of `axis` that holds `x`, or the nearest one. */
function interval(axis: readonly number[], x: number): number {
  let index = 0;
  while (index < axis.length - 2 && axis[index + 1]! <= x) index++;
  return index;
}

function linear(axis: readonly number[], values: readonly number[], x: number): number {
  const i = interval(axis, x);
  const t = (x - axis[i]!) / (axis[i + 1]! - axis[i]!);
  return values[i]! + t * (values[i + 1]! - values[i]!);
}

/** A pattern of sources in a plane, as wide as two steps of the map's radii, fades above it as exp(-2 pi |z| / width). */
const fadingKpc = 4 / (2 * Math.PI);

/** Logarithm of the coarse map at a height, as a function of the radius; beyond its last radius it thins out. */
function coarseLogarithm(map: readonly (readonly number[])[]) {
  const logMap = map.map((row) => row.map(Math.log));
  return (height: number): ((rKpc: number) => number) => {
    const atHeight = logMap.map((row) => linear(mapHeightsKpc, row, height));
    return (rKpc) => {
      const radius = Math.min(Math.max(rKpc, mapRadiiKpc[0]!), lastRadiusKpc);
      const thinning = rKpc > lastRadiusKpc ? 3 * Math.log(lastRadiusKpc / rKpc) : 0;
      return thinning + linear(mapRadiiKpc, atHeight, radius);
    };
  };
}

function galacticField(
  map: readonly (readonly number[])[],
  atSun: readonly number[],
  inPlane: readonly number[],
) {
  const coarse = coarseLogarithm(map);
  const logSun = atSun.map(Math.log);
  const coarseInPlane = coarse(0);
  const missedInPlane = inPlane.map((value, i) => Math.log(value) - coarseInPlane(i * planeStepKpc));
  const lastMissed = missedInPlane.length - 1;
  return (zKpc: number): ((rKpc: number) => number) => {
    const height = Math.abs(zKpc);
    const coarseAtHeight = coarse(height);
    const missedAtSun = linear(sunHeightsKpc, logSun, height) - coarseAtHeight(sunRadiusKpc);
    const fading = Math.exp(-height / fadingKpc);
    return (rKpc) => {
      const step = Math.min(rKpc / planeStepKpc, lastMissed);
      const i = Math.min(Math.floor(step), lastMissed - 1);
      const missed = missedInPlane[i]! + (step - i) * (missedInPlane[i + 1]! - missedInPlane[i]!);
      return Math.exp(coarseAtHeight(rKpc) + missedAtSun + missed * fading);
    };
  };
}

/** Energy density of starlight at a height, as a function of the radius, eV/cm^3. */
const starlightEVPerCm3 = galacticField(starlightMap, sunStarlight, planeStarlight);

type BodiesAtSun = readonly (readonly [temperatureK: number, energyDensityEVPerCm3: number])[];
const energyOf = (bodies: BodiesAtSun): number => bodies.reduce((sum, [, value]) => sum + value, 0);
const hotShareInPlane = energyOf(hotStarsAtSun) / (energyOf(coolStarsAtSun) + energyOf(hotStarsAtSun));

/** Share of hot stars in starlight: rises through the dust, at every radius as at the Sun. */
function hotShare(zKpc: number): number {
  return (
    hotShareInPlane + (hotShareAboveDust - hotShareInPlane) * Math.min(Math.abs(zKpc) / dustHeightKpc, 1)
  );
}

/** Starlight, a share of it. */
const shareOfStarlight = (share: (zKpc: number) => number) => (zKpc: number) => {
  const [ofHeight, starlight] = [share(zKpc), starlightEVPerCm3(zKpc)];
  return (rKpc: number) => ofHeight * starlight(rKpc);
};
/** Energy density of the light of all but hot stars at a height, as a function of the radius, eV/cm^3. */
export const galacticCoolStarlightEVPerCm3 = shareOfStarlight((zKpc) => 1 - hotShare(zKpc));
/** The same of hot stars. */
export const galacticHotStarlightEVPerCm3 = shareOfStarlight(hotShare);
/** The same of dust. */
export const galacticDustEVPerCm3 = galacticField(dustMap, sunDust, planeDust);
