/**
 * Model curves as they are drawn: each spectrum on the chosen abscissa and multiplied by the chosen power. The
 * same list feeds Plotly's traces and the live layer, so that what moves under the hand is what is committed.
 */
import { convertAbscissa, fluxJacobian } from '../measurements/axes';
import { memoByIdentity } from '../memo/memoByIdentity';
import { type ModelKey, modelKeys, models } from '../model/models';
import { isRatio } from '../model/observables';
import type { NearbySpectrum, ObservableSpectrum, RigiditySpectrum } from '../model/propagated';
import type { Abscissa, AxisChoice } from './vocabulary';

export interface CurvePoints {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The curves that there is one of. */
export type SingleCurveId = ModelKey | `${ModelKey}-${'lis' | 'smooth'}` | `3d-${ModelKey}` | 'analytic';
/** And a model's curve of a nearby source. */
export type CurveId = SingleCurveId | `${ModelKey}-${'near' | 'beyond'}-${string}`;

export interface ModelCurve {
  readonly id: CurveId;
  readonly name: string;
  readonly points: CurvePoints;
  /** Written at the curve's highest point. */
  readonly label?: string;
}

/** Of each model its spectrum; null where it is not solved yet, or switched off. */
export interface CurveInput extends AxisChoice, Readonly<Record<ModelKey, ObservableSpectrum | null>> {
  /** Of the three-dimensional solves. */
  readonly volumes: Readonly<Record<ModelKey, ObservableSpectrum | null>>;
  /** Also the curves outside the heliosphere. */
  readonly interstellar: boolean;
  /** Interstellar-like flux of the one-dimensional solution at each rigidity, or null to leave it out. */
  readonly analytic: ((rigidityGV: number) => number) | null;
}

// The cast: one entry for each of these curves of each model.
export const curveNames = Object.fromEntries([
  ...modelKeys.flatMap((model) => {
    const { name, short } = models[model];
    return [
      [model, `${name} (${short})`],
      [`${model}-lis`, `${short}, interstellar`],
      [`${model}-smooth`, `${short} without nearby sources`],
      [`3d-${model}`, `${short} in 3D`],
    ];
  }),
  ['analytic', 'Eq. 4: diffusion only, 1D thin disc'],
]) as Readonly<Record<SingleCurveId, string>>;

/**
 * A flux (one of the spectrum's own, or on its energies) as it is drawn. Made once for each way of drawing it: a drag changes
 * one curve and keeps the others.
 */
export const drawn = memoByIdentity(
  computePoints,
  // Two figures, each with a handful of curves, every nearby source in both models, and every frozen curve.
  96,
  (_, flux, { observable, abscissa, power }) => [flux, observable, abscissa, power],
);

/** What is drawn of a spectrum on an abscissa: isotopes are added at equal energy or at equal rigidity. */
export function onAbscissa(
  spectrum: ObservableSpectrum,
  abscissa: Abscissa,
): ObservableSpectrum | RigiditySpectrum {
  return (abscissa === 'rigidity' && spectrum.onRigidity) || spectrum;
}

function computePoints(
  spectrum: ObservableSpectrum | RigiditySpectrum,
  flux: Float64Array,
  input: AxisChoice,
): CurvePoints {
  const x: number[] = [];
  const y: number[] = [];
  const onRigidity = input.abscissa === 'rigidity';
  const energies = 'kineticEnergyGeV' in spectrum ? spectrum.kineticEnergyGeV : null;
  const isPerEnergy = onRigidity && energies !== null && !isRatio(input.observable);
  const places = onRigidity || energies === null ? spectrum.rigidityGV : energies;
  for (let index = 0; index < flux.length; index++) {
    const at = places[index]!;
    const jacobian = isPerEnergy ? fluxJacobian(input.observable, 'EKN', 'R', energies[index]!) : 1;
    const value = flux[index]! * jacobian * at ** input.power;
    if (!(value > 0) || !Number.isFinite(value)) continue;
    x.push(at);
    y.push(value);
  }
  return { x, y };
}

/**
 * What one source gives, in two parts: where its particles have stayed within the inner halo, and beyond, where the inner
 * halo's diffusion, with which it is computed, no longer holds.
 */
function nearbyCurves(
  model: ModelKey,
  spectrum: ObservableSpectrum,
  { id, name, modulated, validUpToGeV }: NearbySpectrum,
  input: CurveInput,
): readonly ModelCurve[] {
  const { x, y } = drawn(spectrum, modulated, input);
  const limit =
    input.abscissa === 'energy' ? validUpToGeV : convertAbscissa(input.observable, 'EKN', 'R', validUpToGeV);
  const first = Number.isFinite(limit) ? x.findIndex((value) => value > limit) : -1;
  const end = first === -1 ? x.length : first;
  const parts = [
    { kind: 'near', text: '', points: { x: x.slice(0, end), y: y.slice(0, end) } },
    {
      kind: 'beyond',
      text: ', beyond the inner halo',
      points: { x: x.slice(Math.max(0, end - 1)), y: y.slice(Math.max(0, end - 1)) },
    },
  ] as const;
  const highest = y.indexOf(Math.max(...y));
  // A label for each source, not for each model of it.
  const labelled = model === modelKeys.find((one) => input[one] !== null);
  return parts
    .filter(({ points }) => points.x.length > 1)
    .map(({ kind, text, points }) => ({
      id: `${model}-${kind}-${id}`,
      name: `${name} (${models[model].short})${text}`,
      points,
      ...(labelled && (kind === 'near') === highest < end ? { label: name } : {}),
    }));
}

/** One-dimensional solutions on the energies of the solved ones; of two figures. */
const alongRigidity = memoByIdentity(
  (rigidityGV: ObservableSpectrum['rigidityGV'], flux: (rigidityGV: number) => number) =>
    rigidityGV.map(flux),
  2,
);

/** All curves that are shown, in drawing order: thin ones first, the two-halo model on top. */
export function modelCurves(input: CurveInput): readonly ModelCurve[] {
  const curves: ModelCurve[] = [];
  const upward = modelKeys.toReversed();
  const add = (id: SingleCurveId, points: CurvePoints) => curves.push({ id, name: curveNames[id], points });
  if (input.analytic !== null && input.thm !== null) {
    const { analytic, thm } = input;
    add('analytic', drawn(thm, alongRigidity(thm.rigidityGV, analytic), input));
  }
  for (const model of upward) {
    if (!input.interstellar || input[model] === null) continue;
    const spectrum = onAbscissa(input[model], input.abscissa);
    add(`${model}-lis`, drawn(spectrum, spectrum.interstellar, input));
  }
  for (const model of upward) {
    const spectrum = input[model];
    if (spectrum === null || spectrum.nearby.length === 0) continue;
    add(`${model}-smooth`, drawn(spectrum, spectrum.smooth, input));
    curves.push(...spectrum.nearby.flatMap((source) => nearbyCurves(model, spectrum, source, input)));
  }
  for (const model of upward) {
    const spectrum = input.volumes[model];
    if (spectrum !== null) add(`3d-${model}`, drawn(spectrum, spectrum.modulated, input));
  }
  for (const model of upward) {
    if (input[model] === null) continue;
    const spectrum = onAbscissa(input[model], input.abscissa);
    add(model, drawn(spectrum, spectrum.modulated, input));
  }
  return curves;
}
