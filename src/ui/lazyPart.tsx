/** A component that comes when it is first drawn. Goes into a `Panel`, which says so if it does not come. */
import { type ComponentType, type FunctionComponent, type LazyExoticComponent, lazy } from 'react';
import { loadPart, PartMissing } from '../parts/loadPart';

/** `lazyPart(() => import('./Table'), ({ Table }) => Table)`. */
export function lazyPart<Module extends object, Props extends object>(
  load: () => Promise<Module>,
  choose: (module: Module) => ComponentType<Props>,
): FunctionComponent<Props> {
  // React keeps a failed promise for ever: after a failure that was shown, another takes its place.
  const ask = (): LazyExoticComponent<ComponentType<Props>> => {
    const mine = lazy(async () => {
      try {
        return { default: choose(await loadPart(load)) };
      } catch (error) {
        if (error instanceof PartMissing)
          error.renew = () => {
            if (current === mine) current = ask();
          };
        throw error;
      }
    });
    return mine;
  };
  let current = ask();
  return function LazyPart(props: Props) {
    // The cast: React's own types do not let a generic component's props through.
    const Present = current as unknown as ComponentType<Props>;
    return <Present {...props} />;
  };
}
