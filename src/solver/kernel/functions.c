/*
 * exp, ln and x / (e^x - 1) of two numbers at a time, to the last digit or two: reductions and coefficients of fdlibm (Sun
 * Microsystems 1993), which browsers use too. Arguments are finite, positive for ln, and within 700 for exp.
 */
typedef long long twoWhole __attribute__((vector_size(16)));

/* Added to a number, it leaves the nearest whole one in the last bits. */
static const double rounding = 0x1.8p52;
static const double ln2High = 6.93147180369123816490e-01, ln2Low = 1.90821492927058770002e-10;

static pair select(twoWhole mask, pair yes, pair no) {
  return (pair)(((twoWhole)yes & mask) | ((twoWhole)no & ~mask));
}
static pair both(double value) { return (pair){value, value}; }
static pair bounded(pair x, double lowest, double highest) {
  x = select(x < both(lowest), both(lowest), x);
  return select(x > both(highest), both(highest), x);
}

/* e^r - 1 and 2^k of x = r + k ln 2. */
__attribute__((always_inline)) static inline pair reducedExp(pair x, pair *power) {
  pair shifted = x * 1.44269504088896338700 + rounding;
  pair k = shifted - rounding;
  *power = (pair)(((twoWhole)shifted + 1023) << 52);
  pair high = x - k * ln2High, low = k * ln2Low;
  pair r = high - low;
  pair t = r * r;
  pair c = r - t * (1.66666666666666019037e-01 +
                    t * (-2.77777777770155933842e-03 +
                         t * (6.61375632143793436117e-05 +
                              t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
  return high - (low - (r * c) / (2 - c));
}

__attribute__((noinline)) static pair expOf(pair x) {
  pair power, part = reducedExp(x, &power);
  return (1 + part) * power;
}

__attribute__((noinline)) static pair logOf(pair x) {
  const long long offset = 0x3ff0000000000000 - 0x3fe6a09e00000000;
  twoWhole bits = (twoWhole)x + offset;
  /* The exponent as a number: its bits put under those of a large one. */
  pair k = (pair)((bits >> 52) + (0x4338000000000000 - 0x3ff)) - rounding;
  pair f = (pair)((bits & 0x000fffffffffffff) + 0x3fe6a09e00000000) - 1;
  pair s = f / (2 + f);
  pair z = s * s;
  pair R = z * (6.666666666666735130e-01 +
                z * (3.999999999940941908e-01 +
                     z * (2.857142874366239149e-01 +
                          z * (2.222219843214978396e-01 +
                               z * (1.818357216161805012e-01 +
                                    z * (1.531383769920937332e-01 + z * 1.479819860511658591e-01))))));
  pair half = 0.5 * f * f;
  return k * ln2High - ((half - (s * (half + R) + k * ln2Low)) - f);
}

/* See bernoulli.ts. */
__attribute__((noinline)) static pair bernoulliOf(pair x) {
  pair power, part = reducedExp(bounded(x, -700, 500), &power);
  pair value = x / (power * part + (power - 1));
  value = select(x > both(500), both(0), value);
  twoWhole small = (x < both(1e-5)) & (x > both(-1e-5));
  return select(small, 1 - 0.5 * x, value);
}

static double log1(double x) { return logOf(both(x))[0]; }
