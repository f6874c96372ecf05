/**
 * 48 bits over a row of whole numbers, after cyrb53 (public domain): two lanes of multiply and xor, mixed at the end.
 * For telling accidental differences apart, not for secrets. SHA-256 for each quarter of an hour cost more than the
 * compile itself.
 */
const WORD = 2 ** 32;

export interface Print {
  /** A whole number from 0 to 2^53 - 1. */
  add(value: number): void;
  /** Eight characters of base64. */
  text(): string;
}

export function createPrint(): Print {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const mix = (word: number) => {
    a = Math.imul(a ^ word, 0x9e3779b1);
    b = Math.imul(b ^ word, 0x5f356495);
    b = (b << 13) | (b >>> 19);
  };
  return {
    add(value) {
      mix(value | 0);
      mix(Math.floor(value / WORD));
    },
    text() {
      const one = settle(a, b);
      const two = settle(b, one);
      return text24(one) + text24(two);
    },
  };
}

const SIX_BITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const TWELVE_BITS = Array.from({ length: 4096 }, (_, bits) => `${SIX_BITS[bits >>> 6]}${SIX_BITS[bits & 63]}`);

/** The low 24 bits as base64. */
function text24(word: number): string {
  return `${TWELVE_BITS[(word >>> 12) & 4095]}${TWELVE_BITS[word & 4095]}`;
}

function settle(x: number, y: number): number {
  const once = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  return Math.imul(once ^ (once >>> 13), 0xc2b2ae35) ^ Math.imul(y ^ (y >>> 15), 0x27d4eb2f);
}
