/*
 * The iteration of steadyState.ts for boxes, compiled: what GMRES (gmres.ts) does with vectors, and the cycle of shifted line solves
 * in single precision, four numbers at a time. Read it beside boxOperator.ts, lineSolves.ts and boxLines.ts, which say what is
 * done and why; names are theirs. `npm run kernel` compiles it, tests/solver/compiledBox.test.ts holds it to them.
 *
 * Two things differ for the sake of memory, which a box waits for. The momentum lines are solved for a few cells at a time, over
 * all momenta, so that their factors stay in the processor's cache and are kept nowhere. And the vectors of GMRES are in single precision:
 * each restart begins with the true residual, which is computed in double precision, as all products of the operator are.
 *
 * A neighbour that does not exist has coefficient zero; what is read there need only be a number.
 */
#include "memory.c"
typedef float four __attribute__((vector_size(16), aligned(4)));
typedef float two __attribute__((vector_size(8), aligned(4)));
typedef double pair __attribute__((vector_size(16), aligned(8)));

enum { restart = 3, mostShifts = 16, slots = 24 };
/* Cells of a layer whose momentum lines are solved at once, and rows that are solved at once. */
enum { chunk = 512, rowsAtOnce = 4 };
static const float overrelaxation = 1.85f;

/* A statement for `count` cells i, four at a time and then one by one; AT is what is there of an array. */
#define AT(array) (*(T *)((array) + i))
#define EACH(count, ...)                       \
  do {                                         \
    size i = 0;                                \
    for (; i + 4 <= (count); i += 4) {         \
      typedef four T;                          \
      __VA_ARGS__;                             \
    }                                          \
    for (; i < (count); i++) {                 \
      typedef float T;                         \
      __VA_ARGS__;                             \
    }                                          \
  } while (0)

static size rowLength, rows, heights, momenta, layer, plane, cells, shiftCount;

/* Room for a vector; beyond either end of it a row may be read. */
static int isFull;
SMALL static void reserve(void **vector, size count, size each) {
  size guard = (rowLength + 4) * each;
  unsigned char *at = room(count * each + 2 * guard);
  if (!at) {
    isFull = 1;
    return;
  }
  for (size i = 0; i < guard; i++) at[i] = at[guard + count * each + i] = 0;
  *vector = at + guard;
}

/* Lateral lines at one height; lines along x, which are solved four rows at once, have four numbers for each of their cells. */
typedef struct {
  float *lower, *inverse, *upper;
} lines;
typedef struct {
  double shift, root;
  lines vertical, across, along;
} factors;
typedef struct {
  double *lower, *diagonal, *upper;
} stencil;

/* What the page writes: the operator, the right-hand side, the first guess and the shifts. */
static double *shifts, *g, *rightHandSide, *allG;
static stencil along, across;
static double *lateralDiagonal;
static double *lateral, *down, *up, *vertical, *wind;
static float *below, *middle, *above, *secondAbove;
static float *largeBands[4], *singleBands[4];

static float *inner4, *outer4, *before4, *behind4, *diagonal4;
static lines acrossInWind, alongInWind;
static factors ofShift[mostShifts];
static float *basis[restart], *directions[restart], *correction;
static float *pivots, *bands, *rest, *lateralRoom, *columns, *bandsInWind;
static double *products;
/* What the page reads: projections on the basis, and where things are. */
static double column[restart + 1];
static size addresses[slots];

static size paddedRows(void) { return (rows + rowsAtOnce - 1) / rowsAtOnce * rowsAtOnce; }
SMALL static float *columnsOf(const double *values, float *to) {
  for (size m = 0; m < paddedRows(); m++)
    for (size i = 0; i < rowLength; i++)
      to[(m / rowsAtOnce * rowLength + i) * rowsAtOnce + m % rowsAtOnce] =
          m < rows && values ? (float)values[m * rowLength + i] : 0;
  return to;
}

/*
 * Lays out a march: `all` momentum cells, in windows of `largest` or of one. Returns the addresses to write to, or 0 if memory does
 * not suffice.
 */
SMALL size *begin(size nx, size ny, size nz, size all, size largest, size count, size hasWind) {
  top = (size)&__heap_base;
  /* Vectors of four lie within a row. */
  if (count > mostShifts || nx < 4) return 0;
  rowLength = nx;
  rows = ny;
  heights = nz;
  layer = nx * ny;
  plane = layer * nz;
  shiftCount = count;
  size most = plane * largest, rates = nz * largest, padded = paddedRows() * nx;
  isFull = 0;
#define ROOM(name, count) reserve((void **)&(name), count, sizeof *(name))
  ROOM(shifts, count);
  double **ofLayer[] = {&along.lower,  &along.diagonal,  &along.upper, &across.lower,
                        &across.diagonal, &across.upper, &lateralDiagonal};
  for (size i = 0; i < 7; i++) ROOM(*ofLayer[i], layer);
  ROOM(lateral, rates);
  ROOM(down, rates);
  ROOM(up, rates);
  ROOM(vertical, rates);
  wind = 0;
  if (hasWind) ROOM(wind, rates);
  float **singles[] = {&inner4, &outer4, &before4, &behind4, &diagonal4};
  for (size i = 0; i < 5; i++) ROOM(*singles[i], layer);
  for (size s = 0; s < count; s++) {
    lines *kinds[] = {&ofShift[s].vertical, &ofShift[s].across, &ofShift[s].along};
    size lengths[] = {rates, hasWind ? 1 : layer, hasWind ? 1 : padded};
    for (size i = 0; i < 3; i++) {
      ROOM(kinds[i]->lower, lengths[i]);
      ROOM(kinds[i]->inverse, lengths[i]);
      ROOM(kinds[i]->upper, lengths[i]);
    }
  }
  if (hasWind) {
    ROOM(acrossInWind.lower, layer);
    ROOM(acrossInWind.inverse, layer);
    ROOM(acrossInWind.upper, layer);
    ROOM(alongInWind.lower, padded);
    ROOM(alongInWind.inverse, padded);
    ROOM(alongInWind.upper, padded);
  }
  ROOM(bandsInWind, padded);
  ROOM(lateralRoom, padded);
  ROOM(rest, chunk);
  ROOM(columns, nx * rowsAtOnce);
  ROOM(pivots, chunk * largest);
  ROOM(bands, chunk * largest);
  ROOM(products, layer);
  for (size i = 0; i < 4; i++) ROOM(singleBands[i], plane);
  ROOM(allG, plane * all);
  ROOM(rightHandSide, most);
  for (size i = 0; i < 4; i++) ROOM(largeBands[i], most);
  for (size i = 0; i < restart; i++) ROOM(basis[i], most);
  for (size i = 0; i < restart; i++) ROOM(directions[i], most);
  ROOM(correction, most);
  if (isFull) return 0;
  void *table[slots] = {shifts,         along.lower,    along.diagonal, along.upper,    across.lower,   across.diagonal,
                        across.upper,   lateralDiagonal, lateral,       down,           up,             vertical,
                        wind,           rightHandSide,  allG,           largeBands[0],  largeBands[1],  largeBands[2],
                        largeBands[3],  singleBands[0], singleBands[1], singleBands[2], singleBands[3], column};
  for (size i = 0; i < slots; i++) addresses[i] = (size)table[i];
  return addresses;
}

/* Lines whose neighbours are `stride` apart, and whose ends have no neighbour. */
SMALL static void factorLateral(stencil of, double shift, size stride, lines to, int byColumns) {
  double *rest = products;
  for (size i = 0; i < layer; i++) {
    double band = of.lower[i] / shift;
    double pivot = 1 + of.diagonal[i] / shift - (band != 0 ? band * rest[i - stride] : 0);
    rest[i] = of.upper[i] / (shift * pivot);
    size m = i / rowLength;
    size at = byColumns ? (m / rowsAtOnce * rowLength + i % rowLength) * rowsAtOnce + m % rowsAtOnce : i;
    to.lower[at] = (float)(band / pivot);
    to.inverse[at] = (float)(1 / pivot);
    to.upper[at] = (float)rest[i];
  }
}

SMALL static void single(const double *from, float *__restrict to, size count) {
  for (size i = 0; i < count; i++) to[i] = (float)from[i];
}

/* What all windows share. */
SMALL void prepareLateral(void) {
  single(along.lower, inner4, layer);
  single(along.upper, outer4, layer);
  single(across.lower, before4, layer);
  single(across.upper, behind4, layer);
  single(lateralDiagonal, diagonal4, layer);
  if (wind) {
    single(across.lower, acrossInWind.lower, layer);
    single(across.diagonal, acrossInWind.inverse, layer);
    single(across.upper, acrossInWind.upper, layer);
    columnsOf(along.lower, alongInWind.lower);
    columnsOf(along.diagonal, alongInWind.inverse);
    columnsOf(along.upper, alongInWind.upper);
  }
  for (size s = 0; s < shiftCount; s++) {
    factors *f = &ofShift[s];
    f->shift = shifts[s];
    f->root = __builtin_sqrt(shifts[s]);
    if (wind) continue;
    columnsOf(0, f->along.lower);
    columnsOf(0, f->along.inverse);
    columnsOf(0, f->along.upper);
    factorLateral(along, f->shift, 1, f->along, 1);
    factorLateral(across, f->shift, rowLength, f->across, 0);
  }
}

SMALL static double shiftAt(const factors *f, size row) {
  return f->shift * lateral[row] + (wind ? f->root * wind[row] : 0);
}

SMALL static void factorVertical(factors *f) {
  double before = 0;
  for (size row = 0; row < heights * momenta; row++) {
    size j = row % heights;
    double inverseShift = 1 / shiftAt(f, row);
    double band = j ? -down[row] * inverseShift : 0;
    double pivot = 1 + vertical[row] * inverseShift - (j ? band * before : 0);
    before = j == heights - 1 ? 0 : (-up[row] * inverseShift) / pivot;
    f->vertical.lower[row] = (float)(band / pivot);
    f->vertical.inverse[row] = (float)(1 / pivot);
    f->vertical.upper[row] = (float)before;
  }
}

/* The window of `count` momentum cells from `first` on, whose couplings stand among the large or the single ones. */
void prepareWindow(size first, size count, int isLarge) {
  momenta = count;
  cells = plane * count;
  g = allG + plane * first;
  float **of = isLarge ? largeBands : singleBands;
  below = of[0];
  middle = of[1];
  above = of[2];
  secondAbove = of[3];
  for (size s = 0; s < shiftCount; s++) factorVertical(&ofShift[s]);
  /* What a larger window left there may be no number. */
  for (size i = 0; i < restart; i++)
    for (size c = 0; c < rowLength; c++) directions[i][cells + c] = 0;
}

#define LOAD(at) (*(const four *)(at))
#define STORE(at, value) (*(four *)(at) = (value))

/*
 * Of A v, the cells from `from` on of a layer: the sums of applyInSpace and addInMomentum, in their order. In vectors of `each` numbers
 * as they are loaded; the last one begins earlier where the cells are no multiple of it.
 */
#define SUMS(name, values, vector, each, load, D, I, O, F, B, result, made)                                         \
  static void name(const values *v, size row, size from, size count, const result *in, result *to) {              \
    (void)in;                                                                                                      \
    size k = row / heights, j = row % heights, start = row * layer + from;                                         \
    values diffusion = (values)lateral[row], fromBelow = (values)down[row], leaving = (values)vertical[row];       \
    values fromAbove = j < heights - 1 ? (values)up[row] : 0;                                                      \
    const size toAbove = j < heights - 1 ? layer : 0, toBelow = j ? layer : 0;                                     \
    const size toLower = k ? plane : 0, toNext = k + 1 < momenta ? plane : 0;                                      \
    const size toAfterNext = k + 2 < momenta ? 2 * plane : 0;                                                      \
    for (size i = 0; i < count; i += each) {                                                                       \
      if (i + each > count) i = count - each;                                                                      \
      const values *at = v + start + i;                                                                            \
      size c = start + i, l = from + i;                                                                            \
      vector here = load(at);                                                                                      \
      vector sum = (leaving + load(middle + c)) * here +                                                           \
                   diffusion * (load(D + l) * here + load(I + l) * load(at - 1) + load(O + l) * load(at + 1) +     \
                                load(F + l) * load(at - rowLength) + load(B + l) * load(at + rowLength)) -         \
                   fromBelow * load(at - toBelow) - fromAbove * load(at + toAbove);                                \
      if (momenta > 1)                                                                                             \
        sum = sum + load(below + c) * load(at - toLower) + load(above + c) * load(at + toNext) +                   \
              load(secondAbove + c) * load(at + toAfterNext);                                                      \
      *(vector *)(to + i) = made;                                                                                  \
    }                                                                                                              \
  }
#define WIDE(at) _Generic(*(at), double: *(const pair *)(at), float: wide((const float *)(at)))
static pair wide(const float *at) { return __builtin_convertvector(*(const two *)at, pair); }
SUMS(applyToDensity, double, pair, 2, WIDE, lateralDiagonal, along.lower, along.upper, across.lower, across.upper, double, sum)
SUMS(applyToDirection, float, pair, 2, WIDE, lateralDiagonal, along.lower, along.upper, across.lower, across.upper, double, sum)
SUMS(leftOver, float, four, 4, LOAD, diagonal4, inner4, outer4, before4, behind4, float, LOAD(in + i) - sum)

/* v = (S + Ap)^-1 of what `out` leaves of the input, for a few cells of a layer at all momenta: a multiple of four. */
static void solveMomentum(const factors *f, const float *input, const float *out, size j, size from, size count, float *v) {
  for (size k = 0; k < momenta; k++) {
    size row = k * heights + j, start = row * layer + from;
    float shifted = (float)shiftAt(f, row);
    const float *in = input + start;
    if (out) {
      leftOver(out, row, from, count, in, rest);
      in = rest;
    }
    float *to = v + start, *pivot = pivots + k * chunk, *band = bands + k * chunk;
    const float *m = middle + start, *b = below + start, *a = above + start, *secondOfLower = secondAbove + start - plane;
    for (size i = 0; i < count; i += 4) {
      if (k == 0) {
        four inverse = 1 / (shifted + LOAD(m + i));
        STORE(pivot + i, inverse);
        STORE(band + i, LOAD(a + i));
        STORE(to + i, LOAD(in + i) * (momenta == 1 ? inverse : (four){1, 1, 1, 1}));
      } else {
        four factor = LOAD(b + i) * LOAD(pivot + i - chunk);
        STORE(pivot + i, 1 / (shifted + LOAD(m + i) - factor * LOAD(band + i - chunk)));
        STORE(band + i, LOAD(a + i) - factor * LOAD(secondOfLower + i));
        STORE(to + i, LOAD(in + i) - factor * LOAD(to + i - plane));
      }
    }
  }
  if (momenta == 1) return;
  for (size k = momenta; k-- > 0;) {
    size start = (k * heights + j) * layer + from;
    float *to = v + start, *pivot = pivots + k * chunk, *band = bands + k * chunk;
    size toAfterNext = k + 2 < momenta ? 2 * plane : plane;
    for (size i = 0; i < count; i += 4) {
      four value = LOAD(to + i);
      if (k + 1 < momenta)
        value = value - LOAD(band + i) * LOAD(to + i + plane) - LOAD(secondAbove + start + i) * LOAD(to + i + toAfterNext);
      STORE(to + i, value * LOAD(pivot + i));
    }
  }
}

static void solveAcross(const lines *of, float *t) {
  size l = 0;
  for (; l < rowLength; l++) t[l] *= of->inverse[l];
  for (; l + 4 <= layer; l += 4)
    STORE(t + l, LOAD(t + l) * LOAD(of->inverse + l) - LOAD(of->lower + l) * LOAD(t + l - rowLength));
  for (; l < layer; l++) t[l] = t[l] * of->inverse[l] - of->lower[l] * t[l - rowLength];
  for (l = layer - rowLength; l >= 4; l -= 4)
    STORE(t + l - 4, LOAD(t + l - 4) - LOAD(of->upper + l - 4) * LOAD(t + l - 4 + rowLength));
  while (l-- > 0) t[l] -= of->upper[l] * t[l + rowLength];
}

/* Where a wind makes the lines another multiple of the stencil at each height: factored as they are solved. */
static void solveAcrossInWind(float multiple, float *t) {
  const lines *of = &acrossInWind;
  float *used = bandsInWind;
  for (size l = 0; l < layer; l++) {
    int isFirst = l < rowLength;
    float band = of->lower[l] * multiple;
    float inverse = 1 / (1 + of->inverse[l] * multiple - (isFirst ? 0 : band * used[l - rowLength]));
    used[l] = of->upper[l] * multiple * inverse;
    t[l] = (t[l] - (isFirst ? 0 : band * t[l - rowLength])) * inverse;
  }
  for (size l = layer - rowLength; l-- > 0;) t[l] -= used[l] * t[l + rowLength];
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

/* Four rows to columns, and back. */
static void toColumns(const float *t, float *to) {
  size n = rowLength, i = 0;
  for (; i + 4 <= n; i += 4) {
    four a = LOAD(t + i), b = LOAD(t + n + i), c = LOAD(t + 2 * n + i), d = LOAD(t + 3 * n + i);
    TRANSPOSE(a, b, c, d);
    STORE(to + 4 * i, a);
    STORE(to + 4 * i + 4, b);
    STORE(to + 4 * i + 8, c);
    STORE(to + 4 * i + 12, d);
  }
  for (; i < n; i++)
    for (size s = 0; s < 4; s++) to[4 * i + s] = t[s * n + i];
}
static void toRows(const float *from, float *t) {
  size n = rowLength, i = 0;
  for (; i + 4 <= n; i += 4) {
    four a = LOAD(from + 4 * i), b = LOAD(from + 4 * i + 4), c = LOAD(from + 4 * i + 8), d = LOAD(from + 4 * i + 12);
    TRANSPOSE(a, b, c, d);
    STORE(t + i, a);
    STORE(t + n + i, b);
    STORE(t + 2 * n + i, c);
    STORE(t + 3 * n + i, d);
  }
  for (; i < n; i++)
    for (size s = 0; s < 4; s++) t[s * n + i] = from[4 * i + s];
}

static void solveAlong(const factors *f, float multiple, float *t) {
  const lines *of = wind ? &alongInWind : &f->along;
  size end = 4 * rowLength;
  for (size first = 0; first < paddedRows() * rowLength; first += end) {
    const float *lower = of->lower + first, *inverse = of->inverse + first, *upper = of->upper + first;
    toColumns(t + first, columns);
    four x = {0, 0, 0, 0}, used = x;
    if (wind) {
      for (size at = 0; at < end; at += 4) {
        four band = LOAD(lower + at) * multiple;
        four pivot = 1 / (1 + LOAD(inverse + at) * multiple - band * used);
        used = LOAD(upper + at) * multiple * pivot;
        STORE(bandsInWind + at, used);
        x = (LOAD(columns + at) - band * x) * pivot;
        STORE(columns + at, x);
      }
      upper = bandsInWind;
    } else
      for (size at = 0; at < end; at += 4) {
        x = LOAD(columns + at) * LOAD(inverse + at) - LOAD(lower + at) * x;
        STORE(columns + at, x);
      }
    x = (four){0, 0, 0, 0};
    for (size at = end; at > 0; at -= 4) {
      x = LOAD(columns + at - 4) - LOAD(upper + at - 4) * x;
      STORE(columns + at - 4, x);
    }
    toRows(columns, t + first);
  }
}

/* The lines in space of one momentum cell, added to `out`. */
static void solveInSpace(const factors *f, size k, float *v, float *out, int isFirst) {
  const lines *of = &f->vertical;
  float *t = lateralRoom;
  for (size j = 0; j < heights; j++) {
    size row = k * heights + j;
    float band = of->lower[row], inverse = of->inverse[row];
    float *at = v + row * layer, *under = j ? at - layer : at;
    EACH(layer, AT(at) = AT(at) * inverse - band * AT(under));
  }
  for (size j = heights; j-- > 0;) {
    size row = k * heights + j;
    float band = of->upper[row];
    float *at = v + row * layer, *over = j < heights - 1 ? at + layer : at;
    EACH(layer, AT(t) = AT(at) = AT(at) - band * AT(over));
    float multiple = wind ? (float)(lateral[row] / shiftAt(f, row)) : 0;
    if (wind)
      solveAcrossInWind(multiple, t);
    else
      solveAcross(&f->across, t);
    solveAlong(f, multiple, t);
    float *to = out + row * layer;
    if (isFirst)
      EACH(layer, AT(to) = overrelaxation * AT(t));
    else
      EACH(layer, AT(to) += overrelaxation * AT(t));
  }
}

/* See cycle in steadyState.ts. */
static void cycle(const float *input, float *out) {
  float *v = correction;
  for (size step = 0; step < shiftCount; step++) {
    const factors *f = &ofShift[step];
    for (size j = 0; j < heights; j++)
      for (size from = 0, count = 0; from < layer; from += count) {
        count = layer - from < chunk ? (layer - from) & ~3u : chunk;
        /* What is left of the last four is solved with those before, once more. */
        if (count == 0) from = layer - (count = 4);
        solveMomentum(f, input, step ? out : 0, j, from, count, v);
      }
    for (size k = 0; k < momenta; k++) solveInSpace(f, k, v, out, step == 0);
  }
}


static double dot(const double *a, const float *b, size count) {
  pair s0 = {0, 0}, s1 = {0, 0};
  size i = 0;
  for (; i + 4 <= count; i += 4) {
    s0 += *(const pair *)(a + i) * wide(b + i);
    s1 += *(const pair *)(a + i + 2) * wide(b + i + 2);
  }
  s0 += s1;
  double sum = s0[0] + s0[1];
  for (; i < count; i++) sum += a[i] * b[i];
  return sum;
}
SMALL static double square(const double *a, size count) {
  pair s0 = {0, 0}, s1 = {0, 0};
  size i = 0;
  for (; i + 4 <= count; i += 4) {
    s0 += *(const pair *)(a + i) * *(const pair *)(a + i);
    s1 += *(const pair *)(a + i + 2) * *(const pair *)(a + i + 2);
  }
  s0 += s1;
  double sum = s0[0] + s0[1];
  for (; i < count; i++) sum += a[i] * a[i];
  return sum;
}

/* The right-hand side's norm, in units of which residuals are kept. */
static double scale;
double scaleOf(void) {
  double norm = __builtin_sqrt(square(rightHandSide, cells));
  scale = norm > 0 ? norm : 1;
  return norm;
}

/* As KrylovSpace in gmres.ts. */
double residual(void) {
  double sum = 0;
  for (size row = 0; row < heights * momenta; row++) {
    applyToDensity(g, row, 0, layer, 0, products);
    const double *b = rightHandSide + row * layer;
    for (size i = 0; i < layer; i++) products[i] = b[i] - products[i];
    sum += square(products, layer);
    for (size i = 0; i < layer; i++) products[i] /= scale;
    single(products, basis[0] + row * layer, layer);
  }
  return __builtin_sqrt(sum);
}

/* The room of basis vector `at`; the last one is measured only. */
static float *vector(size at) { return at < restart ? basis[at] : correction; }

double extend(size at) {
  cycle(basis[at], directions[at]);
  float *next = vector(at + 1);
  for (size i = 0; i <= at; i++) column[i] = 0;
  for (size row = 0; row < heights * momenta; row++) {
    applyToDirection(directions[at], row, 0, layer, 0, products);
    for (size i = 0; i <= at; i++) column[i] += dot(products, basis[i] + row * layer, layer);
    single(products, next + row * layer, layer);
  }
  double sum = 0;
  for (size row = 0; row < heights * momenta; row++) {
    float *__restrict to = next + row * layer;
    for (size c = 0; c < layer; c++) products[c] = to[c];
    for (size i = 0; i <= at; i++) {
      const float *one = basis[i] + row * layer;
      double projection = column[i];
      for (size c = 0; c < layer; c++) products[c] -= projection * one[c];
    }
    sum += square(products, layer);
    single(products, to, layer);
  }
  return __builtin_sqrt(sum);
}

void accept(size at, double length) {
  float *v = vector(at), inverse = (float)((at ? 1 : scale) / length);
  for (size c = 0; c < cells; c++) v[c] *= inverse;
}

void improve(size at, double coefficient) {
  const float *direction = directions[at];
  for (size c = 0; c < cells; c++) g[c] += coefficient * direction[c];
}

/* The right-hand side becomes A g: what tests hold to the last digit. */
void apply(void) {
  for (size row = 0; row < heights * momenta; row++)
    applyToDensity(g, row, 0, layer, 0, rightHandSide + row * layer);
}
