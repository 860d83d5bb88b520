/**
 * Interpolation of the Galactic radiation field in r and |z|.
 *
 * Logarithm of the energy density, linear in r and in |z|; the coarse map gives the ratio to 8.5 kpc and the
 * fine profile the field there, so that the Sun's surroundings are exact and the rest follows the map.
 * Inside 0.25 kpc the field is flat; above 5 kpc its last slope goes on; beyond 15 kpc it thins out as r^-3,
 * which gives the electron losses that DRAGON has there within 3 %.
 */
import {
  dustMap,
  mapHeightsKpc,
  mapRadiiKpc,
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

function galacticField(map: readonly (readonly number[])[], atSun: readonly number[]) {
  const logMap = map.map((row) => row.map(Math.log));
  const logSun = atSun.map(Math.log);
  const sunRow = logMap[mapRadiiKpc.indexOf(sunRadiusKpc)]!;
  return (rKpc: number, zKpc: number): number => {
    const height = Math.abs(zKpc);
    const radius = Math.min(Math.max(rKpc, mapRadiiKpc[0]!), lastRadiusKpc);
    const thinning = rKpc > lastRadiusKpc ? (lastRadiusKpc / rKpc) ** 3 : 1;
    const i = interval(mapRadiiKpc, radius);
    const inner = linear(mapHeightsKpc, logMap[i]!, height);
    const outer = linear(mapHeightsKpc, logMap[i + 1]!, height);
    const t = (radius - mapRadiiKpc[i]!) / (mapRadiiKpc[i + 1]! - mapRadiiKpc[i]!);
    const ratio = inner + t * (outer - inner) - linear(mapHeightsKpc, sunRow, height);
    return thinning * Math.exp(linear(sunHeightsKpc, logSun, height) + ratio);
  };
}

/** Energy density of starlight, eV/cm^3. */
export const galacticStarlightEVPerCm3 = galacticField(starlightMap, sunStarlight);
/** Energy density of the light of dust, eV/cm^3. */
export const galacticDustEVPerCm3 = galacticField(dustMap, sunDust);
