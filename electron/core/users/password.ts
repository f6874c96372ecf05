/** Password hashes: scrypt, stored as `scrypt$N$r$p$salt$hash` with salt and hash in base64url. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** 32 MiB and some 80 ms a guess; the OWASP password storage sheet names N=2^15, r=8, p=3 as one of its minimums. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const MAX_MEMORY = 128 * 1024 * 1024;

/** Checked when there is no such user, so that the answer takes as long as for one who exists. */
const nobody = `scrypt$${COST.N}$${COST.r}$${COST.p}$${randomBytes(16).toString('base64url')}$${randomBytes(KEY_BYTES).toString('base64url')}`;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, KEY_BYTES, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether `password` is the one that was hashed. `stored` null is never right, and takes as long. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? nobody).split('$');
  const expected = Buffer.from(hash ?? '', 'base64url');
  if (expected.length === 0) return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await derive(password, Buffer.from(salt ?? '', 'base64url'), expected.length, cost);
  return timingSafeEqual(actual, expected) && stored !== null;
}

/** One at a time: each takes memory and a thread of the pool that also serves the disk. */
let last: Promise<unknown> = Promise.resolve();

function derive(password: string, salt: Buffer, bytes: number, cost: ScryptOptions): Promise<Buffer> {
  const next = last.then(() => run(password, salt, bytes, cost));
  last = next.catch(() => {});
  return next;
}

function run(password: string, salt: Buffer, bytes: number, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFC, so that one keyboard's "é" is another's.
    scrypt(password.normalize('NFC'), salt, bytes, { ...cost, maxmem: MAX_MEMORY }, (fault, key) =>
      fault ? reject(fault) : resolve(key),
    );
  });
}
