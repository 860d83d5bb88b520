/** One sample of bench/solve.ts: the first solve of a fresh process. Prints its milliseconds. */
import { presets } from '../src/model/presets';
import { isSolveKey, solveNear } from './solves';

const [presetId, solve, tier] = process.argv.slice(2);
if (
  (presetId !== 'thm' && presetId !== 'cm') ||
  !isSolveKey(solve) ||
  (tier !== 'live' && tier !== 'settled')
) {
  throw new Error('usage: coldSolve.ts thm|cm p|e-|nuclei|secondaries live|settled');
}
const started = performance.now();
solveNear(solve, { parameters: presets[presetId].parameters, tier });
console.log(performance.now() - started);
