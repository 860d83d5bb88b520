/** What a solve did that its command may not have meant: settings that change nothing, and where nothing is solved. */
import { secondBreakRemark } from '../model/injectionRemark';
import { hasNearbySources } from '../model/key';
import { type ParticleId, solveOfParticle } from '../model/observables';
import { parameterTable } from '../model/parameters/parameterTable';
import { type ParameterId, parameterDefinition } from '../model/parameters/values';
import { injectedIn, particles, speciesKeys } from '../model/particles';
import { presets } from '../model/presets';
import { acceptedError, highestOverCutoff } from '../model/tiers';
import { nuclideIds, nuclideTable } from '../physics/nuclides';
import { offText } from '../text/percent';
import { largestError, type Solution } from './answer';
import type { SolveCommand } from './commandLine';
import { nucleiBehind, outputKey } from './reads';
import { isNuclide, isRatioSubject, particlesIn, solvesIn } from './subject';
import { exactNumber, tableNumber } from './words';

type Answer = Pick<Solution, 'columns' | 'solvedWith'> & {
  readonly report: Pick<Solution['report'], 'errorEstimate'>;
};

/** How a command is named in a remark. */
function askedWords(command: SolveCommand): string {
  if (command.kind === 'particle') return `the species is ${command.species}`;
  return `the ${command.axis === null ? 'species' : 'observable'} is ${command.subject.word}`;
}

/** What an answer is of. */
interface Contents {
  readonly word: string;
  readonly particles: readonly ParticleId[];
}

function contentsOf(command: SolveCommand): Contents {
  if (command.kind === 'particle') return { word: command.species, particles: [command.species] };
  return { word: command.subject.word, particles: particlesIn(command.subject) };
}

/** Why what belongs to nuclei, or to secondaries, has no say; undefined where nothing of its own is to be said. */
function whyNuclearIdle(id: ParameterId, group: string, command: SolveCommand): string | undefined {
  const { parameters } = command;
  const { word, particles: asked } = contentsOf(command);
  const nuclides = asked.filter(isNuclide);
  const isBorn = (particle: ParticleId) => solveOfParticle(particle) === 'secondaries';
  const madeOf = new Set(nucleiBehind(parameters, nuclides).map((member) => member.id));
  const holds = (elements: (element: string) => boolean) =>
    nuclideIds.some((one) => madeOf.has(one) && elements(nuclideTable[one].element));
  if (group === 'abundances' || group === 'nucleiInjection') {
    const own = id.startsWith('He.') || id === 'abundance.He' ? 'helium' : 'nuclei heavier than helium';
    if (nuclides.length === 0 && !asked.some(isBorn)) return undefined;
    if (group === 'abundances') {
      const { label } = parameterDefinition(id) ?? { label: id };
      if (asked.some(isBorn)) return `: what heavier nuclei than helium make of ${word} is a fixed share`;
      return `: ${word} is not made of ${label.toLowerCase()}`;
    }
    const reads =
      own === 'helium' ? holds((one) => one === 'He') || asked.some(isBorn) : holds((one) => one !== 'He');
    if (!reads) return `: ${word} is not made of ${own}`;
    const choice = own === 'helium' ? 'He.slopes' : 'nuclei.slopes';
    return parameters[choice] === 'proton' ? `: ${choice} is proton` : ': its slopes are those of protons';
  }
  if (id === 'spallation' || id === 'heTarget')
    return nuclides.length > 0 ? `: ${word} is not made of heavier nuclei` : undefined;
  if (group === 'extraPositrons')
    return asked.some((particle) => isBorn(particle) && particle !== 'pbar')
      ? ': extraPositrons is off'
      : undefined;
  return undefined;
}

/** Why a parameter has no say in an output; empty where its own help is the best answer. */
function whyIdle(id: ParameterId, command: SolveCommand): string {
  const { parameters } = command;
  const asked = contentsOf(command).particles;
  const { tier, profile } = command;
  const group = parameterTable.find((entry) => entry.id === id)?.group;
  const other = `: ${askedWords(command)}`;
  const injected = speciesKeys.find((species) => particles[species].injection === group);
  if (injected !== undefined) {
    const isSecond =
      id === `${particles[injected].prefix}.rhoBr2` || id === `${particles[injected].prefix}.alpha2`;
    const isRead = injected === 'p' ? asked.some((particle) => particle !== 'e-') : asked.includes('e-');
    if (isRead && isSecond) return `: ${particles[injected].prefix}.secondBreak is off`;
    return isRead ? ': nuclei.slopes is free' : other;
  }
  if (group === 'nearby' && profile !== null) return ': a profile has no nearby sources in it';
  if (group === 'nearby' && !asked.some((particle) => particle === 'p' || particle === 'e-'))
    return ': nearby sources add protons and electrons';
  if (group === 'nearby' && !hasNearbySources(parameters)) return ': no nearby source is on';
  if (group === 'modulation' && profile !== null) return ': a profile is of the interstellar flux';
  if (id === 'p.norm' && command.kind === 'composed') return ': it drops out of the ratio';
  if (group === 'arms' || id === 'sources') {
    if (command.kind === 'composed') return ': arms have their mean over azimuth';
    return tier === '3d'
      ? ': it needs sources=arms and armContrast above 0'
      : ': without --tier 3d arms have their mean over azimuth';
  }
  if (parameters.profile === 'uniform' && ['Delta', 'xi', 'n', 'dppDelta'].includes(id))
    return ': profile is uniform';
  if (id === 'n') return ': profile is step';
  if (parameters.reacceleration === 'off' && ['vA', 'dppDelta'].includes(id))
    return ': reacceleration is off';
  if (parameters.breakH === 'off' && ['rhoH', 'deltaH', 'sH'].includes(id)) return ': breakH is off';
  if (id === 'adiabatic') return ': V0 and V1 are 0';
  return (group && whyNuclearIdle(id, group, command)) ?? other;
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
function endRemarks(command: SolveCommand, answer: Answer): readonly string[] {
  // Nuclei and what is born are given to lower energies than the lowest cutoff of protons ends.
  if (command.kind === 'composed') return [];
  const { species, parameters, profile } = command;
  if (profile !== null) return [];
  const { columns } = answer;
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

function errorRemarks(command: SolveCommand, answer: Answer): readonly string[] {
  const errorEstimate = largestError(answer);
  if (errorEstimate <= acceptedError) return [];
  const what = command.kind === 'composed' && isRatioSubject(command.subject) ? 'A flux in it' : 'The flux';
  const help = command.tier === 'live' ? ' --tier settled refines its grid by itself.' : '';
  return [`${what} is ${offText(errorEstimate)}, by the estimate of this solve.${help}`];
}

/** Injection laws that an answer reads and whose second break does not act as its name says. */
function breakRemarks({ parameters, ...command }: SolveCommand): readonly string[] {
  const solves = command.kind === 'particle' ? [command.species] : solvesIn(command.subject);
  const injected = [...new Set(solves.map(injectedIn))];
  return injected.flatMap((species) => secondBreakRemark(parameters, particles[species].prefix) ?? []);
}

/** One sentence for each; none where all is as asked. */
export function remarksOn(command: SolveCommand, answer: Answer): readonly string[] {
  return [
    ...idleRemarks(command),
    ...breakRemarks(command),
    ...endRemarks(command, answer),
    ...errorRemarks(command, answer),
  ];
}
