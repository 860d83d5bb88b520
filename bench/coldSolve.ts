/** One sample of bench/solve.ts: the first solve of a fresh process. Prints its milliseconds. */
import { presets } from '../src/model/presets';
import { propagate } from '../src/model/propagate';

const [presetId, species] = process.argv.slice(2);
if ((presetId !== 'thm' && presetId !== 'cm') || (species !== 'p' && species !== 'e-')) {
  throw new Error('usage: coldSolve.ts thm|cm p|e-');
}
const started = performance.now();
propagate({ parameters: presets[presetId].parameters, species, tier: 'settled' });
console.log(performance.now() - started);
