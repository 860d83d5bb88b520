/*
 * The iteration of steadyState.ts for axisymmetric problems, compiled: GMRES in double precision, preconditioned by the cycle of
 * shifted line solves in single precision, four numbers at a time. Read it beside gmres.ts, lineSolves.ts and transportOperator.ts,
 * which say what is done and why; names are theirs. `npm run kernel` compiles it, tests/solver/kernel.test.ts holds it to them.
 *
 * Rows of radii are padded to a multiple of four. What stands in the padding is zero and stays so: its coefficients are zero.
 */
typedef float four __attribute__((vector_size(16), aligned(4)));
typedef double pair __attribute__((vector_size(16), aligned(8)));

enum { restart = 60, leastRestart = 30, mostKept = 33000000, mostShifts = 16 };
static const float overrelaxation = 1.85f;

/* A neighbour beyond either end of a vector may be read, with a coefficient of zero. */
enum { guard = 4 };
SMALL static double *doubles(size count) {
  double *at = room((count + 2 * guard) * sizeof(double));
  if (!at) return 0;
  for (size i = 0; i < guard; i++) at[i] = at[count + guard + i] = 0;
  return at + guard;
}
SMALL static float *floats(size count) {
  float *at = room((count + 2 * guard) * sizeof(float));
  if (!at) return 0;
  for (size i = 0; i < guard; i++) at[i] = at[count + guard + i] = 0;
  return at + guard;
}

/* Lines in space: per radius for `along`, per (momentum, height) for `vertical`. */
typedef struct {
  float *lower, *inverse, *upper;
} lines;

typedef struct {
  double shift;
  float *multiplier, *inversePivot, *upperBand;
  lines vertical, along;
} factors;

static size radii, padded, heights, momenta, plane, cells;
/* What the page writes: the operator, the right-hand side, the first guess and the shifts. Rows without padding go through `staging`. */
static double *staging, *shifts;
static double *lower, *diagonal, *upper;
static double *lateral, *down, *up, *vertical, *wind;
static double *below, *middle, *above, *secondAbove;
static double *rightHandSide, *g, *scratch, *direction64;
/* The same in single precision. */
static float *lower4, *diagonal4, *upper4;
static float *lateral4, *down4, *up4, *vertical4;
static float *below4, *middle4, *above4, *secondAbove4;
static float *input4, *correction4;
static factors ofShift[mostShifts];
static size shiftCount;
static double *basis[restart + 1];
static float *directions[restart];
/* Directions after which the residual is computed anew; see steadyState.ts. */
static size most;
static four *bandsInWind;
static double *pivotPlane, *bandPlane;

/* What the page reads after a solve. */
static double report[2];
static size addresses[16];

/* Lays out a problem. Returns the addresses to write to, or 0 if memory does not suffice. */
SMALL size *begin(size nr, size nz, size nk, size count, size hasWind) {
  top = (size)&__heap_base;
  radii = nr;
  padded = (nr + 3) & ~3u;
  heights = nz;
  momenta = nk;
  plane = padded * nz;
  cells = plane * nk;
  shiftCount = count;
  if (count > mostShifts) return 0;
  size rows = nz * nk;
  most = mostKept / cells;
  most = most < leastRestart ? leastRestart : most > restart ? restart : most;
  for (size i = 0; i <= restart; i++) basis[i] = 0;
  for (size i = 0; i < restart; i++) directions[i] = 0;
#define DOUBLES(name, count) \
  if (!(name = doubles(count))) return 0
#define FLOATS(name, count) \
  if (!(name = floats(count))) return 0
  DOUBLES(staging, nr * rows);
  DOUBLES(shifts, count);
  DOUBLES(lower, padded);
  DOUBLES(diagonal, padded);
  DOUBLES(upper, padded);
  DOUBLES(lateral, rows);
  DOUBLES(down, rows);
  DOUBLES(up, rows);
  DOUBLES(vertical, rows);
  wind = 0;
  if (hasWind) DOUBLES(wind, rows);
  DOUBLES(below, cells);
  DOUBLES(middle, cells);
  DOUBLES(above, cells);
  DOUBLES(secondAbove, cells);
  DOUBLES(rightHandSide, cells);
  DOUBLES(g, cells);
  DOUBLES(scratch, cells);
  DOUBLES(direction64, cells);
  DOUBLES(pivotPlane, plane);
  DOUBLES(bandPlane, plane);
  FLOATS(lower4, padded);
  FLOATS(diagonal4, padded);
  FLOATS(upper4, padded);
  FLOATS(lateral4, rows);
  FLOATS(down4, rows);
  FLOATS(up4, rows);
  FLOATS(vertical4, rows);
  FLOATS(below4, cells);
  FLOATS(middle4, cells);
  FLOATS(above4, cells);
  FLOATS(secondAbove4, cells);
  FLOATS(input4, cells);
  FLOATS(correction4, cells);
  if (!(bandsInWind = room(padded * sizeof(four)))) return 0;
  for (size s = 0; s < count; s++) {
    factors *f = &ofShift[s];
    FLOATS(f->multiplier, cells);
    FLOATS(f->inversePivot, cells);
    FLOATS(f->upperBand, cells);
    FLOATS(f->vertical.lower, rows);
    FLOATS(f->vertical.inverse, rows);
    FLOATS(f->vertical.upper, rows);
    FLOATS(f->along.lower, padded);
    FLOATS(f->along.inverse, padded);
    FLOATS(f->along.upper, padded);
  }
  for (size i = 0; i < padded; i++) lower[i] = diagonal[i] = upper[i] = 0;
  double *order[] = {staging, shifts,  lower, diagonal,      upper, lateral,     down, up,
                     vertical, wind,   below, middle,        above, secondAbove, rightHandSide, g};
  for (size i = 0; i < 16; i++) addresses[i] = (size)order[i];
  return addresses;
}

/* From rows without padding to rows with it, and back. */
SMALL void spread(double *to) {
  size rows = heights * momenta;
  for (size row = 0; row < rows; row++) {
    for (size i = 0; i < radii; i++) to[row * padded + i] = staging[row * radii + i];
    for (size i = radii; i < padded; i++) to[row * padded + i] = 0;
  }
}
SMALL void gather(const double *from) {
  size rows = heights * momenta;
  for (size row = 0; row < rows; row++)
    for (size i = 0; i < radii; i++) staging[row * radii + i] = from[row * padded + i];
}

/* One momentum plane of A g; see applyRows. */
#define APPLY(name, real, S)                                                                                  \
  static void name(const real *g, size k, real *out) {                                                       \
    size toAbove = k < momenta - 1 ? plane : 0;                                                               \
    size toSecondAbove = k + 2 < momenta ? 2 * plane : 0;                                                     \
    size toBelow = k > 0 ? plane : 0;                                                                         \
    for (size j = 0; j < heights; j++) {                                                                      \
      size row = k * heights + j;                                                                             \
      size start = row * padded;                                                                              \
      real diffusion = lateral##S[row], fromBelow = down##S[row], leaving = vertical##S[row];                 \
      real fromRowAbove = j < heights - 1 ? up##S[row] : 0;                                                   \
      const real *at = g + start, *rowBelow = j > 0 ? at - padded : at, *rowAbove = j < heights - 1 ? at + padded : at; \
      const real *b = below##S + start, *m = middle##S + start, *a = above##S + start, *aa = secondAbove##S + start;    \
      const real *gb = at - toBelow, *ga = at + toAbove, *gaa = at + toSecondAbove;                           \
      real *__restrict to = out + start;                                                                      \
      for (size i = 0; i < padded; i++)                                                                       \
        to[i] = (leaving + m[i]) * at[i] +                                                                    \
                diffusion * (diagonal##S[i] * at[i] + lower##S[i] * at[(int)i - 1] + upper##S[i] * at[i + 1]) - \
                fromBelow * rowBelow[i] - fromRowAbove * rowAbove[i] + b[i] * gb[i] + a[i] * ga[i] + aa[i] * gaa[i]; \
    }                                                                                                         \
  }
APPLY(applyPlane, double, )
APPLY(applyPlane4, float, 4)

static double shiftAt(double shift, double root, size row) {
  return shift * lateral[row] + (wind ? root * wind[row] : 0);
}

static void factor(factors *f) {
  double shift = f->shift, root = __builtin_sqrt(shift);
  double before = 0;
  for (size i = 0; i < radii; i++) {
    double band = lower[i] / shift;
    double pivot = 1 + diagonal[i] / shift - (i ? band * before : 0);
    before = upper[i] / (shift * pivot);
    f->along.lower[i] = band;
    f->along.inverse[i] = 1 / pivot;
    f->along.upper[i] = before;
  }
  for (size i = radii; i < padded; i++) f->along.lower[i] = f->along.inverse[i] = f->along.upper[i] = 0;
  for (size row = 0; row < heights * momenta; row++) {
    size j = row % heights;
    double inverseShift = 1 / shiftAt(shift, root, row);
    double band = j ? -down[row] * inverseShift : 0;
    double pivot = 1 + vertical[row] * inverseShift - (j ? band * before : 0);
    before = j == heights - 1 ? 0 : (-up[row] * inverseShift) / pivot;
    f->vertical.lower[row] = band;
    f->vertical.inverse[row] = 1 / pivot;
    f->vertical.upper[row] = before;
  }
  for (size k = 0; k < momenta; k++)
    for (size j = 0; j < heights; j++) {
      size row = k * heights + j;
      double shifted = shiftAt(shift, root, row);
      const double *b = below + row * padded, *m = middle + row * padded, *a = above + row * padded;
      const double *aaBefore = secondAbove + row * padded - (k ? plane : 0);
      double *__restrict pivot = pivotPlane + j * padded, *__restrict band = bandPlane + j * padded;
      float *__restrict multiplier = f->multiplier + row * padded;
      float *__restrict inverse = f->inversePivot + row * padded, *__restrict upperBand = f->upperBand + row * padded;
      for (size i = 0; i < padded; i++) {
        double factor = k ? b[i] * pivot[i] : 0;
        double inversePivot = 1 / (shifted + m[i] - (k ? factor * band[i] : 0));
        double next = a[i] - factor * aaBefore[i];
        pivot[i] = inversePivot;
        band[i] = next;
        multiplier[i] = (float)factor;
        inverse[i] = (float)inversePivot;
        upperBand[i] = (float)next;
      }
    }
}

static void eliminate(const factors *f, size k, float *v) {
  size start = k * plane;
  const float *in = input4 + start, *multiplier = f->multiplier + start;
  float *to = v + start;
  if (k == 0)
    for (size c = 0; c < plane; c++) to[c] = in[c] - to[c];
  else {
    const float *__restrict before = to - plane;
    for (size c = 0; c < plane; c++) to[c] = in[c] - to[c] - multiplier[c] * before[c];
  }
}

static void substitute(const factors *f, size k, float *v) {
  size start = k * plane;
  const float *inverse = f->inversePivot + start, *band = f->upperBand + start, *second = secondAbove4 + start;
  float *__restrict to = v + start;
  if (k == momenta - 1) {
    for (size c = 0; c < plane; c++) to[c] *= inverse[c];
    return;
  }
  const float *next = v + start + plane, *afterNext = k + 2 < momenta ? next + plane : next;
  for (size c = 0; c < plane; c++) to[c] = (to[c] - band[c] * next[c] - second[c] * afterNext[c]) * inverse[c];
}

static void solveVertical(const factors *f, size k, float *v) {
  const float *lowerBand = f->vertical.lower, *inverse = f->vertical.inverse, *upperBand = f->vertical.upper;
  for (size j = 0; j < heights; j++) {
    size row = k * heights + j;
    float band = lowerBand[row], pivot = inverse[row];
    float *at = v + row * padded;
    if (j == 0)
      for (size i = 0; i < padded; i++) at[i] *= pivot;
    else {
      const float *__restrict before = at - padded;
      for (size i = 0; i < padded; i++) at[i] = (at[i] - band * before[i]) * pivot;
    }
  }
  for (size j = heights - 1; j-- > 0;) {
    size row = k * heights + j;
    float band = upperBand[row];
    float *at = v + row * padded;
    const float *__restrict next = at + padded;
    for (size i = 0; i < padded; i++) at[i] -= band * next[i];
  }
}

/* Rows to columns, four at a time. */
#define TRANSPOSE(a, b, c, d)                                        \
  do {                                                               \
    four ab = __builtin_shufflevector(a, b, 0, 4, 1, 5);             \
    four cd = __builtin_shufflevector(c, d, 0, 4, 1, 5);             \
    four AB = __builtin_shufflevector(a, b, 2, 6, 3, 7);             \
    four CD = __builtin_shufflevector(c, d, 2, 6, 3, 7);             \
    a = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);                 \
    b = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);                 \
    c = __builtin_shufflevector(AB, CD, 0, 1, 4, 5);                 \
    d = __builtin_shufflevector(AB, CD, 2, 3, 6, 7);                 \
  } while (0)
#define LOAD(at) (*(const four *)(at))
#define STORE(at, value) (*(four *)(at) = (value))

/* Lines along four rows at once; each row may have its own multiple of the stencil where there is a wind. */
static void solveFourRows(const factors *f, float *v, four scale) {
  const float *L = f->along.lower, *inverse = f->along.inverse, *U = f->along.upper;
  float *r0 = v, *r1 = v + padded, *r2 = v + 2 * padded, *r3 = v + 3 * padded;
  four previous = {0, 0, 0, 0}, bands = {0, 0, 0, 0};
  for (size i = 0; i < padded; i += 4) {
    four x[4] = {LOAD(r0 + i), LOAD(r1 + i), LOAD(r2 + i), LOAD(r3 + i)};
    TRANSPOSE(x[0], x[1], x[2], x[3]);
    for (size s = 0; s < 4; s++) {
      if (wind) {
        four band = lower4[i + s] * scale;
        four pivot = 1 / (1 + diagonal4[i + s] * scale - band * bands);
        bands = upper4[i + s] * scale * pivot;
        bandsInWind[i + s] = bands;
        previous = (x[s] - band * previous) * pivot;
      } else
        previous = (x[s] - L[i + s] * previous) * inverse[i + s];
      x[s] = previous;
    }
    TRANSPOSE(x[0], x[1], x[2], x[3]);
    STORE(r0 + i, x[0]);
    STORE(r1 + i, x[1]);
    STORE(r2 + i, x[2]);
    STORE(r3 + i, x[3]);
  }
  previous = (four){0, 0, 0, 0};
  for (size i = padded; i > 0; i -= 4) {
    size at = i - 4;
    four x[4] = {LOAD(r0 + at), LOAD(r1 + at), LOAD(r2 + at), LOAD(r3 + at)};
    TRANSPOSE(x[0], x[1], x[2], x[3]);
    for (size s = 4; s-- > 0;) {
      previous = x[s] - (wind ? bandsInWind[at + s] : (four){0, 0, 0, 0} + U[at + s]) * previous;
      x[s] = previous;
    }
    TRANSPOSE(x[0], x[1], x[2], x[3]);
    STORE(r0 + at, x[0]);
    STORE(r1 + at, x[1]);
    STORE(r2 + at, x[2]);
    STORE(r3 + at, x[3]);
  }
}

SMALL static void solveOneRow(const factors *f, float *v, float scale) {
  const float *L = f->along.lower, *inverse = f->along.inverse, *U = f->along.upper;
  float previous = 0, bands = 0;
  for (size i = 0; i < radii; i++) {
    if (wind) {
      float band = lower4[i] * scale;
      float pivot = 1 / (1 + diagonal4[i] * scale - band * bands);
      bands = upper4[i] * scale * pivot;
      bandsInWind[i][0] = bands;
      previous = (v[i] - band * previous) * pivot;
    } else
      previous = (v[i] - L[i] * previous) * inverse[i];
    v[i] = previous;
  }
  for (size i = radii - 1; i-- > 0;) {
    previous = v[i] - (wind ? bandsInWind[i][0] : U[i]) * previous;
    v[i] = previous;
  }
}

static void solveAlong(const factors *f, size k, float *v) {
  double root = __builtin_sqrt(f->shift);
  float scales[4] = {0, 0, 0, 0};
  size j = 0;
  for (; j + 4 <= heights; j += 4) {
    size row = k * heights + j;
    if (wind)
      for (size s = 0; s < 4; s++) scales[s] = (float)(lateral[row + s] / shiftAt(f->shift, root, row + s));
    solveFourRows(f, v + row * padded, LOAD(scales));
  }
  for (; j < heights; j++) {
    size row = k * heights + j;
    float scale = wind ? (float)(lateral[row] / shiftAt(f->shift, root, row)) : 0;
    solveOneRow(f, v + row * padded, scale);
  }
}

/* See cycle: for each shift, the line solves on what is left of the residual in input4. */
static void cycle(float *out) {
  float *v = correction4;
  for (size c = 0; c < cells; c++) out[c] = 0;
  for (size step = 0; step < shiftCount; step++) {
    const factors *f = &ofShift[step];
    for (size k = 0; k < momenta; k++) {
      if (step == 0)
        for (size c = k * plane; c < (k + 1) * plane; c++) v[c] = 0;
      else
        applyPlane4(out, k, v);
      eliminate(f, k, v);
    }
    for (int k = (int)momenta - 1; k >= -2; k--) {
      if (k >= 0) substitute(f, (size)k, v);
      size finished = (size)(k + 2);
      if (finished >= momenta) continue;
      solveVertical(f, finished, v);
      solveAlong(f, finished, v);
      float *__restrict to = out + finished * plane;
      const float *from = v + finished * plane;
      for (size c = 0; c < plane; c++) to[c] += overrelaxation * from[c];
    }
  }
}

static double dot(const double *a, const double *b) {
  pair s0 = {0, 0}, s1 = {0, 0};
  for (size i = 0; i < cells; i += 4) {
    s0 += *(const pair *)(a + i) * *(const pair *)(b + i);
    s1 += *(const pair *)(a + i + 2) * *(const pair *)(b + i + 2);
  }
  s0 += s1;
  return s0[0] + s0[1];
}

static void single(const double *from, float *__restrict to, size count) {
  for (size i = 0; i < count; i++) to[i] = (float)from[i];
}

/* Everything that a solve needs of the operator. */
void prepare(void) {
  size rows = heights * momenta;
  single(lower, lower4, padded);
  single(diagonal, diagonal4, padded);
  single(upper, upper4, padded);
  single(lateral, lateral4, rows);
  single(down, down4, rows);
  single(up, up4, rows);
  single(vertical, vertical4, rows);
  single(below, below4, cells);
  single(middle, middle4, cells);
  single(above, above4, cells);
  single(secondAbove, secondAbove4, cells);
  for (size s = 0; s < shiftCount; s++) {
    ofShift[s].shift = shifts[s];
    factor(&ofShift[s]);
  }
}
/* scratch = A g: what tests hold to the last digit. */
double *apply(void) {
  for (size k = 0; k < momenta; k++) applyPlane(g, k, scratch);
  return scratch;
}
/*
 * Improves g until its residual is below the tolerance; see solveGmres. Leaves iterations and relative residual in the report. 1 if it
 * has converged, 0 if not, -1 if memory does not suffice.
 */
int solve(double tolerance, double enough, size maximum) {
  double scale = __builtin_sqrt(dot(rightHandSide, rightHandSide));
  double target = tolerance * scale;
  size iterations = 0;
  for (;;) {
    double *first = basis[0] ? basis[0] : (basis[0] = doubles(cells));
    if (!first) return -1;
    for (size k = 0; k < momenta; k++) applyPlane(g, k, first);
    for (size c = 0; c < cells; c++) first[c] = rightHandSide[c] - first[c];
    double norm = __builtin_sqrt(dot(first, first));
    double limit = iterations == 0 ? enough * scale : target;
    if (!(norm > limit) || iterations >= maximum) {
      report[0] = iterations;
      report[1] = scale > 0 ? norm / scale : norm;
      return norm <= limit;
    }
    for (size c = 0; c < cells; c++) first[c] /= norm;

    static double columns[restart][restart + 2], cosines[restart], sines[restart], rotated[restart + 1], coefficients[restart];
    rotated[0] = norm;
    size count = 0;
    while (count < most && iterations < maximum) {
      float *direction = directions[count] ? directions[count] : (directions[count] = floats(cells));
      if (!direction) return -1;
      single(basis[count], input4, cells);
      cycle(direction);
      for (size c = 0; c < cells; c++) direction64[c] = direction[c];
      for (size k = 0; k < momenta; k++) applyPlane(direction64, k, scratch);
      double *column = columns[count];
      for (size i = 0; i <= count; i++) {
        double projection = dot(scratch, basis[i]);
        column[i] = projection;
        const double *__restrict one = basis[i];
        for (size c = 0; c < cells; c++) scratch[c] -= projection * one[c];
      }
      double length = __builtin_sqrt(dot(scratch, scratch));
      column[count + 1] = length;
      for (size i = 0; i < count; i++) {
        double high = column[i], low = column[i + 1];
        column[i] = cosines[i] * high + sines[i] * low;
        column[i + 1] = cosines[i] * low - sines[i] * high;
      }
      double radius = __builtin_sqrt(column[count] * column[count] + length * length);
      cosines[count] = column[count] / radius;
      sines[count] = length / radius;
      column[count] = radius;
      rotated[count + 1] = -sines[count] * rotated[count];
      rotated[count] = cosines[count] * rotated[count];
      iterations++;
      count++;
      if (!(__builtin_fabs(rotated[count]) > target) || length == 0) break;
      double *next = basis[count] ? basis[count] : (basis[count] = doubles(cells));
      if (!next) return -1;
      for (size c = 0; c < cells; c++) next[c] = scratch[c] / length;
    }
    for (size row = count; row-- > 0;) {
      double sum = rotated[row];
      for (size column = row + 1; column < count; column++) sum -= columns[column][row] * coefficients[column];
      coefficients[row] = sum / columns[row][row];
    }
    for (size i = 0; i < count; i++)
      for (size c = 0; c < cells; c++) g[c] += coefficients[i] * directions[i][c];
  }
}

double *reported(void) { return report; }
