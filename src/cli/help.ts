/** What `--help` prints: the options, then every parameter with its range, from the parameter table. */

import { parameterTable } from '../model/parameters/parameterTable';
import { allowedValues, standardParameters } from '../model/parameters/values';
import { presetIds, presets } from '../model/presets';
import { asciiText } from '../text/asciiText';
import { observableWords, speciesSubjectWords } from './subject';
import { exactNumber } from './words';

const indent = ' '.repeat(35);
const lineLength = 120;

/** Words with blanks between them, in lines below an option. */
function inLines(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const last = lines[lines.length - 1]!;
    if (indent.length + last.length + 1 + word.length > lineLength) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line) => `${indent}${line}`).join('\n');
}

const usage = `Solves the steady cosmic-ray transport equation for one model, and prints the spectrum of one species at the Sun, or
an observable.

  npm run --silent solve -- --preset thm|cm|... --species p|e-|... [options]
  npm run --silent solve -- --preset thm|cm|... --observable B/C|... [options]

  --preset P                       a set of parameters with its source:
${presetIds.map((id) => `${indent}${id}: ${presets[id].title}`).join('\n')}
  --species S                      protons (p), electrons that sources release (e-), nuclei, antiprotons, positrons:
${inLines(speciesSubjectWords)}
                                   an element is the sum of its isotopes at equal kinetic energy per nucleon
  --observable O                   a ratio, or a flux on one axis:
${inLines(observableWords.filter((word) => !speciesSubjectWords.includes(word)))}
                                   or any species, or a ratio of any two of protons and nuclei, as N/O or p/He
  --axis rigidity|kineticEnergyPerNucleon
                                   of --observable; as it is published unless told. Isotopes are added at equal values
  --set id=value                   changes one parameter of the preset; may be repeated
  --tier live|settled|reference|3d how finely to solve; settled unless told, which refines its grid while it estimates
                                   its flux to be more than 1 % off. 3d solves in (x, y, z), which is where
                                   sources=arms differs from its mean over azimuth; some seconds, p and e- only
  --format csv|json                csv unless told
  --profile z|r --energy E         instead of the spectrum: the flux at kinetic energy E (GeV) against height at the
                                   Sun's radius, or against radius in the plane (in 3d towards the Sun); p and e- only
  --help                           this text

Fluxes are in GeV^-1 m^-2 s^-1 sr^-1, of nuclei for each GeV per nucleon, on rigidity for each GV; "lis" is the
interstellar flux, "modulated" the one at Earth. Nuclei, antiprotons and positrons have the scale that brings the
protons of the same model to p.norm. e- are those that sources release; those that collisions make are in e+/(e-+e+)
and e-+e+.
A setting that changes nothing, or a range that is not solved, is told on stderr and in the output as a note.

Numbers are read as people write them: 5.5e28, 5,5e28, 5.5×10^28, 12 345.6, and with their unit behind them.
1,000 is refused: it is one or a thousand.

Exit codes: 0 solved, 1 not converged, 2 the request cannot be understood, 3 the output could not be written (a full
disk, a closed pipe), 70 the program itself failed.

Parameters (values of the thm preset in brackets):
`;

export function helpText(): string {
  const width = Math.max(...parameterTable.map((entry) => entry.id.length)) + 2;
  const lines = parameterTable.map((entry) => {
    const standard = standardParameters[entry.id];
    const value = typeof standard === 'number' ? exactNumber(standard) : standard;
    return `  ${entry.id.padEnd(width)}${asciiText(allowedValues(entry))} [${value}]\n`;
  });
  return `${usage}\n${lines.join('')}`;
}
