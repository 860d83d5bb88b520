/** What `--help` prints: the options, then every parameter with its range, from the parameter table. */

import { parameterTable } from '../model/parameters/parameterTable';
import { allowedValues, standardParameters } from '../model/parameters/values';
import { asciiText } from '../text/asciiText';
import { exactNumber } from './words';

const usage = `Solves the steady cosmic-ray transport equation for one model and one species, and prints the spectrum at the Sun.

  npm run --silent solve -- --preset thm|cm --species p|e- [options]

  --preset thm|cm                  two-halo model or conventional model of Jin, Guo & Hu 2016
  --species p|e-                   protons or electrons
  --set id=value                   changes one parameter of the preset; may be repeated
  --tier live|settled|reference|3d how finely to solve; settled unless told, which refines its grid while it estimates
                                   its flux to be more than 1 % off. 3d solves in (x, y, z), which is where
                                   sources=arms differs from its mean over azimuth; it takes some seconds
  --format csv|json                csv unless told
  --profile z|r --energy E         instead of the spectrum: the flux at kinetic energy E (GeV) against height at the
                                   Sun's radius, or against radius in the plane (in 3d towards the Sun)
  --help                           this text

Fluxes are in GeV^-1 m^-2 s^-1 sr^-1; "lis" is the interstellar flux, "modulated" the one at Earth.
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
