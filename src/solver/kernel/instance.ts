function decode(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  return Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** An instance of a compiled module, or null where WebAssembly with vectors is not to be had: then the readable iteration solves. */
export function instanceOf<Exports>(base64: string): Exports | null {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(decode(base64)));
    // The cast states what the module's source exports.
    return exports as unknown as Exports;
  } catch {
    return null;
  }
}
