/** For tests: what a PDF has in it. */
import { inflateSync } from 'node:zlib';

/** All that is written in the file, its streams unpacked. */
export function insides(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: opening }) => {
    try {
      return inflateSync(bytes.subarray(index + opening.length)).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...streams].join('\n');
}
