/**
 * A part of `npm run verify`: random models over the whole ranges of all sliders, choices and switches at random, settled
 * against finer solutions. Prints one line of JSON for each model and species. Arguments: the first model, and the step to the next.
 */
import { NothingFiner, randomModel, seededRandom, verifySettled } from '../src/model/accuracy';
import { SolverError } from '../src/solver/errors';
import { randomSeed, randomSets, speciesKeys, type VerifiedLine } from './verifiedLines';

const [first = 0, step = 1] = process.argv.slice(2).map(Number);
const random = seededRandom(randomSeed);
for (let model = 0; model < randomSets; model++) {
  const parameters = randomModel(random, 1, 'random');
  if (model % step !== first) continue;
  for (const species of speciesKeys) {
    let line: VerifiedLine;
    try {
      line = { model, species, ...verifySettled(parameters, species) };
    } catch (error) {
      if (!(error instanceof SolverError || error instanceof NothingFiner)) throw error;
      const outcome = error instanceof NothingFiner ? 'nothingFiner' : error.kind;
      line = { model, species, outcome, reason: error.message };
    }
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
