import type { MeasuredTable } from '../measurements/tableTypes';

/** The published data on the page: on their way, there, or not to be had. */
export type CatalogueState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly tables: readonly MeasuredTable[];
      /** Whether the second document, with nuclei and antiprotons, is among them; undefined until it was asked for. */
      readonly nuclei?: 'there' | 'missing';
    }
  | { readonly kind: 'failed'; readonly message: string };
