/** A Vite plugin: a build that warns fails. A warning that all learn to overlook hides the one that matters. */
import type { Plugin } from 'vite';

export function quietPlugin(): Plugin {
  let warnings = 0;
  return {
    name: 'quiet',
    apply: 'build',
    configResolved: ({ logger }) => {
      for (const kind of ['warn', 'warnOnce'] as const) {
        const print = logger[kind].bind(logger);
        logger[kind] = (message, options) => {
          warnings += 1;
          print(message, options);
        };
      }
    },
    closeBundle: {
      // After the reporter of the files' sizes.
      order: 'post',
      handler() {
        if (warnings > 0) throw new Error('The build warns, above: mend it, or allow it with a reason.');
      },
    },
  };
}
