/**
 * Hydrogen as in GALPROP and DRAGON: molecular from CO (Bronfman et al. 1988), atomic from 21 cm
 * (Gordon & Burton 1976 in r; Dickey & Lockman 1990 and Cox et al. 1986 in z), ionised from pulsar
 * dispersion (Cordes et al. 1991). Public constants of those papers, read in the codes.
 */
import { cmPerKpc } from './units';

/** H2 column per CO line intensity, 1e20 /(cm^2 K km/s) (Strong & Mattox 1996). */
const conversionXco = 1.9e20;
/** Radii of the CO rings: 0, then every half kpc from 2.25 to 10.25. */
const ringCount = 18;
const emissivity = [0, 1.5, 3.3, 5.8, 5.5, 8.4, 9.0, 9.6, 8.6, 9.1, 7.9, 9.2, 7.7, 5.0, 3.6, 4.8, 1.7, 0];
const centreKpc = [
  0.039, 0.039, 0.036, 0, -0.008, 0.001, -0.01, -0.001, -0.004, -0.019, -0.022, -0.014, -0.009, -0.004, 0.013,
  -0.004, -0.02, -0.02,
];
const halfWidthKpc = [
  0.077, 0.077, 0.08, 0.061, 0.065, 0.071, 0.072, 0.082, 0.083, 0.073, 0.063, 0.058, 0.072, 0.08, 0.066,
  0.023, 0.147, 0.147,
];

const ringRadius = (ring: number) => (ring === 0 ? 0 : 1.75 + 0.5 * ring);

/** Hydrogen atoms bound in molecules (2 n_H2), per cm^3. The layer is warped: `zKpc` is signed. */
export function galpropMolecularAtomsPerCm3(rKpc: number, zKpc: number): number {
  const ring = rKpc < 2.25 ? 0 : Math.floor((rKpc - 1.75) / 0.5);
  if (ring >= ringCount - 1) return 0;
  const inner = ringRadius(ring);
  const t = (rKpc - inner) / (ringRadius(ring + 1) - inner);
  const centre = centreKpc[ring]! + t * (centreKpc[ring + 1]! - centreKpc[ring]!);
  const halfWidth = halfWidthKpc[ring]! + t * (halfWidthKpc[ring + 1]! - halfWidthKpc[ring]!);
  const brightness = emissivity[ring]! + t * (emissivity[ring + 1]! - emissivity[ring]!);
  const layer = Math.exp(-Math.LN2 * ((zKpc - centre) / halfWidth) ** 2);
  return (2 * brightness * layer * conversionXco) / cmPerKpc;
}

/** Atomic hydrogen averaged over each bin, per cm^3: 0 to 2 kpc, then half-kpc bins up to 16 kpc. */
const atomicPlane = [
  0.1, 0.13, 0.14, 0.16, 0.19, 0.25, 0.3, 0.33, 0.32, 0.31, 0.3, 0.37, 0.38, 0.36, 0.32, 0.29, 0.38, 0.4,
  0.25, 0.23, 0.32, 0.36, 0.32, 0.25, 0.16, 0.1, 0.09, 0.08, 0.06,
];
const atomicLast = atomicPlane.length - 1;
const binCentre = (bin: number) => (bin === 0 ? 1 : 1.75 + 0.5 * bin);

/** Linear between bin centres, flat inside the first; falls as exp(-r/3 kpc) beyond the last. */
function atomicRadial(rKpc: number): number {
  if (rKpc <= 1) return atomicPlane[0]!;
  const outermost = binCentre(atomicLast);
  if (rKpc >= outermost) return atomicPlane[atomicLast]! * Math.exp((outermost - rKpc) / 3);
  const bin = rKpc < 2.25 ? 0 : Math.floor((rKpc - 1.75) / 0.5);
  const inner = binCentre(bin);
  const t = (rKpc - inner) / (binCentre(bin + 1) - inner);
  return atomicPlane[bin]! + t * (atomicPlane[bin + 1]! - atomicPlane[bin]!);
}

/** Layer of the inner Galaxy (Dickey & Lockman 1990); 0.566 in the plane. */
function innerLayer(zKpc: number): number {
  return (
    0.395 * Math.exp(-Math.LN2 * (zKpc / 0.106) ** 2) +
    0.107 * Math.exp(-Math.LN2 * (zKpc / 0.265) ** 2) +
    0.064 * Math.exp(-Math.abs(zKpc) / 0.403)
  );
}

/** Flaring layer of the outer Galaxy (Cox et al. 1986). */
function outerLayer(rKpc: number, zKpc: number): number {
  return 0.57 * Math.exp(-((zKpc / (0.0523 * Math.exp(0.11 * rKpc))) ** 2));
}

/** Atomic hydrogen, per cm^3; both layers are blended linearly from 8 to 10 kpc. */
export function galpropAtomicPerCm3(rKpc: number, zKpc: number): number {
  const blend = Math.min(Math.max((rKpc - 8) / 2, 0), 1);
  const inner = blend < 1 ? (1 - blend) * innerLayer(zKpc) : 0;
  const outer = blend > 0 ? blend * outerLayer(rKpc, zKpc) : 0;
  return (atomicRadial(rKpc) / 0.33) * (inner + outer);
}

/** Ionised hydrogen, per cm^3: a thick disc and a thin ring at 4 kpc (Cordes et al. 1991). */
export function galpropIonisedPerCm3(rKpc: number, zKpc: number): number {
  const height = Math.abs(zKpc);
  return (
    0.025 * Math.exp(-height - (rKpc / 20) ** 2) + 0.2 * Math.exp(-height / 0.15 - ((rKpc - 4) / 2) ** 2)
  );
}
