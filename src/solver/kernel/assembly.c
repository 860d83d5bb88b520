/*
 * The coefficients of the operator, as spatialStencil.ts, momentumStencil.ts and observe.ts make them, written to where the iteration
 * reads them; read it beside those. Diffusion is a power of rigidity here, so that nothing has to be asked of the page for each cell.
 */
enum { subdivisions = 4, mostTerms = 32 };
static const double simpson[5] = {1. / 12, 4. / 12, 2. / 12, 4. / 12, 1. / 12};

/* Heights, momenta and rates of a problem, as PowerTerms (compiledTerms.ts) writes them. */
static struct {
  size heights, nodes, losses, sinks, medium, slopesOfHalves, slopes;
  const double *faces, *centres, *fine;
  const double *speed, *logRigidity, *source;
  const double *slope;
  const double *halfFirst, *halfSlope, *halfShare, *halfWind;
  const double *cellFirst, *cellSlope, *cellFactor;
  const double *windAtCentre;
  const double *lossRate, *sinkRate, *lossMedium, *sinkMedium, *sourceMedium;
  /* The indices among these as whole numbers, and shares times the lengths of halves. */
  size *first, *slopeAt, *cellsFirst, *slopeAtCell;
  double *length;
  /* At one momentum: D and 1/D per slope; resistance, drift and mean D of each half of a cell; Dpp/p^2 per height. */
  double *diffusion, *inverse, *resistance, *drift, *mean, *acceleration;
} terms;

static const double *cursor;
static const double *take(size count) {
  const double *at = cursor;
  cursor += count;
  return at;
}

/* Room for a problem's terms, to be written in the order in which they are taken here; 0 if memory does not suffice. */
double *describe(size heights, size nodes, size losses, size sinks, size medium, size slopesOfHalves, size slopes,
                 size halfPoints, size cellPoints) {
  if (losses + sinks > mostTerms) return 0;
  size count = 2 * heights + 1 + 4 * nodes + slopes + 2 * heights + 1 + 3 * halfPoints + heights + 1 + 2 * cellPoints +
               heights + (losses + sinks) * (nodes + medium) + medium;
  double *at = doubles(count);
  if (!at) return 0;
  cursor = at;
  terms.heights = heights;
  terms.nodes = nodes;
  terms.losses = losses;
  terms.sinks = sinks;
  terms.medium = medium;
  terms.slopesOfHalves = slopesOfHalves;
  terms.slopes = slopes;
  terms.faces = take(heights + 1);
  terms.centres = take(heights);
  terms.fine = take(nodes);
  terms.speed = take(nodes);
  terms.logRigidity = take(nodes);
  terms.source = take(nodes);
  terms.slope = take(slopes);
  terms.halfFirst = take(2 * heights + 1);
  terms.halfSlope = take(halfPoints);
  terms.halfShare = take(halfPoints);
  terms.halfWind = take(halfPoints);
  terms.cellFirst = take(heights + 1);
  terms.cellSlope = take(cellPoints);
  terms.cellFactor = take(cellPoints);
  terms.windAtCentre = take(heights);
  terms.lossRate = take(losses * nodes);
  terms.sinkRate = take(sinks * nodes);
  terms.lossMedium = take(losses * medium);
  terms.sinkMedium = take(sinks * medium);
  terms.sourceMedium = take(medium);
  if (!(terms.first = room((2 * heights + 1 + halfPoints + heights + 1 + cellPoints) * sizeof(size)))) return 0;
  terms.slopeAt = terms.first + 2 * heights + 1;
  terms.cellsFirst = terms.slopeAt + halfPoints;
  terms.slopeAtCell = terms.cellsFirst + heights + 1;
  if (!(terms.length = doubles(halfPoints))) return 0;
  if (!(terms.diffusion = doubles(slopes + 1))) return 0;
  if (!(terms.inverse = doubles(slopes + 1))) return 0;
  if (!(terms.resistance = doubles(2 * heights + 2))) return 0;
  if (!(terms.drift = doubles(2 * heights + 2))) return 0;
  if (!(terms.mean = doubles(2 * heights))) return 0;
  if (!(terms.acceleration = doubles(heights))) return 0;
  terms.resistance[2 * heights] = terms.drift[2 * heights] = 0;
  return at;
}

static void whole(const double *from, size *to, size count) {
  for (size i = 0; i < count; i++) to[i] = (size)from[i];
}

/* Once the terms are written. */
static void indexTerms(void) {
  whole(terms.halfFirst, terms.first, 2 * terms.heights + 1);
  whole(terms.cellFirst, terms.cellsFirst, terms.heights + 1);
  whole(terms.halfSlope, terms.slopeAt, terms.first[2 * terms.heights]);
  whole(terms.cellSlope, terms.slopeAtCell, terms.cellsFirst[terms.heights]);
  for (size half = 0; half < 2 * terms.heights; half++)
    for (size i = terms.first[half]; i < terms.first[half + 1]; i++)
      terms.length[i] = terms.halfShare[i] * (0.5 * (terms.faces[(half >> 1) + 1] - terms.faces[half >> 1]));
}

/* Fills what `terms` has room for, at a fine node. */
static void layersAt(size f, int withAcceleration) {
  size count = withAcceleration ? terms.slopes : terms.slopesOfHalves;
  double speed = terms.speed[f], log = terms.logRigidity[f];
  for (size s = 0; s < count; s += 2) {
    pair d = speed * expOf(*(const pair *)(terms.slope + s) * log);
    *(pair *)(terms.diffusion + s) = d;
    *(pair *)(terms.inverse + s) = 1 / d;
  }
  for (size half = 0; half < 2 * terms.heights; half++) {
    double resistance = 0, drift = 0, mean = 0;
    for (size i = terms.first[half]; i < terms.first[half + 1]; i++) {
      size slope = terms.slopeAt[i];
      double part = terms.length[i] * terms.inverse[slope];
      resistance += part;
      drift += part * terms.halfWind[i];
      mean += terms.halfShare[i] * terms.diffusion[slope];
    }
    terms.resistance[half] = resistance;
    terms.drift[half] = drift;
    terms.mean[half] = mean;
  }
  if (!withAcceleration) return;
  for (size j = 0; j < terms.heights; j++) {
    double a = 0;
    for (size i = terms.cellsFirst[j]; i < terms.cellsFirst[j + 1]; i++)
      a += terms.cellFactor[i] * terms.inverse[terms.slopeAtCell[i]];
    terms.acceleration[j] = a;
  }
}

/* A quantity solved on another grid: radii, heights and momenta of its cell centres, then itself. */
static struct {
  size radii, heights, momenta;
  double *r, *z, *x, *g;
} before;

/* Room for it, in the same order; 0 if memory does not suffice. */
double *known(size nr, size nz, size nk) {
  double *at = doubles(nr + nz + nk + nr * nz * nk);
  if (!at) return 0;
  before.radii = nr;
  before.heights = nz;
  before.momenta = nk;
  before.r = at;
  before.z = at + nr;
  before.x = before.z + nz;
  before.g = before.x + nk;
  return at;
}

/* The grid of the problem, apart from what `terms` has: written by the page. Ends where the problem's own room ends. */
static double *rCentres, *xFaces, *xCentres, *weight, *rowScale;
static double *inCells, *atFaces, *cellScale, *accelerationAtFace;
static size ownEnd;

/* Room for r centres, momentum faces and centres, weight, rates of rows; 0 if memory does not suffice. After begin. */
double *spectra(void) {
  ownEnd = top;
  size nodes = subdivisions * momenta + 1;
  double *at = doubles(radii + 2 * momenta + 1 + 2 * nodes);
  if (!at) return 0;
  rCentres = at;
  xFaces = rCentres + radii;
  xCentres = xFaces + momenta + 1;
  weight = xCentres + momenta;
  rowScale = weight + nodes;
  if (!(inCells = doubles(cells))) return 0;
  if (!(atFaces = doubles(cells + plane))) return 0;
  if (!(cellScale = doubles(momenta))) return 0;
  if (!(accelerationAtFace = doubles(heights * (momenta + 1)))) return 0;
  return at;
}

static size nodeBelow(const double *x, size count, double at) {
  size low = 0, high = count - 1;
  while (high - low > 1) {
    size middle = (low + high) >> 1;
    if (x[middle] <= at)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* The lower neighbour of `at` and its share, constant beyond the ends. */
static size neighbour(const double *from, size count, double at, double *share) {
  size low = nodeBelow(from, count, at);
  double value = (from[low + 1] - at) / (from[low + 1] - from[low]);
  *share = value < 0 ? 0 : value > 1 ? 1 : value;
  return low;
}

/* What is known, on the radii and heights of the problem and its own momenta, in rows with padding (of ones). */
static double *resampleInSpace(void) {
  double *out = doubles(before.momenta * plane), *share = doubles(radii), *below = doubles(radii);
  if (!out || !share || !below) return 0;
  for (size i = 0; i < radii; i++)
    below[i] = neighbour(before.r, before.radii, rCentres[i], &share[i]);
  for (size j = 0; j < heights; j++) {
    double v;
    size low = neighbour(before.z, before.heights, terms.centres[j], &v);
    for (size k = 0; k < before.momenta; k++) {
      const double *row = before.g + (k * before.heights + low) * before.radii, *next = row + before.radii;
      double *to = out + (k * heights + j) * padded;
      for (size i = 0; i < radii; i++) {
        size b = (size)below[i];
        double u = share[i];
        to[i] = v * (u * row[b] + (1 - u) * row[b + 1]) + (1 - v) * (u * next[b] + (1 - u) * next[b + 1]);
      }
      for (size i = radii; i < padded; i++) to[i] = 1;
    }
  }
  return out;
}

static void clearPadding(double *values) {
  for (size row = 0; row < heights * momenta; row++)
    for (size i = radii; i < padded; i++) values[row * padded + i] = 0;
}

/* The first guess is what is known. See resample. 0 if memory does not suffice. */
int startFromKnown(void) {
  const double *between = resampleInSpace();
  if (!between) return 0;
  for (size k = 0; k < momenta; k++) {
    double t;
    const double *lower = between + neighbour(before.x, before.momenta, xCentres[k], &t) * plane;
    for (size c = 0; c < plane; c++) g[k * plane + c] = t * lower[c] + (1 - t) * lower[plane + c];
  }
  clearPadding(g);
  return 1;
}

/* The first guess is the shape, or nothing. */
void startFromShape(void) {
  for (size c = 0; c < cells; c++) g[c] = inCells[c];
  clearPadding(g);
}
void startFromZero(void) {
  for (size c = 0; c < cells; c++) g[c] = 0;
}

/* e to the cubic through the logarithms of four planes. See cubicShares. */
static void expOfCubic(const double *logs, double at, double *to) {
  const double *x = before.x;
  int first = (int)nodeBelow(x, before.momenta, at) - 1, last = (int)before.momenta - 4;
  first = first > last ? last : first;
  first = first < 0 ? 0 : first;
  double share[4];
  for (int a = 0; a < 4; a++) {
    double product = 1;
    for (int b = 0; b < 4; b++)
      if (b != a) product *= (at - x[first + b]) / (x[first + a] - x[first + b]);
    share[a] = product;
  }
  const double *from = logs + (size)first * plane;
  for (size c = 0; c < plane; c += 2) {
    pair sum = both(0);
    for (size a = 0; a < 4; a++) sum += share[a] * *(const pair *)(from + a * plane + c);
    *(pair *)(to + c) = expOf(sum);
  }
}

/* The shape is what is known. See resampleShape. 0 if memory does not suffice. */
int shapeFromKnown(double smallest, double largest) {
  double *logs = resampleInSpace();
  if (!logs) return 0;
  for (size c = 0; c < before.momenta * plane; c += 2)
    *(pair *)(logs + c) = logOf(bounded(*(pair *)(logs + c), smallest, largest));
  for (size k = 0; k <= momenta; k++) expOfCubic(logs, xFaces[k], atFaces + k * plane);
  for (size k = 0; k < momenta; k++) {
    double *at = inCells + k * plane;
    expOfCubic(logs, xCentres[k], at);
    double share[5], total = 0;
    for (size s = 0; s < 5; s++) total += share[s] = simpson[s] * weight[k * subdivisions + s];
    double lower = (share[0] + 0.375 * share[1] - 0.125 * share[3]) / total;
    double centre = (0.75 * share[1] + share[2] + 0.75 * share[3]) / total;
    double upper = (share[4] + 0.375 * share[3] - 0.125 * share[1]) / total;
    const double *low = atFaces + k * plane, *high = low + plane;
    for (size c = 0; c < plane; c++) {
      double average = lower * low[c] + centre * at[c] + upper * high[c];
      at[c] = average > 0 ? average : at[c];
    }
  }
  return 1;
}

/* The shape is given: its cells, then its faces, rows without padding. Room for them; 0 if memory does not suffice. */
double *shapeRoom(void) { return doubles(radii * heights * (2 * momenta + 1)); }
void shapeFrom(const double *from) {
  for (size row = 0; row < heights * (2 * momenta + 1); row++) {
    double *to = row < heights * momenta ? inCells + row * padded : atFaces + (row - heights * momenta) * padded;
    for (size i = 0; i < radii; i++) to[i] = from[row * radii + i];
    for (size i = radii; i < padded; i++) to[i] = 1;
  }
}

static double weighted(size k, const double *f) {
  double sum = 0;
  for (size s = 0; s <= subdivisions; s++)
    sum += simpson[s] * weight[k * subdivisions + s] * f[k * subdivisions + s];
  return sum * (xFaces[k + 1] - xFaces[k]);
}

static void assembleVertical(void) {
  for (size row = 0; row < heights * momenta; row++) {
    lateral[row] = down[row] = up[row] = vertical[row] = 0;
    if (wind) wind[row] = 0;
  }
  for (size k = 0; k < momenta; k++) {
    double width = xFaces[k + 1] - xFaces[k];
    for (size s = 0; s <= subdivisions; s++) {
      size fine = k * subdivisions + s;
      double share = simpson[s] * width * weight[fine] * cellScale[k];
      if (s > 0 || k == 0) {
        int isFace = s % subdivisions == 0;
        layersAt(fine, isFace);
        if (isFace)
          for (size j = 0; j < heights; j++)
            accelerationAtFace[(fine / subdivisions) * heights + j] = terms.acceleration[j];
      }
      for (size j = 0; j < heights; j++) {
        size row = k * heights + j;
        lateral[row] += share * 0.5 * (terms.mean[2 * j] + terms.mean[2 * j + 1]);
        double flux = share / (terms.faces[j + 1] - terms.faces[j]);
        double above = flux / (terms.resistance[2 * j + 1] + terms.resistance[2 * j + 2]);
        double under = j ? flux / (terms.resistance[2 * j] + terms.resistance[2 * j - 1]) : 0;
        if (!wind) {
          up[row] += above;
          down[row] += under;
          continue;
        }
        wind[row] += share * terms.windAtCentre[j];
        double driftAbove = terms.drift[2 * j + 1] + terms.drift[2 * j + 2];
        double driftBelow = j ? terms.drift[2 * j] + terms.drift[2 * j - 1] : 0;
        pair ofAbove = bernoulliOf((pair){-driftAbove, driftAbove});
        pair ofBelow = bernoulliOf((pair){-driftBelow, driftBelow});
        double leaving = above * ofAbove[0];
        up[row] += j < heights - 1 ? above * ofAbove[1] : leaving;
        down[row] += under * ofBelow[0];
        vertical[row] += leaving + under * ofBelow[1];
      }
    }
  }
  if (!wind)
    for (size row = 0; row < heights * momenta; row++) vertical[row] = down[row] + up[row];
}

/* Rows of media with padding. */
static double *spreadMedia(const double *from, size count) {
  double *to = doubles(count * plane);
  if (!to) return 0;
  for (size row = 0; row < count * heights; row++) {
    for (size i = 0; i < radii; i++) to[row * padded + i] = from[row * radii + i];
    for (size i = radii; i < padded; i++) to[row * padded + i] = 0;
  }
  return to;
}

static double logSlope(size at) {
  size below = at ? at - 1 : 0, above = at + 1 < terms.nodes ? at + 1 : at;
  return log1(weight[above] / weight[below]) / (terms.fine[above] - terms.fine[below]);
}

/* What flows through one face of the momentum cells: faceFluxes and addFace in one. */
static void addFace(size face, const double *media, double planeLoss, int isFitted) {
  size fine = face * subdivisions;
  int isHighest = face == momenta - 1;
  double fluxes[mostTerms];
  for (size l = 0; l < terms.losses; l++) fluxes[l] = terms.lossRate[l * terms.nodes + fine] * weight[fine];
  double distance = face ? xCentres[face] - xCentres[face - 1] : 1;
  double slope = logSlope(fine);
  double drift = (3 - slope) * distance;
  double extrapolation =
      isHighest || isFitted ? 0 : (xCentres[face] - xFaces[face]) / (xCentres[face + 1] - xCentres[face]);
  double scale = cellScale[face], scaleBelow = face ? cellScale[face - 1] : 0;
  for (size j = 0; j < heights; j++) {
    double a = face ? accelerationAtFace[face * heights + j] : 0;
    double flux = (a * weight[fine]) / distance;
    size start = face * plane + j * padded;
    const double *far = inCells + start + (isHighest ? 0 : plane), *near = inCells + start;
    const double *under = face ? near - plane : near, *at = atFaces + start;
    double *b = below + start, *m = middle + start, *ab = above + start;
    double *mUnder = m - plane, *abUnder = ab - plane, *secondUnder = secondAbove + start - plane;
    for (size i = 0; i < padded; i += 2) {
#define PAIR(of) (*(pair *)((of) + i))
#define GIVEN(of) (*(const pair *)((of) + i))
      pair downward = both(0);
      for (size l = 0; l < terms.losses; l++) downward += GIVEN(media + l * plane + j * padded) * fluxes[l];
      pair bend = both(0);
      if (a != 0 || (planeLoss > 0 && j == 0)) bend = logOf(GIVEN(near) / GIVEN(under));
      if (planeLoss > 0 && j == 0) {
        pair rise = terms.drift[0] - planeLoss * (slope + bend / distance) * terms.resistance[0];
        rise = select(rise > both(0), rise, both(0));
        downward += (planeLoss * weight[fine]) / terms.faces[1] / bernoulliOf(-2 * rise);
      }
      downward *= GIVEN(at);
      pair upward = both(0), fromNear = downward;
      if (a != 0) {
        pair diffusive = flux * GIVEN(at);
        pair peclet = drift - bend - downward / diffusive;
        pair share = bernoulliOf(peclet);
        upward = diffusive * (share + peclet);
        downward = diffusive * share;
        fromNear = select(peclet < both(0), diffusive * (peclet + 2 * share - 2), both(0));
      }
      upward /= GIVEN(under);
      pair extra = extrapolation * fromNear;
      pair fromFar = extra / GIVEN(far);
      pair whole = (extra + downward) / GIVEN(near);
      PAIR(m) += scale * whole;
      PAIR(ab) -= scale * fromFar;
      PAIR(b) = -scale * upward;
      if (face) {
        PAIR(mUnder) += scaleBelow * upward;
        PAIR(abUnder) -= scaleBelow * whole;
        PAIR(secondUnder) = scaleBelow * fromFar;
      }
    }
  }
}

/*
 * Writes the operator and its right-hand side, and gives back the room of all that it was made from.
 *
 * from: the first momentum cell that injects. isFitted: losses of first order. 0 if memory does not suffice.
 */
int assemble(double planeLoss, size from, int isFitted) {
  const double *lossMedia = spreadMedia(terms.lossMedium, terms.losses);
  const double *sinkMedia = spreadMedia(terms.sinkMedium, terms.sinks);
  const double *sources = spreadMedia(terms.sourceMedium, 1);
  double *ones = doubles(terms.nodes);
  if (!lossMedia || !sinkMedia || !sources || !ones) return 0;
  indexTerms();
  for (size f = 0; f < terms.nodes; f++) ones[f] = 1;
  for (size k = 0; k < momenta; k++) {
    double integral = weighted(k, ones);
    cellScale[k] = 1 / (integral * (weighted(k, rowScale) / integral));
  }
  assembleVertical();
  for (size k = 0; k < momenta; k++) {
    double injected = 0;
    if (k >= from) {
      for (size s = 0; s <= subdivisions; s++) injected += simpson[s] * terms.source[k * subdivisions + s];
      injected *= (xFaces[k + 1] - xFaces[k]) * cellScale[k];
    }
    double *b = below + k * plane, *m = middle + k * plane, *ab = above + k * plane, *second = secondAbove + k * plane;
    for (size c = 0; c < plane; c++) {
      rightHandSide[k * plane + c] = sources[c] * injected;
      b[c] = m[c] = ab[c] = second[c] = 0;
    }
    for (size s = 0; s < terms.sinks; s++) {
      double mean = weighted(k, terms.sinkRate + s * terms.nodes) * cellScale[k];
      for (size c = 0; c < plane; c++) m[c] += sinkMedia[s * plane + c] * mean;
    }
  }
  for (size face = 0; face < momenta; face++) {
    if (planeLoss > 0) layersAt(face * subdivisions, 0);
    addFace(face, lossMedia, planeLoss, isFitted);
  }
  clearPadding(below);
  clearPadding(middle);
  clearPadding(above);
  clearPadding(secondAbove);
  return 1;
}

/* Gives back the room of what a problem was made from. */
void assembled(void) { top = ownEnd; }
