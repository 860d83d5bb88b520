/**
 * `npx tsx scripts/tuneAbundances.ts <preset> [id=value ...]`: the abundances with which a preset meets the AMS-02 flux of each element
 * at 21 GV, where modulation hardly matters. Prints what to write into the parameter table (model/parameters/table/nuclei.ts) or a
 * preset. An abundance acts on what is made of its element too, so it is done again until nothing moves.
 */
import { readFileSync } from 'node:fs';
import { fluxOnTable } from '../src/inference/spectrumOnTable';
import { parseCatalogue } from '../src/measurements/catalogue';
import { tableById } from '../src/measurements/tables';
import { composedSpectrum } from '../src/model/composition';
import type { ObservableId } from '../src/model/observables';
import {
  formatNumber,
  type ParameterId,
  parameterDefinition,
  parseParameter,
} from '../src/model/parameters/values';
import { type PresetId, presetIds, presets } from '../src/model/presets';
import { propagate } from '../src/model/propagate';
import { propagateNuclei } from '../src/model/propagateNuclei';
import { spectrumOf } from '../src/model/spectrum';

/** Heaviest first: what becomes lighter elements is set before them. */
const elements = [
  ['Si', 'ams02-2020-si'],
  ['Mg', 'ams02-2020-mg'],
  ['Ne', 'ams02-2020-ne'],
  ['O', 'ams02-2021-o'],
  ['N', 'ams02-2018-n'],
  ['C', 'ams02-2021-c'],
  ['He', 'ams02-2021-he'],
] as const satisfies readonly (readonly [ObservableId, string])[];
const meetsAtGV = 21;

const [presetId = 'thm', ...settings] = process.argv.slice(2);
if (!presetIds.includes(presetId as PresetId))
  throw new Error(`The preset must be ${presetIds.join(' or ')}.`);
// The cast: found in the list above.
let parameters = presets[presetId as PresetId].parameters;
for (const setting of settings) {
  const [id = '', text = ''] = setting.split('=');
  const entry = parameterDefinition(id);
  const parsed = entry && parseParameter(entry, text);
  if (!parsed?.ok) throw new Error(parsed?.reason ?? `There is no parameter ${id}.`);
  parameters = { ...parameters, [id]: parsed.value };
}
const parsed = parseCatalogue(JSON.parse(readFileSync('public/data/catalogue-nuclei.json', 'utf8')));
if (!parsed.ok) throw new Error(parsed.reason);

const protons = propagate({ parameters, species: 'p', tier: 'settled' });
for (let round = 0; round < 12; round++) {
  const nuclei = propagateNuclei({ parameters, tier: 'settled' });
  const solutions = { spectra: { p: spectrumOf(protons, parameters) }, protons, nuclei };
  for (const [element, tableId] of elements) {
    const table = tableById(parsed.value, tableId);
    const curve = composedSpectrum(element, solutions, parameters);
    if (table === undefined || curve === null) throw new Error(`${tableId} or its curve is not there.`);
    const point = table.points.find(({ xLow, xHigh }) => xLow! <= meetsAtGV && xHigh! > meetsAtGV)!;
    const ratio = fluxOnTable(curve, table)(point.x) / point.y;
    const id: ParameterId = `abundance.${element}`;
    parameters = { ...parameters, [id]: parameters[id] / ratio };
    console.log(`${round} ${element} ${ratio.toFixed(4)} -> ${formatNumber(parameters[id])}`);
  }
}
