/** What the server is handed: uploads in, media out. */
import fs from 'node:fs';
import fsp from 'node:fs/promises';
import { Failure } from '../../contract/failure';
import type { FinishedUpload, MediaFile } from '../../contract/handover';
import { extensionOf, printableName } from '../../domain/file-names';
import { hashFile } from './hash';
import { refusedKind } from './kinds';
import type { Room } from './room';
import { SNIFF_BYTES, sniffMime } from './sniff';
import { takeIn } from './take-in';

/** @throws Failure emptyFile, unsupportedMedia, diskFull: before the first byte of an upload. */
export async function admitUpload(
  { files }: Room,
  { originalName, bytes }: { originalName: string; bytes: number | null },
): Promise<void> {
  const name = printableName(originalName);
  if (bytes === 0) throw new Failure('emptyFile', { name });
  const refused = refusedKind(name);
  if (refused) throw new Failure('unsupportedMedia', { name }, [refused]);
  await files.requireRoom(bytes ?? 0);
}

/** Takes the file in and away. Where that fails it stays, so that the caller may try again. */
export async function finishUpload(
  room: Room,
  { path, originalName, hash, actor, agencyId }: FinishedUpload,
): Promise<{ assetId: string; duplicate: boolean }> {
  const { size } = await fsp.stat(path);
  const made = hash ? { hash, bytes: size } : await hashFile(path);
  const { asset, duplicate } = await takeIn(room, {
    path,
    originalName,
    ...made,
    by: actor,
    ...(agencyId ? { agencyId } : {}),
  });
  return { assetId: asset.id, duplicate };
}

/** Content never changes under its hash, so its kind is read once. */
const MOST_KINDS = 5_000;

export function createMediaLookup({ files, store }: Room): (hash: string) => MediaFile | null {
  const kinds = new Map<string, string>();

  function kindOf(path: string, hash: string): string {
    const known = kinds.get(hash);
    if (known) return known;
    if (kinds.size >= MOST_KINDS) kinds.clear();
    const mime = sniffMime(readHead(path));
    kinds.set(hash, mime);
    return mime;
  }

  return (hash) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const path = files.pathOf(hash);
    const stats = fs.statSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile()) return null;
    return { path, bytes: stats.size, mime: kindOf(path, hash), fileName: downloadName(store, hash) };
  };
}

/** Sources keep the name they came with; the server quotes it. */
function downloadName(store: Room['store'], hash: string): string | null {
  const asset = store.assets.byHash(hash)[0];
  if (!asset) return null;
  const extension = extensionOf(asset.originalName);
  return extension ? `${asset.name}.${extension}` : asset.name;
}

function readHead(path: string): Uint8Array {
  const head = Buffer.alloc(SNIFF_BYTES);
  const handle = fs.openSync(path, 'r');
  try {
    return head.subarray(0, fs.readSync(handle, head, 0, SNIFF_BYTES, 0));
  } finally {
    fs.closeSync(handle);
  }
}
