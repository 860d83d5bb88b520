/** DRAGON's curves on the page: fetched once, when a view first asks for them. */
import { type DragonCurves, dragonAddress, parseDragonCurves } from '../../measurements/dragonCurves';
import type { Result } from '../../measurements/tableTypes';

export async function fetchDragonCurves(address: string): Promise<Result<DragonCurves>> {
  try {
    const response = await fetch(address);
    if (!response.ok)
      return { ok: false, reason: `DRAGON's curves could not be loaded (${response.status}).` };
    return parseDragonCurves(await response.json());
  } catch {
    return { ok: false, reason: "DRAGON's curves could not be loaded. Check the connection." };
  }
}

let loading: Promise<Result<DragonCurves>> | null = null;

/** A failed attempt is not kept: the next view tries again. */
export function loadDragonCurves(): Promise<Result<DragonCurves>> {
  loading ??= fetchDragonCurves(dragonAddress).then((result) => {
    if (!result.ok) loading = null;
    return result;
  });
  return loading;
}
