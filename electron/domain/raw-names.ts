/** The name of a file as the disk has it, in bytes: unpacked from an old ZIP or copied from an old drive it need not be UTF-8. */

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
export function nameOf(bytes: Uint8Array): { name: string; isUtf8: boolean } {
  try {
    return { name: UTF_8.decode(bytes), isUtf8: true };
  } catch {
    // ISO 8859-1, in which such names mostly are; it has a sign for each byte, so that two names never become one.
    return { name: String.fromCharCode(...bytes), isUtf8: false };
  }
}
