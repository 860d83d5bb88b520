/**
 * Sweeps over many models: a fixed sample in `npm test`, the same seed further in `npm run sweeps`, which `npm run verify` begins
 * with.
 */
export const isLong = import.meta.env.MODE === 'long';

/** How many models, or steps: the short sample is the beginning or the middle of the long one. */
export const many = (short: number, long: number): number => (isLong ? long : short);
