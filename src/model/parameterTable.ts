/**
 * The parameter table: every number and choice of the model, declared once.
 *
 * Sliders, number fields, validation, the URL codec, CLI flags, state files and the table in docs/model.md
 * all derive from these entries. Adding a parameter is one entry here, its help in parameterHelp.ts and its use in `physics/`.
 *
 * "Jin16" is Jin, Guo & Hu, arXiv:1504.06903, Chin. Phys. C 40, 015101 (2016).
 */

import {
  armTableNames,
  defaultArmWidthKpc,
  gasModelNames,
  idsOf,
  type ModelName,
  magneticFieldNames,
  radiationFieldNames,
  sourceModelNames,
} from '../physics/galaxyModels';
import { jin16Injection } from './jin16';
import { nearbyParameterTable } from './nearbyParameterTable';
import { type ParticlePrefix, particleOf } from './particles';

export const parameterGroups = [
  { id: 'diffusion', label: 'Diffusion' },
  { id: 'reacceleration', label: 'Reacceleration' },
  { id: 'convection', label: 'Galactic wind' },
  { id: 'protonInjection', label: 'Proton injection' },
  { id: 'electronInjection', label: 'Electron injection' },
  { id: 'modulation', label: 'Solar modulation' },
  { id: 'normalisation', label: 'Normalisation' },
  { id: 'ingredients', label: 'Galaxy' },
  { id: 'arms', label: 'Spiral arms (3D)' },
  { id: 'nearby', label: 'Nearby sources' },
  { id: 'processes', label: 'Processes' },
] as const;

export type ParameterGroupId = (typeof parameterGroups)[number]['id'];

interface ParameterEntry {
  readonly id: string;
  /** The paper's symbol, for formulas (TeX) and for plain text. */
  readonly symbol: { readonly tex: string; readonly plain: string };
  readonly label: string;
  readonly group: ParameterGroupId;
}

export interface NumberParameter extends ParameterEntry {
  readonly kind: 'log' | 'linear';
  readonly unit: string;
  readonly minimum: number;
  readonly maximum: number;
  /** Keyboard and slider step: in the parameter's own unit if linear, in decades if log. */
  readonly step: number;
  readonly standard: number;
}

export interface ChoiceParameter extends ParameterEntry {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly standard: string;
}

export interface SwitchParameter extends ParameterEntry {
  readonly kind: 'switch';
  readonly standard: 'on' | 'off';
}

export type ParameterDefinition = NumberParameter | ChoiceParameter | SwitchParameter;

/** The same entry for both species, so that the two lists cannot drift apart. */
function injection<Prefix extends ParticlePrefix>(prefix: Prefix, own: Record<'second' | 'third', number>) {
  const values = { ...jin16Injection[prefix], ...own };
  const group = particleOf(prefix).injection;
  return [
    {
      id: `${prefix}.rhoBr`,
      symbol: { tex: `\\rho_{\\mathrm{br},${prefix}}`, plain: `ρ_br,${prefix}` },
      label: 'Injection break',
      unit: 'GV',
      kind: 'log',
      minimum: 1,
      maximum: 100,
      step: 0.02,
      standard: values.break,
      group,
    },
    {
      id: `${prefix}.alpha0`,
      symbol: { tex: `\\alpha_{0,${prefix}}`, plain: `α0,${prefix}` },
      label: 'Slope below the break',
      unit: '',
      kind: 'linear',
      minimum: 0.5,
      maximum: 3.5,
      step: 0.01,
      standard: values.below,
      group,
    },
    {
      id: `${prefix}.alpha1`,
      symbol: { tex: `\\alpha_{1,${prefix}}`, plain: `α1,${prefix}` },
      label: 'Slope above the break',
      unit: '',
      kind: 'linear',
      minimum: 1.5,
      maximum: 3.5,
      step: 0.01,
      standard: values.above,
      group,
    },
    {
      id: `${prefix}.rhoCut`,
      symbol: { tex: `\\rho_{\\mathrm{cut},${prefix}}`, plain: `ρ_cut,${prefix}` },
      label: 'Cutoff',
      unit: 'GV',
      kind: 'log',
      minimum: prefix === 'p' ? 1e5 : 1e3,
      maximum: prefix === 'p' ? 1e8 : 1e6,
      step: 0.02,
      standard: values.cutoff,
      group,
    },
    {
      id: `${prefix}.secondBreak`,
      symbol: { tex: '', plain: '' },
      label: 'Second break',
      kind: 'switch',
      standard: 'off',
      group,
    },
    {
      id: `${prefix}.rhoBr2`,
      symbol: { tex: `\\rho_{\\mathrm{br2},${prefix}}`, plain: `ρ_br2,${prefix}` },
      label: 'Second break at',
      unit: 'GV',
      kind: 'log',
      minimum: 20,
      maximum: 1e4,
      step: 0.02,
      standard: values.second,
      group,
    },
    {
      id: `${prefix}.alpha2`,
      symbol: { tex: `\\alpha_{2,${prefix}}`, plain: `α2,${prefix}` },
      label: 'Slope above the second break',
      unit: '',
      kind: 'linear',
      minimum: 1.5,
      maximum: 3.5,
      step: 0.01,
      standard: values.third,
      group,
    },
  ] as const satisfies readonly ParameterDefinition[];
}

function process<Id extends string>(id: Id, label: string) {
  return {
    id,
    symbol: { tex: '', plain: '' },
    label,
    kind: 'switch',
    standard: 'on',
    group: 'processes',
  } as const;
}

function choices<Id extends string>(names: Readonly<Record<Id, ModelName>>) {
  return idsOf(names).map((value) => ({ value, label: names[value].label }));
}

/** Every parameter of one propagation model. */
export const parameterTable = [
  {
    id: 'profile',
    symbol: { tex: 'D(z,\\rho)', plain: 'D(z,ρ)' },
    label: 'Diffusion profile',
    kind: 'choice',
    options: [
      { value: 'smooth', label: 'Two halos, smooth (Eq. 5)' },
      { value: 'step', label: 'Two halos, step (Eq. 3)' },
      { value: 'uniform', label: 'One halo (conventional)' },
    ],
    standard: 'smooth',
    group: 'diffusion',
  },
  {
    id: 'D0',
    symbol: { tex: 'D_0', plain: 'D₀' },
    label: 'Diffusion coefficient',
    unit: 'cm²/s',
    kind: 'log',
    minimum: 1e28,
    maximum: 4e29,
    step: 0.02,
    standard: 5.5e28,
    group: 'diffusion',
  },
  {
    id: 'delta0',
    symbol: { tex: '\\delta_0', plain: 'δ₀' },
    label: 'Slope in the disc',
    unit: '',
    kind: 'linear',
    minimum: 0.1,
    maximum: 0.8,
    step: 0.01,
    standard: 0.19,
    group: 'diffusion',
  },
  {
    id: 'Delta',
    symbol: { tex: '\\Delta', plain: 'Δ' },
    label: 'Added slope in the outer halo',
    unit: '',
    kind: 'linear',
    minimum: 0,
    maximum: 0.8,
    step: 0.01,
    standard: 0.39,
    group: 'diffusion',
  },
  {
    id: 'xi',
    symbol: { tex: '\\xi', plain: 'ξ' },
    label: 'Share of the inner halo',
    unit: '',
    kind: 'linear',
    minimum: 0.04,
    maximum: 0.9,
    step: 0.01,
    standard: 0.16,
    group: 'diffusion',
  },
  {
    id: 'n',
    symbol: { tex: 'n', plain: 'n' },
    label: 'Sharpness of the transition',
    unit: '',
    kind: 'linear',
    minimum: 1,
    maximum: 20,
    step: 0.5,
    standard: 5,
    group: 'diffusion',
  },
  {
    id: 'L',
    symbol: { tex: 'L', plain: 'L' },
    label: 'Half-thickness of the halo',
    unit: 'kpc',
    kind: 'linear',
    minimum: 1,
    maximum: 12,
    step: 0.1,
    standard: 5,
    group: 'diffusion',
  },
  {
    id: 'R',
    symbol: { tex: 'R', plain: 'R' },
    label: 'Radius of the halo',
    unit: 'kpc',
    kind: 'linear',
    minimum: 12,
    maximum: 30,
    step: 0.5,
    standard: 20,
    group: 'diffusion',
  },
  {
    id: 'rho0',
    symbol: { tex: '\\rho_0', plain: 'ρ₀' },
    label: 'Reference rigidity',
    unit: 'GV',
    kind: 'log',
    minimum: 1,
    maximum: 20,
    step: 0.02,
    standard: 4,
    group: 'diffusion',
  },
  {
    id: 'eta',
    symbol: { tex: '\\eta', plain: 'η' },
    label: 'Power of the speed',
    unit: '',
    kind: 'linear',
    minimum: -1,
    maximum: 1.5,
    step: 0.1,
    standard: 1,
    group: 'diffusion',
  },
  {
    id: 'vA',
    symbol: { tex: 'v_A', plain: 'v_A' },
    label: 'Alfvén speed',
    unit: 'km/s',
    kind: 'linear',
    minimum: 0,
    maximum: 50,
    step: 1,
    standard: 25,
    group: 'reacceleration',
  },
  {
    id: 'dppDelta',
    symbol: { tex: '\\delta\\ \\mathrm{in}\\ D_{pp}', plain: 'δ in Dpp' },
    label: 'Slope used for reacceleration',
    kind: 'choice',
    options: [
      { value: 'local', label: 'Local δ(z)' },
      { value: 'inner', label: 'δ₀ everywhere' },
      { value: 'outer', label: 'δ₀ + Δ everywhere' },
    ],
    standard: 'local',
    group: 'reacceleration',
  },
  {
    id: 'V0',
    symbol: { tex: 'V_0', plain: 'V₀' },
    label: 'Wind speed at the plane',
    unit: 'km/s',
    kind: 'linear',
    minimum: 0,
    maximum: 50,
    step: 1,
    standard: 0,
    group: 'convection',
  },
  {
    id: 'V1',
    symbol: { tex: 'V_1', plain: 'V₁' },
    label: 'Growth of the wind with height',
    unit: 'km/s/kpc',
    kind: 'linear',
    minimum: 0,
    maximum: 30,
    step: 1,
    standard: 0,
    group: 'convection',
  },
  ...injection('p', { second: 330, third: 2.2 }),
  ...injection('e', { second: 100, third: 2.5 }),
  {
    id: 'phi.p',
    symbol: { tex: '\\phi_p', plain: 'φ_p' },
    label: 'Proton modulation potential',
    unit: 'MV',
    kind: 'linear',
    minimum: 0,
    maximum: 1500,
    step: 10,
    standard: 550,
    group: 'modulation',
  },
  {
    id: 'phi.e',
    symbol: { tex: '\\phi_e', plain: 'φ_e' },
    label: 'Electron modulation potential',
    unit: 'MV',
    kind: 'linear',
    minimum: 0,
    maximum: 1500,
    step: 10,
    standard: 550,
    group: 'modulation',
  },
  {
    id: 'p.norm',
    symbol: { tex: '\\Phi_p', plain: 'Φ_p' },
    label: 'Proton flux at 100 GeV',
    unit: 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹',
    kind: 'log',
    minimum: 5e-3,
    maximum: 0.5,
    step: 0.005,
    standard: 0.045964,
    group: 'normalisation',
  },
  {
    id: 'e.norm',
    symbol: { tex: '\\Phi_e', plain: 'Φ_e' },
    label: 'Electron flux at 33 GeV',
    unit: 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹',
    kind: 'log',
    minimum: 4e-4,
    maximum: 4e-2,
    step: 0.005,
    standard: 0.0049457,
    group: 'normalisation',
  },
  {
    id: 'sources',
    symbol: { tex: 'f_S(r,z)', plain: 'f_S(r,z)' },
    label: 'Supernova distribution',
    kind: 'choice',
    options: [...choices(sourceModelNames), { value: 'arms', label: 'In spiral arms (3D)' }],
    standard: 'ferriere',
    group: 'ingredients',
  },
  {
    id: 'gas',
    symbol: { tex: 'n_{\\mathrm{gas}}(r,z)', plain: 'n_gas(r,z)' },
    label: 'Interstellar gas',
    kind: 'choice',
    options: choices(gasModelNames),
    standard: 'galprop',
    group: 'ingredients',
  },
  {
    id: 'field',
    symbol: { tex: 'B(r,z)', plain: 'B(r,z)' },
    label: 'Magnetic field',
    kind: 'choice',
    options: choices(magneticFieldNames),
    standard: 'pshirkov',
    group: 'ingredients',
  },
  {
    id: 'radiation',
    symbol: { tex: 'u_{\\mathrm{rad}}(r,z)', plain: 'u_rad(r,z)' },
    label: 'Radiation field',
    kind: 'choice',
    options: choices(radiationFieldNames),
    standard: 'galprop',
    group: 'ingredients',
  },
  {
    id: 'armTable',
    symbol: { tex: '', plain: '' },
    label: 'Arms',
    kind: 'choice',
    options: choices(armTableNames),
    standard: 'faucherKaspi06',
    group: 'arms',
  },
  {
    id: 'armLaw',
    symbol: { tex: '\\langle f_S\\rangle', plain: '⟨f_S⟩' },
    label: 'Mean over azimuth',
    kind: 'choice',
    options: choices(sourceModelNames),
    standard: 'ferriere',
    group: 'arms',
  },
  {
    id: 'armContrast',
    symbol: { tex: 'c', plain: 'c' },
    label: 'Contrast of the arms',
    unit: '',
    kind: 'linear',
    minimum: 0,
    maximum: 1,
    step: 0.05,
    standard: 1,
    group: 'arms',
  },
  {
    id: 'armWidth',
    symbol: { tex: 'w', plain: 'w' },
    label: 'Width of the arms',
    unit: 'kpc',
    kind: 'linear',
    minimum: 0.1,
    maximum: 2,
    step: 0.05,
    standard: defaultArmWidthKpc,
    group: 'arms',
  },
  {
    id: 'armPhase',
    symbol: { tex: '\\varphi', plain: 'φ' },
    label: 'Turn of the arms',
    unit: '°',
    kind: 'linear',
    minimum: -180,
    maximum: 180,
    step: 5,
    standard: 0,
    group: 'arms',
  },
  ...nearbyParameterTable,
  process('reacceleration', 'Reacceleration'),
  process('fragmentation', 'Inelastic collisions'),
  process('ionisation', 'Ionisation'),
  process('coulomb', 'Coulomb losses'),
  process('bremsstrahlung', 'Bremsstrahlung'),
  process('synchrotron', 'Synchrotron'),
  process('inverseCompton', 'Inverse Compton'),
  process('adiabatic', 'Adiabatic losses'),
] as const satisfies readonly ParameterDefinition[];

/**
 * What the explorer's second curve, the conventional model (CM), has of its own. Everything else it shares
 * with the first curve, so that moving a shared parameter moves both.
 */
export const comparisonTable = [
  {
    id: 'cm.delta',
    symbol: { tex: '\\delta_{\\mathrm{CM}}', plain: 'δ_CM' },
    label: 'Slope of the conventional model',
    unit: '',
    kind: 'linear',
    minimum: 0.1,
    maximum: 0.8,
    step: 0.01,
    standard: 0.5,
    group: 'diffusion',
  },
  {
    id: 'cm.p.norm',
    symbol: { tex: '\\Phi_p^{\\mathrm{CM}}', plain: 'Φ_p,CM' },
    label: 'Proton flux at 100 GeV (CM)',
    unit: 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹',
    kind: 'log',
    minimum: 5e-3,
    maximum: 0.5,
    step: 0.005,
    standard: 0.046037,
    group: 'normalisation',
  },
  {
    id: 'cm.e.norm',
    symbol: { tex: '\\Phi_e^{\\mathrm{CM}}', plain: 'Φ_e,CM' },
    label: 'Electron flux at 33 GeV (CM)',
    unit: 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹',
    kind: 'log',
    minimum: 4e-4,
    maximum: 4e-2,
    step: 0.005,
    standard: 0.0046302,
    group: 'normalisation',
  },
] as const satisfies readonly ParameterDefinition[];
