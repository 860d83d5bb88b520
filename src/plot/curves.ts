/**
 * Model curves as they are drawn: each spectrum on the chosen abscissa and multiplied by the chosen power. The
 * same list feeds Plotly's traces and the live layer, so that what moves under the hand is what is committed.
 */
import { fluxJacobian } from '../measurements/axes';
import type { SpeciesKey, Spectrum } from '../model/propagated';
import type { Abscissa } from '../state/view';

export interface CurvePoints {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export const curveIds = ['thm', 'cm', 'thm-lis', 'cm-lis', 'analytic'] as const;
export type CurveId = (typeof curveIds)[number];

export interface ModelCurve {
  readonly id: CurveId;
  readonly name: string;
  readonly points: CurvePoints;
}

export interface CurveAxes {
  readonly species: SpeciesKey;
  readonly abscissa: Abscissa;
  readonly power: number;
}

export interface CurveInput extends CurveAxes {
  /** Null: not solved yet, or switched off. */
  readonly thm: Spectrum | null;
  readonly cm: Spectrum | null;
  /** Also the curves outside the heliosphere. */
  readonly interstellar: boolean;
  /** Interstellar-like flux of the one-dimensional solution at each rigidity, or null to leave it out. */
  readonly analytic: ((rigidityGV: number) => number) | null;
}

export const curveNames: Record<CurveId, string> = {
  thm: 'Two halos (THM)',
  cm: 'Conventional (CM)',
  'thm-lis': 'THM, interstellar',
  'cm-lis': 'CM, interstellar',
  analytic: 'Eq. 4: diffusion only, 1D thin disc',
};

const quantityOf = { p: 'p', 'e-': 'e-' } as const;

/** Points of a flux array are made once for each way of drawing it: a drag changes one curve and keeps the others. */
const remembered = new WeakMap<object, { readonly way: string; readonly points: CurvePoints }>();

/** A flux (one of the spectrum's own, or on its energies) as it is drawn. */
export function drawn(spectrum: Spectrum, flux: Float64Array, input: CurveAxes): CurvePoints {
  const way = `${input.species}|${input.abscissa}|${input.power}`;
  const known = remembered.get(flux);
  if (known?.way === way) return known.points;
  const points = computePoints(spectrum, flux, input);
  remembered.set(flux, { way, points });
  return points;
}

function computePoints(spectrum: Spectrum, flux: Float64Array, input: CurveAxes): CurvePoints {
  const x: number[] = [];
  const y: number[] = [];
  for (let index = 0; index < flux.length; index++) {
    const energy = spectrum.kineticEnergyGeV[index]!;
    const onRigidity = input.abscissa === 'rigidity';
    const at = onRigidity ? spectrum.rigidityGV[index]! : energy;
    const jacobian = onRigidity ? fluxJacobian(quantityOf[input.species], 'EKN', 'R', energy) : 1;
    const value = flux[index]! * jacobian * at ** input.power;
    if (!(value > 0) || !Number.isFinite(value)) continue;
    x.push(at);
    y.push(value);
  }
  return { x, y };
}

/** All curves that are shown, in drawing order: thin ones first, the two-halo model on top. */
export function modelCurves(input: CurveInput): readonly ModelCurve[] {
  const curves: ModelCurve[] = [];
  const add = (id: CurveId, points: CurvePoints) => curves.push({ id, name: curveNames[id], points });
  if (input.analytic !== null && input.thm !== null) {
    const { analytic, thm } = input;
    add('analytic', drawn(thm, thm.rigidityGV.map(analytic), input));
  }
  if (input.interstellar && input.cm !== null) add('cm-lis', drawn(input.cm, input.cm.interstellar, input));
  if (input.interstellar && input.thm !== null)
    add('thm-lis', drawn(input.thm, input.thm.interstellar, input));
  if (input.cm !== null) add('cm', drawn(input.cm, input.cm.modulated, input));
  if (input.thm !== null) add('thm', drawn(input.thm, input.thm.modulated, input));
  return curves;
}
