/** Earlier versions that still air, where, and what their successor lacks to take those places. */
import type { OnAirBefore } from '../../contract/api/submissions';
import { type Asset, isProbed } from '../../contract/records/asset';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Submission } from '../../contract/records/submission';
import { isOver } from '../../domain/period';
import { endOf, startOf } from '../../domain/rundown/clock';
import type { Replacement } from '../../domain/submission/replacement';
import { type Grid, type Lack, lacksOf, showingsOf } from '../../domain/submission/showings';
import { newest } from '../../domain/submission/workflow';
import { groupsByDisplay, newestBroadcast, type Reader, settingsOf } from '../store';
import type { Room } from './room';

/** Versions before the newest whose approval still holds, the oldest first. */
export function earlierApproved(reader: Pick<Reader, 'get'>, submission: Submission): { n: number; asset: Asset }[] {
  const own = newest(submission)?.assetId;
  return submission.versions.flatMap(({ n, assetId, hash }) => {
    const asset = assetId === own ? undefined : reader.get('asset', assetId);
    return asset && asset.approval === 'approved' && asset.approvedHash === hash ? [{ n, asset }] : [];
  });
}

/** The newest of them, with where it is used and what its successor waits for; null: none airs. */
export function onAirBefore(room: Room, submission: Submission): OnAirBefore | null {
  const { store } = room;
  const found = earlierApproved(store, submission).at(-1);
  if (!found) return null;
  const { n, asset } = found;
  const lacks = lacksBefore(room, store, submission);
  return { n, assetId: asset.id, uses: [...room.usesOf(asset.id)], waits: waitsIn(lacks) };
}

export const changeTo = (next: Asset, before: Asset): Replacement => ({
  from: before.id,
  to: next.id,
  durationMs: isProbed(next) && next.probe.kind !== 'image' ? next.probe.durationMs : 0,
});

/** What the newest version cannot play yet of all that those before it air in. */
export function lacksBefore(room: Room, reader: Reader, submission: Submission): Lack[] {
  const next = reader.get('asset', newest(submission)?.assetId ?? '');
  const before = next ? earlierApproved(reader, submission) : [];
  if (!next || before.length === 0) return [];
  const grid = gridOf(room, reader);
  return before.flatMap(({ asset }) => lacksOf(showingsOf(grid, changeTo(next, asset)), next, asset));
}

/** Each place once; where one file of it cannot be made, the place says so. */
function waitsIn(lacks: readonly Lack[]): OnAirBefore['waits'] {
  const worst = [...lacks].sort((a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'));
  const places = new Map<string, OnAirBefore['waits'][number]>();
  for (const { showing, state, because } of worst) {
    const { id, name } = showing.display ?? { id: '', name: null };
    if (!places.has(id)) places.set(id, { display: name, state, because });
  }
  return [...places.values()];
}

function gridOf(room: Room, reader: Reader): Grid {
  const { fillerPlaylistId, audioLoudnessLufs } = settingsOf(reader);
  const now = room.clock.now();
  return {
    bookings: reader.all('booking').filter((booking) => !isOver(booking, now)),
    playlists: reader.all('playlist'),
    displays: reader.all('display'),
    programmes: reader.all('programme'),
    lines: linesAhead(room, reader, (rundownId) => newestBroadcast(reader, rundownId) === null),
    groupsOf: groupsByDisplay(reader),
    find: reader.find,
    ...{ fillerPlaylistId, audioLoudnessLufs },
  };
}

/** Lines of rundowns that are not over, of those that are meant. */
export function linesAhead(room: Room, reader: Reader, isMeant: (rundownId: string) => boolean): RundownItem[] {
  const now = room.clock.now();
  return reader
    .all('rundown')
    .filter((rundown) => (endOf(rundown) ?? startOf(rundown)) > now && isMeant(rundown.id))
    .flatMap(({ id }) => room.store.rundownParts.of('rundownItem', id))
    .flatMap(({ id }) => reader.get('rundownItem', id) ?? []);
}
