import { isRatio, type ObservableId, observables } from '../model/observables';
import { particles } from '../model/particles';

/** What a figure is called. */
export function figureName(id: ObservableId): string {
  const name = id === 'p' || id === 'e-' ? particles[id].singular : observables[id].name;
  return isRatio(id) ? name : `${name} spectrum`;
}
