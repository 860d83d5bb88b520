function decode(hexadecimal: string): Uint8Array<ArrayBuffer> {
  const codes = new TextEncoder().encode(hexadecimal);
  const bytes = new Uint8Array(codes.length / 2);
  // The last four bits of a digit are its value, of a letter what it is beyond nine.
  const value = (code: number) => (code & 15) + 9 * (code >> 6);
  for (let i = 0; i < bytes.length; i++) bytes[i] = 16 * value(codes[2 * i]!) + value(codes[2 * i + 1]!);
  return bytes;
}

/** An instance of a compiled module, or null where WebAssembly with vectors is not to be had: then the readable iteration solves. */
export function instanceOf<Exports>(hexadecimal: string): Exports | null {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(decode(hexadecimal)));
    // The cast states what the module's source exports.
    return exports as unknown as Exports;
  } catch {
    return null;
  }
}
