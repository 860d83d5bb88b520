/** The fluxes to which solutions are scaled: of the two-halo model, and of the conventional one for itself. */
import { type ParticlePrefix, particleOf } from '../../particles';
import type { ParameterDefinition } from '../definition';

/** GeV^-1 m^-2 s^-1 sr^-1. */
const ranges = {
  p: { minimum: 5e-3, maximum: 0.5 },
  e: { minimum: 4e-4, maximum: 4e-2 },
} as const satisfies Readonly<Record<ParticlePrefix, unknown>>;

/** What the scale of any model of a particle has in common. */
function scale(prefix: ParticlePrefix) {
  return {
    unit: 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹',
    kind: 'log',
    ...ranges[prefix],
    step: 0.005,
  } as const;
}

function label(prefix: ParticlePrefix): string {
  const { singular, normalisationEnergyGeV } = particleOf(prefix);
  return `${singular} flux at ${normalisationEnergyGeV} GeV`;
}

function norm<Prefix extends ParticlePrefix>(prefix: Prefix, standard: number) {
  return {
    id: `${prefix}.norm`,
    symbol: { tex: `\\Phi_${prefix}`, plain: `Φ_${prefix}` },
    label: label(prefix),
    ...scale(prefix),
    standard,
    group: 'normalisation',
  } as const satisfies ParameterDefinition;
}

export function comparisonNorm<Prefix extends ParticlePrefix>(prefix: Prefix, standard: number) {
  return {
    id: `cm.${prefix}.norm`,
    symbol: { tex: `\\Phi_${prefix}^{\\mathrm{CM}}`, plain: `Φ_${prefix},CM` },
    label: `${label(prefix)} (CM)`,
    ...scale(prefix),
    standard,
    group: 'normalisation',
  } as const satisfies ParameterDefinition;
}

export const normalisationTable = [norm('p', 0.045964), norm('e', 0.0049457)] as const;
