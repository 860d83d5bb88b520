/**
 * Positrons and electrons of proton-proton collisions: the fit of Kamae et al. 2006 (ApJ 647, 692) with its erratum of 2007 and the
 * coefficients of cparamlib. Good from the threshold to 512 TeV; x is lg of the lepton's energy in GeV, y of the proton's in TeV.
 */

export type SecondaryLepton = 'e+' | 'e-';

const { exp, log10, tanh } = Math;

/** c0 + c1 v + c2 v^2 + ... */
function polynomial(v: number, ...coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * v + coefficient, 0);
}

/** exp[-k (t / (1 + w t))^2] */
const bump = (t: number, k: number, w: number) => exp(-k * (t / (1 + w * t)) ** 2);

interface Coefficients {
  /** Largest energy of what is not diffractive, as a power of the proton's, and how sharp its ends are. */
  readonly largest: number;
  readonly lowEdge: number;
  readonly highEdge: number;
  /** Correction of what is not diffractive. */
  readonly scale: number;
  readonly nonDiffractive: readonly number[];
  /** Each absent where its part is not open. */
  readonly diffractive?: readonly number[] | undefined;
  readonly delta?: readonly number[] | undefined;
  readonly resonance?: readonly number[] | undefined;
}

/** Kinetic energies of protons that the fit holds for, GeV. */
const fittedGeV = { from: 0.487, to: 512000 };
/** Those between which the Delta(1232) and the resonance at 1600 MeV are parts of their own. */
const deltaGeV = { from: 0.488, to: 1.95 };
const resonanceGeV = { from: 0.69, to: 2.76 };
/** Those from which diffraction adds to it, and from which its first part does; and up to which what is not diffractive is corrected. */
const diffractiveFromGeV = 1.94;
const firstPartFromGeV = { 'e+': 11, 'e-': 5.51 };
const correctedToGeV = { 'e+': 5.52, 'e-': 15.6 };

const isDelta = (protonGeV: number) => protonGeV >= deltaGeV.from && protonGeV <= deltaGeV.to;
const isResonance = (protonGeV: number) => protonGeV >= resonanceGeV.from && protonGeV < resonanceGeV.to;
const isDiffractive = (protonGeV: number) => protonGeV > diffractiveFromGeV;

/** Kinetic energies of protons (GeV) at which the fit jumps. */
export const kamaeJumpsGeV: readonly number[] = [
  fittedGeV.from,
  ...Object.values(deltaGeV),
  ...Object.values(resonanceGeV),
  diffractiveFromGeV,
  ...Object.values(firstPartFromGeV),
  ...Object.values(correctedToGeV),
];

function positronCoefficients(protonGeV: number): Coefficients {
  const y = log10(protonGeV) - 3;
  const z = y + 3.3;
  const q = y + 3.32;
  return {
    largest: 0.94,
    lowEdge: 15,
    highEdge: 47,
    scale: protonGeV <= correctedToGeV['e+'] ? 2.22 * bump(y + 3.25, 98.9, 10.4) : 1,
    nonDiffractive: [
      z * polynomial(z, -0.79606, 7.7496, -3.9326, 0.80202, -0.054994),
      polynomial(y, 6.7943e-6, -3.5345e-6, 6.0927e-7, 2.0219e-7, 5.1005e-8, -4.2622e-8),
      44.827 + 81.378 * log10(0.027733 * (y + 3.5)) - 1.3886e4 / (y + 8.4417) ** 2,
      polynomial(y, 0.5201, 0.59336, 0.012032, -0.0064242),
      q * polynomial(q, 2.1361, 1.8514, -0.47872, 0.0032043, 0.0082955),
      1.0845e-6 + 1.4336e-6 * log10(0.0077255 * (y + 4.3)) + 1.3018e-4 / (y + 4.8188) ** 2 + 9.3601e-8 * y,
      -267.74 + 14.175 * log10(0.35391 * (y + 3.4)) + y * (64.669 - 7.7036 * y),
      138.26 - 529.84 * log10(0.12467 * (y + 3.9)) - 1.9869e4 / (y + 7.6884) ** 2 + 1.0675 * y * y,
      polynomial(y, -0.14707, 0.40135, 0.0039899, -0.0016602),
    ],
    diffractive: isDiffractive(protonGeV)
      ? [
          ...(protonGeV > firstPartFromGeV['e+']
            ? [
                29.192 * tanh(-0.37879 * (y + 2.2)) -
                  3.2196 * (y + 0.675) ** 2 +
                  3.6687e-3 * (y + 9.0824) ** 4,
                -142.97 + 147.86 * bump(y + 1.8781, 0.37194, 3.8389),
                -14.487 - 4.2223 * tanh(-13.546 * (y + 2.2)) + 1.6988e-4 * (y + 234.65) ** 2,
                -0.0036974 - 0.41976 * bump(y + 1.8194, 6.1527, 0.99946),
              ]
            : [0, 0, 0, 0]),
          1.8108 +
            (y + 2.95) ** 2 * (0.18545 - 2.0049e-3 * (y + 2.95) ** 2) +
            0.85084 * exp(-14.987 * (0.81033 * (y + 2.29)) ** 2),
          2.0404 - 0.51548 * tanh(2.2758 * (y + 1.9)) - 0.035009 * (y - 6.6555),
          polynomial(y, 1.5258, 1.0132, -0.064388, -0.0040209, 0.0082772),
          3.0551 + 3.524 * tanh(-0.36739 * (y + 2.1)) - 0.13382 * (y - 2.7718) ** 2,
        ]
      : undefined,
    delta: isDelta(protonGeV)
      ? [
          2.9841 * bump(y + 3.1272, 67.857, 0.22831) - (6.5855 + 9.6984 / y - 0.41256 * y * y),
          polynomial(y, 6.8276, 5.2236, 1.463),
          -6.0291 - 6.4581 * tanh(5.083 * (y + 2.1)) + 0.46352 * y,
          0.593 + 0.36093 * y,
          polynomial(y, 0.77368, 0.44776, 0.056409),
        ]
      : undefined,
    resonance: isResonance(protonGeV)
      ? [
          1.9186 * bump(y + 2.9485, 56.544, 1.2892) - (0.2372 - 0.041315 * y * y),
          -4.9866 - 3.1435 * y,
          -7.055 - 7.2165 * tanh(31.033 * (y + 2.1)) + 0.38541 * y,
          polynomial(y, -2.8915, -2.1495, -0.45006),
          polynomial(y, -1.297, -0.13947, 0.41197, 0.10641),
        ]
      : undefined,
  };
}

function electronCoefficients(protonGeV: number): Coefficients {
  const y = log10(protonGeV) - 3;
  const z = y + 3.3;
  const q = y + 3.32;
  const t = y + 2.9;
  return {
    largest: 0.96,
    lowEdge: 20,
    highEdge: 45,
    scale:
      protonGeV <= correctedToGeV['e-'] ? 3.63 * bump(y + 3.26, 106, 9.21) + y * (-0.182 - 0.175 * y) : 1.01,
    nonDiffractive: [
      z * polynomial(z, -0.018639, 2.4315, -0.57719, 0.063435),
      polynomial(y, 7.1827e-6, -3.5067e-6, 1.3264e-6, -3.3481e-7, 2.3551e-8, 3.4297e-9),
      563.91 - 362.18 * log10(2.7187 * (y + 3.4)) - 2.8924e4 / (y + 7.9031) ** 2,
      polynomial(y, 0.52684, 0.57717, 0.0045336, -0.0089066),
      q * polynomial(q, 0.36108, 1.6963, -0.074456, -0.071455, 0.010473),
      9.7387e-5 + 7.8573e-5 * log10(0.0036055 * (y + 4.3)) + 2.466e-4 / (y + 4.939) - 3.8097e-7 * y * y,
      -273 - 106.22 * log10(0.341 * (y + 3.4)) + 89.037 * y - 12.546 * y * y,
      432.53 - 883.99 * log10(0.19737 * (y + 3.9)) - 4.1938e4 / (y + 8.5518) ** 2,
      polynomial(y, -0.12756, 0.43478, -0.0027797, -0.0083074),
    ],
    diffractive: isDiffractive(protonGeV)
      ? [
          ...(protonGeV > firstPartFromGeV['e-']
            ? [
                0.20463 * tanh(-6.237 * (y + 2.2)) -
                  0.16362 * (y + 1.6878) ** 2 +
                  3.5183e-4 * (y + 9.64) ** 4,
                1.6537 + 3.853 * bump(y + 2.0154, 3.2027, 0.62779),
                -10.722 + 0.082672 * tanh(1.8879 * (y + 2.1)) + 1.4895e-4 * (y + 256.63) ** 2,
                -0.023752 - 0.51734 * exp(-3.3087 * ((y + 1.9877) / (1 + 0.403 * (y + 1.988))) ** 2),
              ]
            : [0, 0, 0, 0]),
          0.94921 + 0.1228 * t * t - 7.1585e-4 * t ** 4 + 0.5213 * log10(t),
          -4.2295 - 1.0025 * tanh(9.0733 * (y + 1.9)) - 0.11452 * (y - 62.382),
          polynomial(y, 1.4862, 0.99544, -0.042763, -0.0040065, 0.0057987),
          6.2629 + 6.9517 * tanh(-0.3648 * (y + 2.1)) - 0.26033 * (y - 2.8542) ** 2,
        ]
      : undefined,
    resonance: isResonance(protonGeV)
      ? [
          0.3779 * bump(y + 2.9537, 56.826, 1.5221) - 0.059458 + 0.0096583 * y * y,
          -5.5135 - 3.3988 * y,
          -7.1209 - 7.185 * tanh(30.801 * (y + 2.1)) + 0.35108 * y,
          polynomial(y, -6.7841, -4.8385, -0.91523),
          polynomial(y, -134.03, -139.63, -48.316, -5.5526),
        ]
      : undefined,
  };
}

/** No part is negative; one that has no value at a pole of its fit has none to give. */
const part = (value: number) => (Number.isFinite(value) ? Math.max(value, 0) : 0);

/** c0 exp[-c1 (v / (1 + c3 v + c4 v^2))^2] with v = x - c2. */
function resonant([c0, c1, c2, c3, c4]: readonly number[], x: number): number {
  const v = x - c2!;
  return part(c0! * exp(-c1! * (v / (1 + v * (c3! + c4! * v))) ** 2));
}

function notDiffractive(coefficients: Coefficients, x: number, logProton: number): number {
  const [a0, a1, a2, a3, a4, a5, a6, a7, a8] = coefficients.nonDiffractive;
  const [v, w] = [x - a3!, x - a8!];
  const value =
    a0! * exp(-a1! * (v * (1 + a2! * v)) ** 2) + a4! * exp(-a5! * (w * (1 + w * (a6! + a7! * w))) ** 2);
  const low = 1 + exp(coefficients.lowEdge * (-2.6 - x));
  const high = 1 + exp(coefficients.highEdge * (x - coefficients.largest * logProton));
  return part((coefficients.scale * value) / low / high);
}

function diffractive([b0, b1, b2, b3, b4, b5, b6, b7]: readonly number[], x: number): number {
  const [v, w] = [x - b2!, x - b6!];
  return part(b0! * bump(v, b1!, b3!) + b4! * bump(w, b5!, b7!));
}

/**
 * E d sigma/dE in mb of the leptons that a proton of kinetic energy `protonGeV` makes on hydrogen, as a function of their energy in GeV;
 * null where protons are not energetic enough. What depends on the proton only is computed here.
 */
export function kamaeSpectrum(
  lepton: SecondaryLepton,
  protonGeV: number,
): ((leptonGeV: number) => number) | null {
  if (!(protonGeV > fittedGeV.from && protonGeV <= fittedGeV.to)) return null;
  const coefficients = lepton === 'e+' ? positronCoefficients(protonGeV) : electronCoefficients(protonGeV);
  const { delta, resonance } = coefficients;
  const logProton = log10(protonGeV);
  return (leptonGeV) => {
    const x = log10(leptonGeV);
    const others =
      (coefficients.diffractive ? diffractive(coefficients.diffractive, x) : 0) +
      (delta ? resonant(delta, x) : 0) +
      (resonance ? resonant(resonance, x) : 0);
    return notDiffractive(coefficients, x, logProton) + others / (1 + exp(75 * (x - logProton)));
  };
}
