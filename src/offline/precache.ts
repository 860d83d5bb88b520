/**
 * What the build, the page and the service worker say to each other. Types only: code that two of them shared would
 * become a chunk, and the service worker is one file.
 */

/** Which files make the page, and a version that changes when one of them does. */
export interface Precache {
  readonly version: string;
  /** Addresses relative to the service worker, which lies beside index.html. */
  readonly files: readonly string[];
}

/** Stands in the service worker for the JSON of a `Precache`, until the build has all other files. */
export type PrecachePlaceholder = '%PRECACHE%';

/** The page sends this to a waiting service worker to put its version in charge. */
export type TakeOver = 'take over';
