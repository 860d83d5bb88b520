import { type ParticlePrefix, particleOf } from '../../particles';
import type { injectionTable } from '../table/injection';
import { type HelpOf, prefixed } from './helpOf';

/** The same sentences for every particle, so that the lists cannot drift apart. */
function injection<Prefix extends ParticlePrefix>(prefix: Prefix) {
  const name = particleOf(prefix).singular;
  const source = 'Jin16 Table 2';
  const notInPaper = 'Not in Jin16';
  const help = {
    rhoBr: { definition: `${name} rigidity at which the injected power law changes its slope.`, source },
    alpha0: { definition: `${name} injection falls as rigidity to the power −α0 below the break.`, source },
    alpha1: { definition: `${name} injection falls as rigidity to the power −α1 above the break.`, source },
    rhoCut: { definition: `${name} injection is cut off as exp(−ρ/ρ_cut).`, source },
    secondBreak: {
      definition: `Gives the ${name.toLowerCase()} injection a second break, as conventional models need for a hardening.`,
      source: 'Not in Jin16; the alternative it argues against',
    },
    rhoBr2: {
      definition: `${name} rigidity of the second injection break; acts only when the second break is on.`,
      source: notInPaper,
    },
    alpha2: {
      definition: `${name} injection falls as rigidity to the power −α2 above the second break.`,
      source: notInPaper,
    },
  };
  return prefixed(prefix, help);
}

export const injectionHelp: HelpOf<typeof injectionTable> = { ...injection('p'), ...injection('e') };
