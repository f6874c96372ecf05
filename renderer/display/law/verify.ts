/** Whether the station signed these rules. In plain script: a page on the office network has no secure context, so no WebCrypto. */
import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { Rulebook, type SignedRulebook } from '../../../electron/contract/records/rulebook';

hashes.sha512 = sha512;

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

/** The book, or null where its signature does not hold or it cannot be read. */
export function readBook({ text, signature, publicKey }: SignedRulebook): Rulebook | null {
  try {
    if (!verify(bytesOf(signature), new TextEncoder().encode(text), bytesOf(publicKey))) return null;
    return Rulebook.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
