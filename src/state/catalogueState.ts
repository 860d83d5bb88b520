import type { MeasuredTable } from '../measurements/tableTypes';

/** The published data on the page: on their way, there, or not to be had. */
export type CatalogueState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly tables: readonly MeasuredTable[] }
  | { readonly kind: 'failed'; readonly message: string };
