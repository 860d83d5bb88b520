/**
 * A Vite plugin: tells the browser at once of what the page will surely ask for later. Plotly is evaluated only after
 * the first curves, but it comes over the network meanwhile; the data need not wait for the application.
 */
import type { Plugin } from 'vite';

export function preloadPlugin(): Plugin {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const plotly = Object.keys(bundle ?? {}).find((name) => /plotly-cartesian.*\.js$/.test(name));
        if (plotly === undefined) throw new Error('The build has no Plotly chunk.');
        return [
          {
            tag: 'link',
            attrs: { rel: 'preload', as: 'fetch', href: './data/catalogue.json', crossorigin: true },
            injectTo: 'head',
          },
          {
            tag: 'link',
            attrs: { rel: 'modulepreload', href: `./${plotly}`, crossorigin: true, fetchpriority: 'low' },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
