/** What a solve did that its command may not have meant: settings that change nothing, and where nothing is solved. */
import { secondBreakRemark } from '../model/injectionRemark';
import { hasNearbySources, nearbyKey, solvedParameters } from '../model/key';
import { parameterTable } from '../model/parameters/parameterTable';
import type { ParameterId } from '../model/parameters/values';
import { particles } from '../model/particles';
import { presets } from '../model/presets';
import { acceptedError, highestOverCutoff } from '../model/tiers';
import { offText } from '../text/percent';
import type { SolveCommand } from './commandLine';
import type { Columns } from './solution';
import { exactNumber, tableNumber } from './words';

/** Equal for two sets of parameters exactly when the command prints the same columns for both. */
function outputKey({ species, tier, profile, parameters }: SolveCommand): string {
  const solved = solvedParameters(parameters, species, tier === '3d' ? 'box' : 'axisymmetric');
  const scale = parameters[particles[species].norm];
  const potential = parameters[particles[species].potential];
  const atSun = profile === null ? [potential, nearbyKey(parameters, species)] : [];
  return [...Object.values(solved), scale, ...atSun].join('|');
}

/** Why a parameter has no say in an output; empty where its own help is the best answer. */
function whyIdle(id: ParameterId, { parameters, species, tier, profile }: SolveCommand): string {
  const group = parameterTable.find((entry) => entry.id === id)?.group;
  const injected = Object.values(particles).find(({ injection }) => injection === group);
  if (injected !== undefined)
    return injected === particles[species]
      ? `: ${injected.prefix}.secondBreak is off`
      : `: the species is ${species}`;
  if (group === 'nearby' && profile !== null) return ': a profile has no nearby sources in it';
  if (group === 'nearby' && !hasNearbySources(parameters)) return ': no nearby source is on';
  if (group === 'modulation' && profile !== null) return ': a profile is of the interstellar flux';
  if (group === 'arms' || id === 'sources')
    return tier === '3d'
      ? ': it needs sources=arms and armContrast above 0'
      : ': without --tier 3d arms have their mean over azimuth';
  if (parameters.profile === 'uniform' && ['Delta', 'xi', 'n', 'dppDelta'].includes(id))
    return ': profile is uniform';
  if (id === 'n') return ': profile is step';
  if (parameters.reacceleration === 'off' && ['vA', 'dppDelta'].includes(id))
    return ': reacceleration is off';
  if (id === 'adiabatic') return ': V0 and V1 are 0';
  return `: the species is ${species}`;
}

function idleRemarks(command: SolveCommand): readonly string[] {
  const own = presets[command.presetId].parameters;
  const changed = parameterTable.map(({ id }) => id).filter((id) => command.parameters[id] !== own[id]);
  const key = outputKey(command);
  return changed
    .filter((id) => outputKey({ ...command, parameters: { ...command.parameters, [id]: own[id] } }) === key)
    .map((id) => `${id} changes nothing here${whyIdle(id, command)}.`);
}

/** Where a spectrum ends before its table does. */
function endRemarks({ species, parameters, profile }: SolveCommand, columns: Columns): readonly string[] {
  if (profile !== null) return [];
  const { kineticEnergyGeV = [], lis = [] } = columns;
  const sources = Object.keys(columns).filter((name) => name.startsWith('lis_'));
  // What is not a nearby source's is the solution's.
  const from = lis.findIndex(
    (flux, row) => flux <= sources.reduce((sum, name) => sum + columns[name]![row]!, 0),
  );
  if (from < 0) return [];
  const cutoff = particles[species].cutoff;
  return [
    `From ${tableNumber(kineticEnergyGeV[from]!)} GeV on nothing is solved and the solution is printed as 0: it reaches up to ${highestOverCutoff} times the cutoff (${cutoff} = ${exactNumber(parameters[cutoff])} GV).`,
  ];
}

function errorRemarks({ tier }: SolveCommand, errorEstimate: number): readonly string[] {
  if (errorEstimate <= acceptedError) return [];
  const help = tier === 'live' ? ' --tier settled refines its grid by itself.' : '';
  return [`The flux is ${offText(errorEstimate)}, by the estimate of this solve.${help}`];
}

/** One sentence for each; none where all is as asked. */
export function remarksOn(command: SolveCommand, columns: Columns, errorEstimate: number): readonly string[] {
  const breaks = secondBreakRemark(command.parameters, particles[command.species].prefix);
  return [
    ...idleRemarks(command),
    ...(breaks === null ? [] : [breaks]),
    ...endRemarks(command, columns),
    ...errorRemarks(command, errorEstimate),
  ];
}
