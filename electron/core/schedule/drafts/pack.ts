/** All bookings of one moment as a small text, and back. In turns: a thousand bookings are near 1 MB of JSON. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip, gzipSync } from 'node:zlib';
import { Booking } from '../../../contract/records/booking';
import { contentOf } from '../../../domain/drafts';
import { atOnce, type Steps } from '../../../domain/steps';
import { inTurns } from '../../loop';

export interface Packed {
  packed: string;
  digest: string;
  bookings: number;
}

/** Bookings between two pauses: about a millisecond. */
const STEP = 100;

export async function pack(bookings: readonly Booking[]): Promise<Packed> {
  const { text, digest } = await inTurns(written(bookings));
  return packedOf(await promisify(gzip)(text), digest, bookings);
}

/** For those who cannot wait: holds the loop for as long as it takes. */
export function packNow(bookings: readonly Booking[]): Packed {
  const { text, digest } = atOnce(written(bookings));
  return packedOf(gzipSync(text), digest, bookings);
}

const packedOf = (zipped: Buffer, digest: string, { length }: readonly Booking[]): Packed => ({
  packed: zipped.toString('base64'),
  digest,
  bookings: length,
});

/** @throws when it is not what `pack` made */
export async function unpack(packed: string): Promise<Booking[]> {
  const text = await promisify(gunzip)(Buffer.from(packed, 'base64'));
  return inTurns(read(text.toString()));
}

function* written(bookings: readonly Booking[]): Steps<{ text: string; digest: string }> {
  const hash = createHash('sha1');
  const lines: string[] = [];
  for (const [index, booking] of bookings.entries()) {
    hash.update(contentOf(booking)).update('\n');
    lines.push(JSON.stringify(booking));
    if (index % STEP === STEP - 1) yield;
  }
  return { text: lines.join('\n'), digest: hash.digest('hex') };
}

function* read(text: string): Steps<Booking[]> {
  const bookings: Booking[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line !== '') bookings.push(Booking.parse(JSON.parse(line)));
    if (index % STEP === STEP - 1) yield;
  }
  return bookings;
}
