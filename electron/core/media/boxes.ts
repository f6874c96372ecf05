/** The boxes of an MP4 on disk that are not media, read without reading the media. */
import { type FileHandle, open } from 'node:fs/promises';
import { type Fmp4, Mp4Error, readSkeleton, type Skeleton } from '../../domain/fmp4';
import { readHeader } from '../../domain/mp4-box';

const HEADER_BYTES = 16;
/** A damaged size must not make us hold gigabytes. */
const LARGEST_BOX = 256 * 1024 * 1024;

/** @throws Mp4Error where it is no MP4, is cut short, or has no `moov`. */
export async function readFmp4File(path: string): Promise<Fmp4> {
  const file = await open(path, 'r');
  try {
    return readSkeleton(await skeletonOf(file, (await file.stat()).size));
  } finally {
    await file.close();
  }
}

async function skeletonOf(file: FileHandle, size: number): Promise<Skeleton> {
  const found: Skeleton = { ftyp: new Uint8Array(), moov: new Uint8Array(), moofs: [] };
  for (let at = 0; at < size; ) {
    const box = await headerAt(file, at, size);
    const length = box.end - at;
    if (box.type === 'ftyp') found.ftyp = await bytesAt(file, at, length);
    else if (box.type === 'moov') found.moov = await bytesAt(file, at, length);
    else if (box.type === 'moof') found.moofs.push({ bytes: await bytesAt(file, at, length), at, end: box.end });
    else if (box.type === 'mdat') extendLast(found, box.end);
    at = box.end;
  }
  if (found.moov.length === 0) throw new Mp4Error('no moov: the file has no index');
  return found;
}

function extendLast({ moofs }: Skeleton, end: number): void {
  const last = moofs.at(-1);
  if (last) last.end = end;
}

async function headerAt(file: FileHandle, at: number, size: number): Promise<{ type: string; end: number }> {
  const head = await bytesAt(file, at, Math.min(HEADER_BYTES, size - at));
  const { type, end } = readHeader(head, 0, size - at);
  return { type, end: at + end };
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  if (length > LARGEST_BOX) throw new Mp4Error('box too large');
  const bytes = new Uint8Array(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  if (bytesRead < length) throw new Mp4Error('file cut short');
  return bytes;
}
