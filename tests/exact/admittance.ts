/**
 * A halo of uniform layers with a sink: the density in the plane from a recursion over the layers, as for
 * cascaded transmission lines. `Y` is the flux into the halo per density at its lower face, kpc/Myr.
 */

export interface HaloLayer {
  readonly diffusionKpc2PerMyr: number;
  readonly thicknessKpc: number;
  /** Sink in the layer: decay, or radial escape D k^2 of one Bessel mode. */
  readonly sinkPerMyr: number;
}

/** What lies above: a conductance (kpc/Myr), or free escape where the density is zero. */
type Above = number | 'escape';

/** Admittance at the lower face of one layer. */
function layerAdmittance(layer: HaloLayer, above: Above): number {
  const wavenumber = Math.sqrt(layer.sinkPerMyr / layer.diffusionKpc2PerMyr);
  const depth = wavenumber * layer.thicknessKpc;
  if (depth < 1e-8) {
    const conductance = layer.diffusionKpc2PerMyr / layer.thicknessKpc;
    return above === 'escape' ? conductance : (above * conductance) / (above + conductance);
  }
  const wave = layer.diffusionKpc2PerMyr * wavenumber;
  const t = Math.tanh(depth);
  return above === 'escape' ? wave / t : (wave * (above + wave * t)) / (wave + above * t);
}

/** Admittance of the half-halo at the plane; `layers` run from the plane outwards. */
export function haloAdmittance(layers: readonly HaloLayer[]): number {
  let above: Above = 'escape';
  for (let i = layers.length - 1; i >= 0; i--) above = layerAdmittance(layers[i]!, above);
  if (above === 'escape') throw new RangeError('A halo needs at least one layer.');
  return above;
}

/**
 * Density in the plane for a thin disc of surface rate Q: Q / (2Y). Destruction in a thin gas disc adds its
 * half-thickness times rate, `discSinkKpcPerMyr`, to Y.
 */
export function layeredHaloDensity(
  surfaceRate: number,
  layers: readonly HaloLayer[],
  discSinkKpcPerMyr = 0,
): number {
  return surfaceRate / (2 * (haloAdmittance(layers) + discSinkKpcPerMyr));
}

/** Density at the top of each layer relative to that in the plane (the last is zero: free escape). */
export function layerTopDensities(layers: readonly HaloLayer[]): Float64Array {
  const count = layers.length;
  const admittances = new Float64Array(count);
  let above: Above = 'escape';
  for (let i = count - 1; i >= 0; i--) {
    above = layerAdmittance(layers[i]!, above);
    admittances[i] = above;
  }
  const tops = new Float64Array(count);
  let density = 1;
  for (let i = 0; i < count - 1; i++) {
    const layer = layers[i]!;
    const wave = Math.sqrt(layer.sinkPerMyr * layer.diffusionKpc2PerMyr);
    const depth = (wave * layer.thicknessKpc) / layer.diffusionKpc2PerMyr;
    // Continuity of density and flux: N(top) = N(bottom) / [cosh + (Y above / D k) sinh].
    const ratio = depth < 1e-8 ? layer.thicknessKpc / layer.diffusionKpc2PerMyr : Math.sinh(depth) / wave;
    density /= Math.cosh(depth) + admittances[i + 1]! * ratio;
    tops[i] = density;
  }
  return tops;
}
