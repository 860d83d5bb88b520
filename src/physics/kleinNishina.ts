/**
 * How much less than the Thomson limit an electron loses to thermal light (Jones 1968; Moderski et al. 2005).
 *
 * Exact, averaged over a Planck spectrum by quadrature. The averages are tabulated once, on first use.
 */

/** Dilogarithm of -b for b >= 0, by series after mapping the argument into [0, 1/2]. */
function dilogarithmOfMinus(b: number): number {
  if (b > 1) return -(Math.PI ** 2) / 6 - 0.5 * Math.log(b) ** 2 - dilogarithmOfMinus(1 / b);
  const x = b / (1 + b);
  let power = 1;
  let sum = 0;
  for (let k = 1; k <= 60; k++) {
    power *= x;
    sum += power / (k * k);
  }
  return -sum - 0.5 * Math.log1p(b) ** 2;
}

/**
 * Loss on isotropic photons of one energy e over the Thomson loss, b = 4 gamma e / (m_e c^2); 0 to 1.
 * Below b = 0.003, where the closed form cancels, its series (error below 1e-7).
 */
export function monochromaticKleinNishinaFactor(b: number): number {
  if (b < 3e-3) return 1 - (63 / 40) * b + (441 / 200) * b * b;
  const bracket =
    (b / 2 + 6 + 6 / b) * Math.log1p(b) -
    ((11 / 12) * b ** 3 + 6 * b * b + 9 * b + 4) / (1 + b) ** 2 -
    2 +
    2 * dilogarithmOfMinus(b);
  return (9 / b ** 3) * bracket;
}

/** Planck average by the trapezoidal rule in ln y, which converges geometrically for this integrand. */
export function integrateKleinNishinaFactor(x: number): number {
  const step = 0.1;
  let weighted = 0;
  let total = 0;
  for (let logY = -12; logY <= 4.6; logY += step) {
    const y = Math.exp(logY);
    const weight = y ** 4 / Math.expm1(y);
    weighted += weight * monochromaticKleinNishinaFactor(x * y);
    total += weight;
  }
  return weighted / total;
}

const tableStart = Math.log(1e-5);
const tableStep = Math.LN10 / 10;
const tableCount = 120;
let logTable: Float64Array | undefined;

function table(): Float64Array {
  logTable ??= Float64Array.from({ length: tableCount }, (_, index) =>
    Math.log(integrateKleinNishinaFactor(Math.exp(tableStart + index * tableStep))),
  );
  return logTable;
}

/**
 * S(x), x = 4 gamma k T / (m_e c^2): inverse-Compton loss on a thermal spectrum over the Thomson loss, 0 to 1.
 *
 * Four-point interpolation of ln S in ln x, relative error below 1e-5; beyond x = 1e6 the asymptotic form.
 */
export function kleinNishinaFactor(x: number): number {
  if (x < 1e-5) return 1 - 6.0346 * x;
  if (x > 1e6) return (45 / (4 * Math.PI ** 2 * x * x)) * (Math.log(x) - 1.9805);
  const values = table();
  const position = (Math.log(x) - tableStart) / tableStep;
  const start = Math.min(Math.max(Math.floor(position) - 1, 0), tableCount - 4);
  const t = position - start;
  const a = t;
  const b = t - 1;
  const c = t - 2;
  const d = t - 3;
  return Math.exp(
    (-values[start]! * b * c * d) / 6 +
      (values[start + 1]! * a * c * d) / 2 -
      (values[start + 2]! * a * b * d) / 2 +
      (values[start + 3]! * a * b * c) / 6,
  );
}
