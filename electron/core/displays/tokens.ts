/** Secrets of displays: random, kept as hashes only. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 bits as 43 characters that stand in a URL or a header as they are. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Read from a panel across a square and typed on a phone: nothing that looks like something else (I L O 0 1 U V). */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const CODE_LENGTH = 6;

export function newPairingCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
