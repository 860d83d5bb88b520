/** Faces of cells whose widths follow a given function, as closely as a whole number of cells allows. */

const samples = 2000;

/**
 * Ascending faces from `lower` to `upper`, both exact. The number of cells up to x is the integral of 1/width, rounded
 * at the end to a whole number of at least `fewest`.
 */
export function equidistributedFaces(
  lower: number,
  upper: number,
  width: (x: number) => number,
  fewest: number,
): Float64Array {
  const cumulative = new Float64Array(samples + 1);
  const step = (upper - lower) / samples;
  for (let i = 0; i < samples; i++) {
    cumulative[i + 1] = cumulative[i]! + step / width(lower + (i + 0.5) * step);
  }
  const count = Math.max(fewest, Math.round(cumulative[samples]!));
  const scale = cumulative[samples]! / count;
  const faces = new Float64Array(count + 1);
  let sample = 0;
  for (let face = 0; face < count; face++) {
    const target = face * scale;
    while (cumulative[sample + 1]! < target) sample++;
    const within = (target - cumulative[sample]!) / (cumulative[sample + 1]! - cumulative[sample]!);
    faces[face] = lower + (sample + within) * step;
  }
  faces[count] = upper;
  return faces;
}
