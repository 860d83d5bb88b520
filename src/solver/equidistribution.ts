/**
 * Faces of cells whose widths follow a given function.
 *
 * The number of cells up to x is the integral of 1/width: a face stands where it reaches a whole number. It is summed over
 * equal steps and taken as linear within each.
 */

/** Steps of the sum; cells are a few of them wide at least. */
const samples = 600;

/** Integral of 1/width from `lower` to each of the ends of equal steps up to `upper`. */
function cellsUpTo(lower: number, upper: number, width: (x: number) => number): Float64Array {
  const cumulative = new Float64Array(samples + 1);
  const step = (upper - lower) / samples;
  for (let i = 0; i < samples; i++) {
    cumulative[i + 1] = cumulative[i]! + step / width(lower + (i + 0.5) * step);
  }
  return cumulative;
}

/** Where the number of cells, `scale` times over, is 0, 1, ... `count` - 1; then `upper` itself. */
function facesAt(
  lower: number,
  upper: number,
  cumulative: Float64Array,
  count: number,
  scale: number,
): Float64Array {
  const faces = new Float64Array(count + 1);
  const step = (upper - lower) / samples;
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

/**
 * Ascending faces from `lower` to `upper`, both exact, as many as `width` asks for: rounded at the end to a whole number of
 * at least `fewest` cells.
 */
export function equidistributedFaces(
  lower: number,
  upper: number,
  width: (x: number) => number,
  fewest: number,
): Float64Array {
  const cumulative = cellsUpTo(lower, upper, width);
  const count = Math.max(fewest, Math.round(cumulative[samples]!));
  return facesAt(lower, upper, cumulative, count, cumulative[samples]! / count);
}

/** `count` cells from `lower` to `upper`, both exact, whose widths are in the proportions of `width`. */
export function facesInProportion(
  lower: number,
  upper: number,
  width: (x: number) => number,
  count: number,
): Float64Array {
  const cumulative = cellsUpTo(lower, upper, width);
  return facesAt(lower, upper, cumulative, count, cumulative[samples]! / count);
}

/**
 * Ascending faces from `lower`, exact, up to the first at or above `upper`: widths are what is asked for, and where the last
 * cell ends is left open. So faces move continuously with the widths; a cell more comes in beyond the end.
 */
export function openEndedFaces(lower: number, upper: number, width: (x: number) => number): Float64Array {
  const cumulative = cellsUpTo(lower, upper, width);
  const count = Math.max(1, Math.ceil(cumulative[samples]!));
  const faces = facesAt(lower, upper, cumulative, count, 1);
  // The last cell is as wide as its share of it that lies below the end says.
  const rest = cumulative[samples]! - (count - 1);
  faces[count] = upper + (1 - rest) * width(upper);
  return faces;
}
