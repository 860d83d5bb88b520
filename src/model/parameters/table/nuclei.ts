/**
 * Nuclei: what sources inject of them beside protons, and the cross sections by which they become others.
 *
 * An abundance is that of a source, relative to a million protons, at equal kinetic energy per nucleon, at 100 GeV/n. The standard
 * values bring the paper's two-halo model to the AMS-02 fluxes of each element (scripts/tuneAbundances.ts).
 */
import type { ParameterDefinition } from '../definition';

const spallations = [
  { value: 'evoli2020', label: 'Evoli et al. 2020' },
  { value: 'galprop12', label: 'GALPROP option 12' },
] as const;
const heliumTargets = [
  { value: 'ferrando', label: 'Ferrando et al. 1988' },
  { value: 'area', label: 'By area, 4^(2/3)' },
] as const;
const antiprotonProductions = [
  { value: 'winkler17', label: 'Winkler 2017' },
  { value: 'korsmeier18', label: 'Korsmeier et al. 2018' },
] as const;

const slopeChoices = [
  { value: 'proton', label: 'As protons' },
  { value: 'free', label: 'Their own' },
] as const;

function slopes<Prefix extends 'He' | 'nuclei'>(prefix: Prefix, name: string) {
  const slope = { unit: '', kind: 'linear', maximum: 3.5, step: 0.01, group: 'nucleiInjection' } as const;
  return [
    {
      id: `${prefix}.slopes`,
      symbol: { tex: '', plain: '' },
      label: `Slopes of ${name}`,
      kind: 'choice',
      options: slopeChoices,
      standard: 'proton',
      group: 'nucleiInjection',
    },
    {
      ...slope,
      id: `${prefix}.alpha0`,
      symbol: { tex: `\\alpha_{0,\\mathrm{${prefix}}}`, plain: `α0,${prefix}` },
      label: `Slope of ${name} below the break`,
      minimum: 0.5,
      standard: 2.1,
    },
    {
      ...slope,
      id: `${prefix}.alpha1`,
      symbol: { tex: `\\alpha_{1,\\mathrm{${prefix}}}`, plain: `α1,${prefix}` },
      label: `Slope of ${name} above the break`,
      minimum: 1.5,
      standard: 2.31,
    },
  ] as const;
}

function abundance<Element extends string>(element: Element, name: string, standard: number) {
  return {
    id: `abundance.${element}`,
    symbol: { tex: `a_{\\mathrm{${element}}}`, plain: `a_${element}` },
    label: name,
    unit: 'per 10⁶ H',
    kind: 'log',
    minimum: Number((standard / 10).toPrecision(1)),
    maximum: Number((standard * 10).toPrecision(1)),
    step: 0.01,
    standard,
    group: 'abundances',
  } as const;
}

export const nucleiTable = [
  ...slopes('He', 'helium'),
  ...slopes('nuclei', 'heavier nuclei'),
  abundance('He', 'Helium', 86400),
  abundance('C', 'Carbon', 3100),
  abundance('N', 'Nitrogen', 323),
  abundance('O', 'Oxygen', 3860),
  abundance('Ne', 'Neon', 691),
  abundance('Mg', 'Magnesium', 895),
  abundance('Si', 'Silicon', 778),
  {
    id: 'spallation',
    symbol: { tex: '\\sigma_{\\mathrm{frag}}', plain: 'σ_frag' },
    label: 'Fragments of nuclei',
    kind: 'choice',
    options: spallations,
    standard: 'evoli2020',
    group: 'crossSections',
  },
  {
    id: 'heTarget',
    symbol: { tex: '\\sigma_{\\mathrm{He}}', plain: 'σ_He' },
    label: 'Fragments on helium',
    kind: 'choice',
    options: heliumTargets,
    standard: 'ferrando',
    group: 'crossSections',
  },
  {
    id: 'pbarProduction',
    symbol: { tex: '\\sigma_{\\mathrm{pbar}}', plain: 'σ_pbar' },
    label: 'Antiprotons',
    kind: 'choice',
    options: antiprotonProductions,
    standard: 'winkler17',
    group: 'crossSections',
  },
] as const satisfies readonly ParameterDefinition[];

/** Positrons and electrons of another origin than collisions: as many of each. */
export const extraPositronsTable = [
  {
    id: 'extraPositrons',
    symbol: { tex: '', plain: '' },
    label: 'Sources of positrons',
    kind: 'switch',
    standard: 'off',
    group: 'extraPositrons',
  },
  {
    id: 'x.norm',
    symbol: { tex: '\\Phi_x', plain: 'Φ_x' },
    label: 'Positron flux at 300 GeV',
    unit: 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹',
    kind: 'log',
    minimum: 1e-8,
    maximum: 1e-5,
    step: 0.02,
    standard: 6.7e-7,
    group: 'extraPositrons',
  },
  {
    id: 'x.alpha',
    symbol: { tex: '\\alpha_x', plain: 'α_x' },
    label: 'Slope at injection',
    unit: '',
    kind: 'linear',
    minimum: 1,
    maximum: 3,
    step: 0.01,
    standard: 1.86,
    group: 'extraPositrons',
  },
  {
    id: 'x.rhoCut',
    symbol: { tex: '\\rho_{\\mathrm{cut},x}', plain: 'ρ_cut,x' },
    label: 'Cutoff',
    unit: 'GV',
    kind: 'log',
    minimum: 100,
    maximum: 1e5,
    step: 0.02,
    standard: 1500,
    group: 'extraPositrons',
  },
] as const satisfies readonly ParameterDefinition[];
