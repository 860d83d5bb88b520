/**
 * A part of `npm run verify`: random models over the whole ranges of all sliders, choices and switches at random, settled
 * against finer solutions. Prints one line of JSON for each model and species. Arguments: the first model, and the step to the next.
 */
import { NothingFiner, randomModel, seededRandom, verifySettled } from '../src/model/accuracy';
import { speciesKeys } from '../src/model/particles';
import { SolverError } from '../src/solver/errors';
import { randomSeed, randomSets, type VerifiedLine } from './verifiedLines';

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
      if (error instanceof NothingFiner) {
        line = { model, species, outcome: 'nothingFiner', reason: error.message };
      } else if (error instanceof SolverError && error.kind !== 'invalid') {
        line = { model, species, outcome: error.kind, reason: error.message };
      } else throw error;
    }
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
