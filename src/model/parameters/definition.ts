/** What an entry of the parameter table is made of, and the groups that entries stand in. */

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
  { id: 'nucleiInjection', label: 'Nuclei injection' },
  { id: 'abundances', label: 'Abundances' },
  { id: 'crossSections', label: 'Cross sections' },
  { id: 'extraPositrons', label: 'Extra positrons' },
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
