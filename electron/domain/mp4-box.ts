/** ISO base media boxes (ISO/IEC 14496-12, 4.2) over bytes already in memory. Pure; every length is checked. */

export class Mp4Error extends Error {
  override name = 'Mp4Error';
}

/** A box by its place: `start` of the header, `body` of the content, `end` exclusive; all from the start of the bytes. */
export interface Box {
  type: string;
  start: number;
  body: number;
  end: number;
}

const LARGE_SIZE = 1;
const TO_THE_END = 0;

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Reads one box header at `start`. `limit` is where its parent (or the file) ends, which may lie beyond the bytes
 * held: a reader that skips `mdat` needs the header alone.
 * @throws Mp4Error where the header is cut short or its size is impossible.
 */
export function readHeader(bytes: Uint8Array, start: number, limit: number): Box {
  if (start + 8 > Math.min(limit, bytes.length)) throw new Mp4Error(`box header cut short at ${start}`);
  const view = viewOf(bytes);
  const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
  const size32 = view.getUint32(start);
  if (size32 === TO_THE_END) return { type, start, body: start + 8, end: limit };
  if (size32 !== LARGE_SIZE) return checked({ type, start, body: start + 8, end: start + size32 }, limit);
  if (start + 16 > bytes.length) throw new Mp4Error(`box header cut short at ${start}`);
  return checked({ type, start, body: start + 16, end: start + Number(view.getBigUint64(start + 8)) }, limit);
}

function checked(box: Box, limit: number): Box {
  if (box.end < box.body || box.end > limit) throw new Mp4Error(`box ${box.type} at ${box.start} has a wrong size`);
  return box;
}

/** The boxes lying side by side from `start` to `end`. */
export function boxesIn(bytes: Uint8Array, start = 0, end = bytes.length): Box[] {
  const boxes: Box[] = [];
  for (let at = start; at < end; ) {
    const box = readHeader(bytes, at, end);
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

export function childrenOf(bytes: Uint8Array, box: Box, skip = 0): Box[] {
  return boxesIn(bytes, box.body + skip, box.end);
}

/** Follows a path of types down from `box`; undefined where one is absent. */
export function findBox(bytes: Uint8Array, box: Box, ...path: string[]): Box | undefined {
  let found: Box | undefined = box;
  for (const type of path) found = found && childrenOf(bytes, found).find((child) => child.type === type);
  return found;
}

/** As findBox. @throws Mp4Error where the file lacks what every file must have. */
export function needBox(bytes: Uint8Array, box: Box, ...path: string[]): Box {
  const found = findBox(bytes, box, ...path);
  if (!found) throw new Mp4Error(`no ${path.join('/')} in ${box.type}`);
  return found;
}

/** Version and flags of a full box, and where its fields begin. */
export function fullBox(bytes: Uint8Array, box: Box): { version: number; flags: number; at: number } {
  if (box.body + 4 > box.end) throw new Mp4Error(`box ${box.type} cut short`);
  const word = viewOf(bytes).getUint32(box.body);
  return { version: word >>> 24, flags: word & 0xff_ffff, at: box.body + 4 };
}

/** A box made anew around `parts`. */
export function makeBox(type: string, parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length, 8);
  const made = new Uint8Array(size);
  viewOf(made).setUint32(0, size);
  for (let i = 0; i < 4; i++) made[4 + i] = type.charCodeAt(i);
  let at = 8;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}
