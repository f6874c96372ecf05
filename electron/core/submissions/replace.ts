/**
 * A version that is approved airs until its successor is approved too; then, in one press, the successor takes its place in bookings,
 * playlists, programmes and rundowns to come: at once, or as soon as it can be played in all of them (`watch-moves.ts`). Drafts and
 * templates of the schedule go with them. A broadcast that is running keeps what it began with.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Asset, MOST_TAGS } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import type { Signer } from '../../contract/records/partner';
import type { Submission } from '../../contract/records/submission';
import { reason } from '../../contract/scalars';
import { takeoversWith } from '../../domain/references';
import {
  bookingWith,
  editWith,
  lineWith,
  playlistWith,
  programmeWith,
  type Replacement,
  templateWith,
} from '../../domain/submission/replacement';
import { mayMove } from '../../domain/submission/successor';
import { newest } from '../../domain/submission/workflow';
import { newestBroadcast, type Reader, requireRecord, type Tx } from '../store';
import { changeTo, earlierApproved, lacksBefore, linesAhead } from './before';
import { refuse } from './course';
import type { Room } from './room';

/**
 * At once where nothing is lacking, else it is kept that `by` asked for it. `waits`: files that are lacking.
 * @throws Failure refused while the new version is not approved, or can never be shown
 */
export function askToReplace(room: Room, tx: Tx, held: Submission, by: Signer, actor: Actor) {
  const { title } = held;
  const asset = requireRecord(tx, 'asset', newest(held)?.assetId ?? '');
  refuse(
    [
      ...(asset.ppid === 'exempt' ? [reason('judge.exempt', { name: title })] : []),
      ...(asset.ppid === 'exempt' || mayMove(tx, held) ? [] : [reason('submission.notApprovedYet', { title })]),
      ...(asset.state === 'failed' ? [reason('submission.notReady', { title })] : []),
      ...(earlierApproved(tx, held).length > 0 ? [] : [reason('submission.nothingBefore', { title })]),
    ],
    title,
  );
  const waits = lacksBefore(room, tx, held).length;
  if (waits === 0) return { moved: replaceBefore(room, tx, held, asset, actor), waits };
  tx.put('submission', { ...held, replacing: { assetId: asset.id, by, at: room.clock.now() } });
  return { moved: 0, waits };
}

/** How many records were changed. Assumes that nothing is against it. */
export function replaceBefore(room: Room, tx: Tx, held: Submission, asset: Asset, actor: Actor): number {
  let moved = 0;
  const before = earlierApproved(tx, held).map(({ asset: old }) => old);
  const tags = tagsInPlace(tx, asset, before);
  for (const old of before) {
    moved += move(room, tx, changeTo(asset, old), actor);
    if (!isStillNamed(room, tx, old.id)) tx.put('asset', { ...old, approval: 'pending', approvedHash: null });
  }
  if (!isDeepStrictEqual(tags, asset.tags)) tx.put('asset', { ...asset, tags });
  if (held.replacing) tx.put('submission', { ...held, replacing: null });
  return moved;
}

/** Playlists that go by tags find the new one in its place: with more than an asset holds, by those that playlists ask for first. */
function tagsInPlace(reader: Reader, { tags }: Asset, before: readonly Asset[]): string[] {
  const all = [...new Set([...tags, ...before.flatMap((old) => old.tags)])];
  if (all.length <= MOST_TAGS) return all;
  const asked = new Set(reader.all('playlist').flatMap(({ smart }) => smart?.tags ?? []));
  return [...all.filter((tag) => asked.has(tag)), ...all.filter((tag) => !asked.has(tag))].slice(0, MOST_TAGS);
}

/** How many records were changed. */
function move(room: Room, tx: Tx, change: Replacement, actor: Actor): number {
  const now = room.clock.now();
  let moved = 0;
  for (const booking of tx.all('booking')) {
    const next = bookingWith(booking, change);
    if (next !== booking) moved += tx.put('booking', next) ? 1 : 0;
  }
  moved += moveUnaired(tx, change, now);
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

/** In drafts and templates, which would show filler once they air. After the bookings that drafts begin from. Answers as `move`. */
function moveUnaired(tx: Tx, change: Replacement, now: number): number {
  let moved = 0;
  for (const edit of tx.all('draftEdit')) {
    const next = editWith(edit, tx.get('booking', edit.bookingId), change, now);
    if (next === null) tx.remove('draftEdit', edit.id);
    else if (next !== edit) tx.put('draftEdit', next);
    // What only begins from a booking that moved is that booking's move.
    if (next && next.value !== edit.value) moved += 1;
  }
  for (const template of tx.all('template')) {
    const next = templateWith(template, change);
    if (next !== template) moved += tx.put('template', next) ? 1 : 0;
  }
  return moved;
}

/** By a takeover, or by a broadcast that is on the air: it may not be cut off in the middle. */
function isStillNamed(room: Room, reader: Reader, assetId: string): boolean {
  if (takeoversWith(reader, assetId, room.clock.now()).length > 0) return true;
  const change = { from: assetId, to: '', durationMs: 0 };
  const onAir = (rundownId: string) => newestBroadcast(reader, rundownId)?.state === 'onAir';
  return linesAhead(room, reader, onAir).some((line) => lineWith(line, change) !== line);
}
