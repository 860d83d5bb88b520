/* The slab, as slab.ts solves it; read it beside that. Its terms are those of assembly.c, with media that are columns. */

static double exp1(double x) { return expOf(bounded(both(x), -700, 700))[0]; }

/* Forgets whatever stands in the memory. */
void clear(void) { top = (size)&__heap_base; }

/* What height and the sinks do at a node, times a width, as a full matrix; returns the resistance of the halo. See heightStencil. */
static double heightStencil(size f, double width, double lateralDecay, double *block) {
  size nz = terms.heights;
  double resistance = 0, rise = 0;
  for (size i = 0; i < nz * nz; i++) block[i] = 0;
  for (size j = 0; j < nz; j++) {
    for (size half = 2 * j; half <= 2 * j + 1; half++) {
      resistance += terms.resistance[half] * exp1(-rise) / bernoulliOf(both(-terms.drift[half]))[0];
      rise += terms.drift[half];
    }
    double removal = lateralDecay * (0.5 * terms.mean[2 * j] + 0.5 * terms.mean[2 * j + 1]);
    for (size s = 0; s < terms.sinks; s++)
      removal += terms.sinkMedium[s * terms.medium + j] * terms.sinkRate[s * terms.nodes + f];
    block[j * nz + j] = width * removal;
  }
  for (size j = 0; j < nz; j++) {
    double conductance = width / (terms.resistance[2 * j + 1] + terms.resistance[2 * j + 2]);
    double drift = terms.drift[2 * j + 1] + terms.drift[2 * j + 2];
    pair way = bernoulliOf((pair){-drift, drift});
    double rises = conductance * way[0], sinks = conductance * way[1];
    double thickness = terms.faces[j + 1] - terms.faces[j];
    size here = j * nz + j;
    block[here] += rises / thickness;
    if (j == nz - 1) continue;
    double next = terms.faces[j + 2] - terms.faces[j + 1];
    block[here + nz + 1] += sinks / next;
    block[here + 1] -= sinks / thickness;
    block[here + nz] -= rises / next;
  }
  return resistance;
}

/*
 * Density per (node, height), then the rate at each node; 0 if memory does not suffice. Terms are described before.
 *
 * firstInjecting: the first node that injects.
 */
double *slab(int firstInjecting, double lateralDecay, double planeLoss) {
  size nz = terms.heights, count = terms.nodes, area = nz * nz;
  const double *fine = terms.fine;
  double *density = doubles(count * nz + count), *factors = doubles(count * area), *resistance = doubles(count);
  double *goesUp = doubles(count * nz), *goesDown = doubles(count * nz), *loss = doubles(count * nz);
  double *acceleration = doubles(count * nz), *cooled = doubles(count), *columns = doubles(area);
  if (!density || !factors || !resistance || !goesUp || !goesDown || !loss || !acceleration || !cooled || !columns)
    return 0;
  indexTerms();

  for (size f = 0; f < count; f++) {
    double left = f ? 0.5 * (fine[f - 1] + fine[f]) : fine[0];
    double right = f + 1 < count ? 0.5 * (fine[f] + fine[f + 1]) : fine[f];
    layersAt(f, 1);
    resistance[f] = heightStencil(f, right - left, lateralDecay, factors + f * area);
    for (size j = 0; j < nz; j++) {
      double sum = 0;
      for (size l = 0; l < terms.losses; l++)
        sum += terms.lossMedium[l * terms.medium + j] * terms.lossRate[l * terms.nodes + f];
      loss[f * nz + j] = sum;
      acceleration[f * nz + j] = terms.acceleration[j];
    }
    loss[f * nz] += planeLoss / terms.faces[1];
  }

  /* See injectedAbove and couplingsInMomentum. */
  cooled[count - 1] = terms.source[count - 1] * (fine[count - 1] - fine[count - 2]);
  for (size f = count - 1; f-- > 0;) {
    double injected = (int)f >= firstInjecting ? 0.5 * (terms.source[f] + terms.source[f + 1]) : 0;
    cooled[f] = cooled[f + 1] + injected * (fine[f + 1] - fine[f]);
  }
  for (size f = 0; f + 1 < count; f++) {
    double step = fine[f + 1] - fine[f];
    double ratio = (cooled[f] * loss[(f + 1) * nz]) / (cooled[f + 1] * loss[f * nz]);
    double rise = ratio > 0 && ratio < __builtin_inf() ? __builtin_sqrt(ratio) : 1;
    for (size here = f * nz; here < (f + 1) * nz; here++) {
      double a = 0.5 * (acceleration[here] + acceleration[here + nz]);
      double drift = 3 * a - 0.5 * (loss[here] + loss[here + nz]);
      goesUp[here] = 0;
      goesDown[here] = -drift * rise;
      if (!(a > 0)) continue;
      double peclet = (drift * step) / a;
      pair ways = bernoulliOf((pair){peclet, -peclet});
      double upwind = peclet < 0 ? peclet + 2 * ways[0] - 2 : 0;
      goesDown[here] = (a / step) * (ways[0] + upwind * (rise - 1));
      goesUp[here] = (a / step) * ways[1];
    }
  }

  for (size f = count; f-- > 0;) {
    double left = f ? 0.5 * (fine[f - 1] + fine[f]) : fine[0];
    double right = f + 1 < count ? 0.5 * (fine[f] + fine[f + 1]) : fine[f];
    double injecting = (int)f > firstInjecting ? right - left : (int)f == firstInjecting ? right - fine[f] : 0;
    double *block = factors + f * area;
    int hasAbove = f + 1 < count;
    for (size j = 0; j < nz; j++) {
      size here = f * nz + j;
      block[j * nz + j] += (f ? goesDown[here - nz] : loss[j]) + (hasAbove ? goesUp[here] : 0);
      density[here] = terms.sourceMedium[j] * terms.source[f] * injecting;
    }
    if (hasAbove) {
      const double *above = factors + (f + 1) * area;
      for (size j = 0; j < nz; j++) columns[j] = density[(f + 1) * nz + j];
      solveFactored(above, nz, columns, 1);
      int comesUp = 0;
      for (size j = 0; j < nz; j++) {
        density[f * nz + j] += goesDown[f * nz + j] * columns[j];
        comesUp |= goesUp[f * nz + j] != 0;
      }
      if (comesUp) {
        for (size i = 0; i < area; i++) columns[i] = 0;
        for (size i = 0; i < nz; i++) columns[i * nz + i] = goesUp[f * nz + i];
        solveFactored(above, nz, columns, nz);
        for (size j = 0; j < nz; j++)
          for (size i = 0; i < nz; i++) block[j * nz + i] -= goesDown[f * nz + j] * columns[j * nz + i];
      }
    }
    factorBlock(block, nz);
  }
  for (size f = 0; f < count; f++) {
    double *here = density + f * nz;
    if (f)
      for (size j = 0; j < nz; j++) here[j] += goesUp[(f - 1) * nz + j] * here[(int)j - (int)nz];
    solveFactored(factors + f * area, nz, here, 1);
  }

  /* See rates. */
  double *rate = density + count * nz, disc = 0;
  for (size j = 0; j < nz; j++)
    disc += (terms.sourceMedium[j] / terms.sourceMedium[0]) * (terms.faces[j + 1] - terms.faces[j]);
  for (size f = 0; f < count; f++) {
    double sum = 1 / resistance[f];
    for (size j = 0; j < nz; j++) {
      double each = loss[f * nz + j];
      for (size s = 0; s < terms.sinks; s++)
        each += terms.sinkMedium[s * terms.medium + j] * terms.sinkRate[s * terms.nodes + f];
      sum += (each * (terms.faces[j + 1] - terms.faces[j]) * density[f * nz + j]) / density[f * nz];
    }
    rate[f] = sum / disc;
  }
  return density;
}
