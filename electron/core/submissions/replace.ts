/**
 * A version that is approved airs until its successor is approved too; then, in one press, the successor takes its place in bookings,
 * playlists, programmes and rundowns to come. A broadcast that is running keeps what it began with.
 */
import type { OnAirBefore } from '../../contract/api/submissions';
import { type Asset, isProbed } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Submission } from '../../contract/records/submission';
import { reason } from '../../contract/scalars';
import { takeoversWith } from '../../domain/references';
import { endOf, startOf } from '../../domain/rundown/clock';
import {
  bookingWith,
  lineWith,
  playlistWith,
  programmeWith,
  type Replacement,
} from '../../domain/submission/replacement';
import { newest } from '../../domain/submission/workflow';
import { newestBroadcast, type Reader, requireRecord, type Tx } from '../store';
import { refuse } from './course';
import type { Room } from './room';

/** The newest earlier version whose approval still holds, with where it is used; null: none does. */
export function onAirBefore(room: Room, submission: Submission): OnAirBefore | null {
  const found = earlierApproved(room.store, submission).at(-1);
  if (!found) return null;
  const { n, asset } = found;
  return { n, assetId: asset.id, uses: [...room.usesOf(asset.id)] };
}

function earlierApproved(reader: Pick<Reader, 'get'>, submission: Submission): { n: number; asset: Asset }[] {
  const own = newest(submission)?.assetId;
  return submission.versions.flatMap(({ n, assetId, hash }) => {
    const asset = assetId === own ? undefined : reader.get('asset', assetId);
    return asset && asset.approval === 'approved' && asset.approvedHash === hash ? [{ n, asset }] : [];
  });
}

/** @throws Failure refused while the new version is not approved and ready */
export function replaceBefore(room: Room, tx: Tx, held: Submission, actor: Actor): { moved: number } {
  const { title } = held;
  const asset = requireRecord(tx, 'asset', newest(held)?.assetId ?? '');
  const isApproved = held.state === 'approved' && asset.approval === 'approved';
  const before = earlierApproved(tx, held);
  refuse(
    [
      ...(isApproved ? [] : [reason('submission.notApprovedYet', { title })]),
      ...(asset.state === 'ready' ? [] : [reason('submission.notReady', { title })]),
      ...(before.length > 0 ? [] : [reason('submission.nothingBefore', { title })]),
    ],
    title,
  );
  let moved = 0;
  const tags = new Set(asset.tags);
  for (const { asset: old } of before) {
    const durationMs = isProbed(asset) ? asset.probe.durationMs : 0;
    moved += move(room, tx, { from: old.id, to: asset.id, durationMs }, actor);
    // Playlists that go by tags find the new one in its place.
    for (const tag of old.tags) tags.add(tag);
    if (!isStillNamed(room, tx, old.id)) tx.put('asset', { ...old, approval: 'pending', approvedHash: null });
  }
  if (tags.size > asset.tags.length) tx.put('asset', { ...asset, tags: [...tags] });
  return { moved };
}

/** How many records were changed. */
function move(room: Room, tx: Tx, change: Replacement, actor: Actor): number {
  const now = room.clock.now();
  let moved = 0;
  for (const booking of tx.all('booking')) {
    const next = bookingWith(booking, change);
    if (next !== booking) moved += tx.put('booking', next) ? 1 : 0;
  }
  for (const playlist of tx.all('playlist')) {
    const next = playlistWith(playlist, change);
    if (next !== playlist) moved += tx.put('playlist', { ...next, updatedAt: now }) ? 1 : 0;
  }
  for (const programme of tx.all('programme')) {
    const next = programmeWith(programme, change);
    if (next !== programme) moved += tx.put('programme', next) ? 1 : 0;
  }
  for (const line of linesAhead(room, tx, (rundownId) => newestBroadcast(tx, rundownId) === null)) {
    const next = lineWith(line, change);
    if (next !== line) moved += tx.put('rundownItem', { ...next, updatedAt: now, updatedBy: actor.name }) ? 1 : 0;
  }
  return moved;
}

/** Lines of rundowns that are not over, of those that are meant. */
function linesAhead(room: Room, reader: Reader, isMeant: (rundownId: string) => boolean): RundownItem[] {
  const now = room.clock.now();
  return reader
    .all('rundown')
    .filter((rundown) => (endOf(rundown) ?? startOf(rundown)) > now && isMeant(rundown.id))
    .flatMap(({ id }) => room.store.rundownParts.of('rundownItem', id))
    .flatMap(({ id }) => reader.get('rundownItem', id) ?? []);
}

/** By a takeover, or by a broadcast that is on the air: it may not be cut off in the middle. */
function isStillNamed(room: Room, reader: Reader, assetId: string): boolean {
  if (takeoversWith(reader, assetId, room.clock.now()).length > 0) return true;
  const change = { from: assetId, to: '', durationMs: 0 };
  const onAir = (rundownId: string) => newestBroadcast(reader, rundownId)?.state === 'onAir';
  return linesAhead(room, reader, onAir).some((line) => lineWith(line, change) !== line);
}
