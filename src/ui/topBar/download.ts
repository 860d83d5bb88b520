/** Hands a file made on this page to the browser's downloads. */

/** The browser needs the address until it has begun to write (milliseconds). */
const keptFor = 10_000;

export function download(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
