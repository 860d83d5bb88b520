/* Full matrices, for the slab. */

static void factorBlock(double *block, size n) {
  for (size p = 0; p < n; p++) {
    double inverse = 1 / block[p * n + p];
    for (size i = p + 1; i < n; i++) {
      double multiplier = block[i * n + p] *= inverse;
      for (size q = p + 1; q < n; q++) block[i * n + q] -= multiplier * block[p * n + q];
    }
  }
}

/* Several right-hand sides at once: rows of `count` numbers. */
static void solveFactored(const double *block, size n, double *v, size count) {
  for (size i = 1; i < n; i++)
    for (size p = 0; p < i; p++) {
      double factor = block[i * n + p];
      const double *__restrict from = v + p * count;
      double *__restrict to = v + i * count;
      for (size c = 0; c < count; c++) to[c] -= factor * from[c];
    }
  for (size i = n; i-- > 0;) {
    double *__restrict to = v + i * count;
    for (size q = i + 1; q < n; q++) {
      double factor = block[i * n + q];
      const double *__restrict from = v + q * count;
      for (size c = 0; c < count; c++) to[c] -= factor * from[c];
    }
    double pivot = block[i * n + i];
    for (size c = 0; c < count; c++) to[c] /= pivot;
  }
}
