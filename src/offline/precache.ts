/**
 * What the build, the page and the service worker say to each other. Types only: code that the page and the service
 * worker shared would become a chunk, and the service worker loads none.
 */

/** Which files make the page, and a version that changes when one of them does. */
export interface Precache {
  readonly version: string;
  /**
   * Address, relative to the service worker, which lies beside index.html, to the fingerprint of the file's content
   * (src/offline/rightFile.ts). The page itself is "./".
   */
  readonly files: Readonly<Record<string, string>>;
}

/** Stands in the service worker for the version of its list, until the build has all other files. */
export type VersionPlaceholder = '%VERSION%';

/**
 * What the page says to a service worker. "take over": put the waiting version in charge. "at rest": this window has
 * what it started with, a good moment to let go of older versions.
 */
export type Wish = 'take over' | 'at rest';

/** What a service worker says to all windows when its installation fails. `reason` is a clause for people. */
export interface NotKept {
  readonly kind: 'not kept';
  readonly reason: string;
}
