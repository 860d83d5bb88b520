/** Bounds of errors in per cent, as people write them: 0.3 %, 1.4 %, 12 %. */

/** Below this nothing is promised (per cent). */
const smallest = 0.1;
/** Up to this a tenth is told (per cent). */
const lastWithTenths = 2;
/** A bound beyond this says nothing (per cent). */
const largest = 1000;
/** Numbers that are whole but for their rounding stay as they are. */
const rounding = 1e-9;

/** A relative bound, rounded up so that it stays one; "unknown" where it says nothing. */
export function boundText(share: number): string {
  const percent = 100 * share;
  if (!(percent <= largest)) return 'unknown';
  const steps = percent <= lastWithTenths ? 10 : 1;
  return `${Math.max(smallest, Math.ceil(percent * steps - rounding) / steps)} %`;
}

/** "off by up to 4 %". */
export function offText(share: number): string {
  const bound = boundText(share);
  return bound === 'unknown' ? 'off by an unknown amount' : `off by up to ${bound}`;
}
