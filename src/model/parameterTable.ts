/**
 * The parameter table: every number and choice of the model, declared once.
 *
 * Sliders, number fields, validation, the URL codec, CLI flags, state files and the table in docs/model.md
 * all derive from these entries. Adding a parameter is one entry here plus its use in `physics/`.
 *
 * "Jin16" is Jin, Guo & Hu, arXiv:1504.06903, Chin. Phys. C 40, 015101 (2016).
 */
import { gasModelIds, gasModels } from '../physics/gas';
import { magneticFieldIds, magneticFields } from '../physics/magneticField';
import { radiationFieldIds, radiationFields } from '../physics/radiationField';
import { sourceModelIds, sourceModels } from '../physics/sources';
import { defaultArmWidthKpc } from '../physics/spiralArms';
import { armTableIds, armTables } from '../physics/spiralArmTables';
import { jin16Injection } from './jin16';
import { nearbyParameterTable } from './nearbyParameterTable';

export const parameterGroups = [
  { id: 'diffusion', label: 'Diffusion' },
  { id: 'reacceleration', label: 'Reacceleration' },
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
  /** One sentence: what it is. */
  readonly definition: string;
  /** Where the default and the meaning come from. */
  readonly source: string;
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
function injection<Prefix extends 'p' | 'e'>(prefix: Prefix, own: Record<'second' | 'third', number>) {
  const values = { ...jin16Injection[prefix], ...own };
  const group = prefix === 'p' ? 'protonInjection' : 'electronInjection';
  const name = prefix === 'p' ? 'Proton' : 'Electron';
  const table2 = 'Jin16 Table 2';
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
      definition: `${name} rigidity at which the injected power law changes its slope.`,
      source: table2,
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
      definition: `${name} injection falls as rigidity to the power −α0 below the break.`,
      source: table2,
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
      definition: `${name} injection falls as rigidity to the power −α1 above the break.`,
      source: table2,
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
      definition: `${name} injection is cut off as exp(−ρ/ρ_cut).`,
      source: table2,
    },
    {
      id: `${prefix}.secondBreak`,
      symbol: { tex: '', plain: '' },
      label: 'Second break',
      kind: 'switch',
      standard: 'off',
      group,
      definition: `Gives the ${name.toLowerCase()} injection a second break, as conventional models need for a hardening.`,
      source: 'Not in Jin16; the alternative it argues against',
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
      definition: `${name} rigidity of the second injection break; acts only when the second break is on.`,
      source: 'Not in Jin16',
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
      definition: `${name} injection falls as rigidity to the power −α2 above the second break.`,
      source: 'Not in Jin16',
    },
  ] as const satisfies readonly ParameterDefinition[];
}

function process<Id extends string>(id: Id, label: string, definition: string) {
  return {
    id,
    symbol: { tex: '', plain: '' },
    label,
    kind: 'switch',
    standard: 'on',
    group: 'processes',
    definition,
    source: 'Jin16 Eq. 1; switch it off to see what it does',
  } as const;
}

function choices<Id extends string>(ids: readonly Id[], models: Record<Id, { readonly label: string }>) {
  return ids.map((value) => ({ value, label: models[value].label }));
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
    definition: 'How the diffusion slope changes from the disc to the outer halo.',
    source: 'Jin16 Eqs. 3 and 5',
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
    definition: 'Diffusion coefficient at the reference rigidity, the same in both halos.',
    source: 'Jin16 Table 1',
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
    definition:
      'Power of rigidity with which diffusion grows in the mid-plane (everywhere, if there is one halo).',
    source: 'Jin16 Table 1',
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
    definition: 'Diffusion grows as rigidity to the power δ₀ + Δ in the outer halo.',
    source: 'Jin16 Table 1',
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
    definition: 'The inner halo reaches up to ξL above and below the plane.',
    source: 'Jin16 Section 2',
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
    definition: 'Inside ξL the slope rises as (|z|/ξL)ⁿ from δ₀ to δ₀ + Δ; acts on the smooth profile.',
    source: 'Jin16 Eq. 5',
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
    definition: 'Height above the plane where cosmic rays escape freely.',
    source: 'Jin16 Section 2',
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
    definition: 'Galactocentric radius where cosmic rays escape freely.',
    source: 'Not stated in Jin16; 20 kpc is our choice',
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
    definition: 'Rigidity at which the diffusion coefficient is D₀ at every height.',
    source: "Not printed in Jin16; only 4 GV (DRAGON's default) gives its three diffusion lengths",
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
    definition: 'Diffusion is proportional to β to this power; it matters below about 1 GV only.',
    source: 'Jin16 writes D = β D₀ (ρ/ρ₀)^δ',
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
    definition: 'Speed of the magnetic waves that scatter cosmic rays and reaccelerate them.',
    source: 'Jin16 Table 1',
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
    definition: 'Which slope stands in the momentum diffusion coefficient of Eq. 2.',
    source: 'Not stated in Jin16',
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
    definition: 'Force-field potential with which the solar wind slows protons on their way to Earth.',
    source: 'Jin16 Section 2',
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
    definition: 'Force-field potential with which the solar wind slows electrons on their way to Earth.',
    source: 'Jin16 gives one value, for protons; used for both',
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
    definition: 'Interstellar proton flux at 100 GeV kinetic energy, to which the solution is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
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
    definition: 'Interstellar electron flux at 33 GeV kinetic energy, to which the solution is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
  {
    id: 'sources',
    symbol: { tex: 'f_S(r,z)', plain: 'f_S(r,z)' },
    label: 'Supernova distribution',
    kind: 'choice',
    options: [...choices(sourceModelIds, sourceModels), { value: 'arms', label: 'In spiral arms (3D)' }],
    standard: 'ferriere',
    group: 'ingredients',
    definition:
      'Where cosmic rays are injected; one at the Sun by definition. Arms act in 3D; the other curves have their mean over azimuth.',
    source: 'Jin16 reference 26, which we read as Ferrière 2001 (DRAGON)',
  },
  {
    id: 'gas',
    symbol: { tex: 'n_{\\mathrm{gas}}(r,z)', plain: 'n_gas(r,z)' },
    label: 'Interstellar gas',
    kind: 'choice',
    options: choices(gasModelIds, gasModels),
    standard: 'galprop',
    group: 'ingredients',
    definition: 'Atomic, molecular and ionised hydrogen, with 0.11 helium atoms for each hydrogen atom.',
    source: "Not stated in Jin16; DRAGON's default",
  },
  {
    id: 'field',
    symbol: { tex: 'B(r,z)', plain: 'B(r,z)' },
    label: 'Magnetic field',
    kind: 'choice',
    options: choices(magneticFieldIds, magneticFields),
    standard: 'pshirkov',
    group: 'ingredients',
    definition: 'Strength of the Galactic magnetic field, which sets the synchrotron losses of electrons.',
    source: "Not stated in Jin16; DRAGON's default",
  },
  {
    id: 'radiation',
    symbol: { tex: 'u_{\\mathrm{rad}}(r,z)', plain: 'u_rad(r,z)' },
    label: 'Radiation field',
    kind: 'choice',
    options: choices(radiationFieldIds, radiationFields),
    standard: 'galprop',
    group: 'ingredients',
    definition: 'Starlight, dust emission and microwave background, which electrons scatter to gamma rays.',
    source: "Not stated in Jin16; DRAGON's default",
  },
  {
    id: 'armTable',
    symbol: { tex: '', plain: '' },
    label: 'Arms',
    kind: 'choice',
    options: choices(armTableIds, armTables),
    standard: 'faucherKaspi06',
    group: 'arms',
    definition: 'Centre lines and relative strengths of the four spiral arms.',
    source: 'Not in Jin16; tables as in DRAGON',
  },
  {
    id: 'armLaw',
    symbol: { tex: '\\langle f_S\\rangle', plain: '⟨f_S⟩' },
    label: 'Mean over azimuth',
    kind: 'choice',
    options: choices(sourceModelIds, sourceModels),
    standard: 'ferriere',
    group: 'arms',
    definition: 'The axisymmetric law that the sources in arms follow on average at each radius and height.',
    source: 'As the sources of the axisymmetric model',
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
    definition: 'Share of the sources that stand in the arms; the others are spread evenly in azimuth.',
    source: 'DRAGON puts all sources in the arms; not in Jin16',
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
    definition: 'Standard deviation of the sources about the centre line of an arm, along the radius.',
    source: 'DRAGON; Faucher-Giguère & Kaspi 2006 spread pulsars by 0.07 r',
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
    definition:
      'Turns the arms about the Galactic centre, and so moves the Sun with respect to them; zero as in the table.',
    source: 'Where the Sun stands between the arms is known to a few hundred parsecs at best',
  },
  ...nearbyParameterTable,
  process('reacceleration', 'Reacceleration', 'Diffusion in momentum on moving magnetic waves (Eq. 2).'),
  process('fragmentation', 'Inelastic collisions', 'Loss of protons in inelastic collisions with gas.'),
  process('ionisation', 'Ionisation', 'Energy loss by ionising neutral gas.'),
  process('coulomb', 'Coulomb losses', 'Energy loss in ionised gas.'),
  process('bremsstrahlung', 'Bremsstrahlung', 'Energy loss of electrons by braking radiation on gas.'),
  process('synchrotron', 'Synchrotron', 'Energy loss of electrons in the magnetic field.'),
  process(
    'inverseCompton',
    'Inverse Compton',
    'Energy loss of electrons on starlight, dust light and the CMB.',
  ),
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
    definition: 'Power of rigidity with which diffusion grows everywhere in the conventional model.',
    source: 'Jin16 Table 1',
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
    definition: 'Interstellar proton flux at 100 GeV to which the conventional model is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
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
    definition: 'Interstellar electron flux at 33 GeV to which the conventional model is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
] as const satisfies readonly ParameterDefinition[];
