/** What the columns of an answer depend on: of a network only the nuclei that are asked for and what they are made of. */
import { nearbyKey, solvedParameters } from '../model/key';
import { nucleiNetwork } from '../model/nuclei';
import { type ParticleId, solveOfParticle } from '../model/observables';
import { parameterTable } from '../model/parameters/parameterTable';
import type { ParameterId, Parameters } from '../model/parameters/values';
import { isSpecies, particles } from '../model/particles';
import { sharedReads } from '../model/propagateNuclei';
import type { NuclideId } from '../physics/nuclides';
import type { ComposedCommand, ParticleCommand, SolveCommand } from './commandLine';
import { isNuclide, isRatioSubject, particlesIn, type Subject, speciesOf } from './subject';

/** These nuclei and all that become them, from heavy to light. */
export function nucleiBehind(parameters: Parameters, asked: readonly NuclideId[]) {
  const network = nucleiNetwork(parameters);
  const behind = new Set<string>(asked);
  // From light to heavy: parents stand before what they become.
  for (const { id, channels } of network.toReversed())
    if (behind.has(id)) for (const { parent } of channels) behind.add(parent);
  return network.filter(({ id }) => behind.has(id));
}

/** Digits of a ratio of abundances that are not rounding. */
const ratioDigits = 12;

/** @param isRelative whether only ratios of them are asked for. */
function nucleiReads(parameters: Parameters, asked: readonly NuclideId[], isRelative: boolean): string {
  const members = nucleiBehind(parameters, asked);
  const injected = members.find(({ particle }) => particle.injection !== null);
  const unit = isRelative && injected !== undefined ? injected.particle.strength : 1;
  const own = members.map(({ particle: { injection, strength }, channels }) => [
    injection,
    injection && (strength / unit).toPrecision(ratioDigits),
    channels.map(({ name }) => name),
  ]);
  return `${sharedReads(parameters)} ${JSON.stringify(own)}`;
}

const extraPositronIds: readonly ParameterId[] = ['extraPositrons', 'x.alpha', 'x.rhoCut'];

function secondaryReads(parameters: Parameters, particle: ParticleId): string {
  const read = solvedParameters(parameters, 'secondaries');
  const others: readonly string[] =
    particle === 'pbar' ? [...particles['e-'].processes, ...extraPositronIds] : ['pbarProduction'];
  return parameterTable
    .filter(({ id }) => !others.includes(id))
    .map(({ id }) => read[id])
    .join('|');
}

/** Whether all that is divided is in the protons' scale, which then drops out. */
function isScaleFree(subject: Subject, parameters: Parameters): boolean {
  return (
    isRatioSubject(subject) &&
    particlesIn(subject).every((particle) => {
      if (particle === 'e-') return false;
      if (particle === 'p') return nearbyKey(parameters, 'p') === '';
      return !isLepton(particle) || parameters.extraPositrons === 'off';
    })
  );
}

function isLepton(particle: ParticleId): boolean {
  return speciesOf(particle).kind === 'lepton';
}

/** Potentials with which particles are modulated. */
function potentialsOf(asked: readonly ParticleId[]): readonly ParameterId[] {
  return [...new Set(asked.map((particle) => particles[isLepton(particle) ? 'e-' : 'p'].potential))];
}

function composedKey({ subject, parameters }: ComposedCommand): string {
  const asked = particlesIn(subject);
  const nuclides = asked.filter(isNuclide);
  const scaleFree = isScaleFree(subject, parameters);
  const secondaries = asked.filter((particle) => solveOfParticle(particle) === 'secondaries');
  const alone = asked.filter((particle) => isSpecies(solveOfParticle(particle)));
  const hasProtons = alone.includes('p') || !scaleFree;
  const hasElectrons = alone.includes('e-');
  const hasExtra = parameters.extraPositrons === 'on' && secondaries.some(isLepton);
  const values = (ids: readonly ParameterId[]) => ids.map((id) => parameters[id]).join('|');
  return [
    nuclides.length === 0 ? '' : nucleiReads(parameters, nuclides, scaleFree),
    ...secondaries.map((particle) => secondaryReads(parameters, particle)),
    hasProtons ? Object.values(solvedParameters(parameters, 'p')).join('|') : '',
    hasElectrons ? Object.values(solvedParameters(parameters, 'e-')).join('|') : '',
    alone.includes('p') ? nearbyKey(parameters, 'p') : '',
    hasElectrons ? nearbyKey(parameters, 'e-') : '',
    values([
      ...(scaleFree ? [] : (['p.norm'] as const)),
      ...(hasElectrons ? (['e.norm'] as const) : []),
      ...(hasExtra ? (['x.norm'] as const) : []),
      ...potentialsOf(asked),
    ]),
  ].join('\n');
}

function particleKey({ species, tier, profile, parameters }: ParticleCommand): string {
  const solved = solvedParameters(parameters, species, tier === '3d' ? 'box' : 'axisymmetric');
  const scale = parameters[particles[species].norm];
  const potential = parameters[particles[species].potential];
  const atSun = profile === null ? [potential, nearbyKey(parameters, species)] : [];
  return [...Object.values(solved), scale, ...atSun].join('|');
}

/** Equal for two sets of parameters exactly when the command prints the same columns for both. */
export function outputKey(command: SolveCommand): string {
  return command.kind === 'particle' ? particleKey(command) : composedKey(command);
}
