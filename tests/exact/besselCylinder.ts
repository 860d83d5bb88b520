/**
 * A cylindrical halo with free escape at r = R and |z| = L: expansion in J0(zeta_i r/R), each mode a layered
 * slab with the sink D zeta_i^2/R^2. Diffusion depends on z only; layers stand for a smooth D(z).
 */
import { integrate } from '../../src/physics/quadrature';
import { type HaloLayer, haloAdmittance, layerTopDensities } from './admittance';
import { besselJ0, besselJ0Zeros, besselJ1 } from './bessel';

export interface CylinderHalo {
  readonly radiusKpc: number;
  /** From the plane outwards. */
  readonly layers: readonly { readonly diffusionKpc2PerMyr: number; readonly thicknessKpc: number }[];
  readonly modes: number;
  /** Decay, everywhere; none unless told. */
  readonly sinkPerMyr?: number;
}

/** A source q(r) h(z); without `vertical`, a thin disc of surface rate q(r). */
export interface SeparableSource {
  readonly radial: (rKpc: number) => number;
  readonly vertical?: (zKpc: number) => number;
}

/** q_i = 2/(R^2 J1^2) times the integral of q(r) J0(zeta_i r/R) r dr. */
function modeCoefficient(
  radial: (rKpc: number) => number,
  radiusKpc: number,
  zero: number,
  panels: number,
): number {
  const integral = integrate((r) => radial(r) * besselJ0((zero * r) / radiusKpc) * r, 0, radiusKpc, panels);
  return (2 * integral) / (radiusKpc * besselJ1(zero)) ** 2;
}

/**
 * Surface rate of the thin disc that gives the same density in the plane as h(z) (even in z). By reciprocity
 * the density a disc source makes at z is what a source at z makes in the plane. Trapezoidal rule over the
 * layers, so they must be thinner than h(z) varies.
 */
function equivalentSurfaceRate(layers: readonly HaloLayer[], vertical: (zKpc: number) => number): number {
  const tops = layerTopDensities(layers);
  let sum = 0;
  let bottom = 1;
  let z = 0;
  for (let i = 0; i < layers.length; i++) {
    const thickness = layers[i]!.thicknessKpc;
    sum += 0.5 * thickness * (bottom * vertical(z) + tops[i]! * vertical(z + thickness));
    bottom = tops[i]!;
    z += thickness;
  }
  return 2 * sum;
}

/** Density in the plane at r. 100 modes give about 1e-5 for smooth radial laws. */
export function cylinderDensity(
  halo: CylinderHalo,
  sources: readonly SeparableSource[],
  rKpc: number,
): number {
  const zeros = besselJ0Zeros(halo.modes);
  let density = 0;
  for (const zero of zeros) {
    const wavenumber = zero / halo.radiusKpc;
    const layers = halo.layers.map((layer) => ({
      ...layer,
      sinkPerMyr: layer.diffusionKpc2PerMyr * wavenumber * wavenumber + (halo.sinkPerMyr ?? 0),
    }));
    let rate = 0;
    for (const source of sources) {
      const coefficient = modeCoefficient(source.radial, halo.radiusKpc, zero, halo.modes);
      rate +=
        coefficient * (source.vertical === undefined ? 1 : equivalentSurfaceRate(layers, source.vertical));
    }
    density += (rate * besselJ0(wavenumber * rKpc)) / (2 * haloAdmittance(layers));
  }
  return density;
}

/** `count` equal layers with D at their middle: second-order in their thickness. */
export function layersOf(diffusion: (zKpc: number) => number, halfThicknessKpc: number, count: number) {
  const thicknessKpc = halfThicknessKpc / count;
  return Array.from({ length: count }, (_, index) => ({
    diffusionKpc2PerMyr: diffusion((index + 0.5) * thicknessKpc),
    thicknessKpc,
  }));
}
