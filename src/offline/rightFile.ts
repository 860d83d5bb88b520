/**
 * Whether an answer is the file that the build meant, by status, type and content. Networks answer with other things:
 * a sign-in page with status 200, an error page of the host, half a file, a page with a script put into it; and caches
 * have been found with garbage in them. Runs in the service worker, and in the build, which takes the fingerprints.
 */

/** The message is a clause for people: "assets/katex.js answered 404". */
export class WrongFile extends Error {}

/** Kept with each copy, so that it can be checked when the version that kept it is no longer in charge. */
export const fingerprintHeader = 'x-fingerprint';

/**
 * The first 72 bits of SHA-256, in base64. Against accidents, for which that is plenty; whoever can change the files
 * on the server could change the list of fingerprints as well.
 */
export async function fingerprint(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest, 0, 9)));
}

/** What browsers insist on before they use a file of this kind. */
const insistedTypes: Readonly<Record<string, RegExp>> = {
  '/': /^text\/html/,
  '.js': /^(text|application)\/(x-)?(java|ecma)script/,
  '.css': /^text\/css/,
  '.svg': /^image\/svg\+xml/,
};

/** Of other kinds (JSON, the manifest) hosts say many things; only a web page is surely something else. */
function hasRightType(address: string, type: string): boolean {
  const [ending = ''] = /(\.\w+|\/)$/.exec(address) ?? [];
  const insisted = insistedTypes[ending];
  return insisted === undefined ? !type.includes('html') : insisted.test(type);
}

/**
 * The answer as it may be kept: whole, without the traces of its way here, so that a redirected one opens a page and
 * one with "Vary" can be stored and is found again. Reads the body of `response`. Rejects with `WrongFile` if it is not the file with
 * fingerprint `expected`.
 */
export async function rightFile(address: string, expected: string, response: Response): Promise<Response> {
  const name = address === './' ? 'the page itself' : address;
  // A partial answer (206) is not the file either.
  if (response.status !== 200) throw new WrongFile(`${name} answered ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  if (!hasRightType(address, type.toLowerCase())) throw new WrongFile(`${name} came as ${type || 'no type'}`);
  const bytes = await response.arrayBuffer();
  if ((await fingerprint(bytes)) !== expected) throw new WrongFile(`${name} is not as it was built`);
  const headers = new Headers(response.headers);
  headers.delete('vary');
  headers.set(fingerprintHeader, expected);
  return new Response(bytes, { headers });
}
