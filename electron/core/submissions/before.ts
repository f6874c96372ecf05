/** Earlier versions that still air, where, and what their successor lacks to take those places. */
import type { OnAirBefore } from '../../contract/api/submissions';
import { type Asset, isProbed } from '../../contract/records/asset';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { RundownItem } from '../../contract/records/rundown-item';
import type { Submission } from '../../contract/records/submission';
import { DAY_MS } from '../../domain/calendar';
import type { Place } from '../../domain/judge/types';
import { isOver } from '../../domain/period';
import { endOf, startOf } from '../../domain/rundown/clock';
import type { Replacement } from '../../domain/submission/replacement';
import { type Grid, type Lack, lacksOf, type Showing, showingsOf } from '../../domain/submission/showings';
import { newest } from '../../domain/submission/workflow';
import { matterIn } from '../rules/book';
import { neverAirs, placesNamed } from '../rules/gate';
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

/** The one of them that is used, the newest if more are; where none is, the newest. Null: there is none. */
export function standingBefore({ store, usesOf }: Room, submission: Submission) {
  const all = earlierApproved(store, submission).map((each) => ({ ...each, uses: [...usesOf(each.asset.id)] }));
  return all.findLast(({ uses }) => uses.length > 0) ?? all.at(-1) ?? null;
}

/** With where it is used and what its successor waits for; null: none airs. */
export function onAirBefore(room: Room, submission: Submission): OnAirBefore | null {
  const found = standingBefore(room, submission);
  if (!found) return null;
  const { n, asset, uses } = found;
  const next = room.store.get('asset', newest(submission)?.assetId ?? '');
  const lengths = next && { before: lengthOf(asset), after: lengthOf(next) };
  const waits = waitsIn(lacksBefore(room, room.store, submission));
  return { n, assetId: asset.id, uses, waits, lengths: lengths?.before && lengths.after ? lengths : null };
}

/** ms; 0 of a picture, which has as much as it is given, and of what is not looked at yet. */
const lengthOf = (asset: Asset): number =>
  isProbed(asset) && asset.probe.kind !== 'image' ? asset.probe.durationMs : 0;

export const changeTo = (next: Asset, before: Asset): Replacement => ({
  from: before.id,
  to: next.id,
  durationMs: lengthOf(next),
});

/** What the newest version cannot play yet of all that those before it air in. */
export function lacksBefore(room: Room, reader: Reader, submission: Submission): Lack[] {
  const next = reader.get('asset', newest(submission)?.assetId ?? '');
  const before = next ? earlierApproved(reader, submission) : [];
  if (!next || before.length === 0) return [];
  const grid = gridOf(room, reader);
  return before.flatMap(({ asset }) => {
    const showings = showingsOf(grid, changeTo(next, asset));
    return [...lacksOf(showings, next, asset), ...notYet(room, reader, showings, next, asset)];
  });
}

/**
 * Places where it may not air now, or at no moment of the next day, though the one before may: its days, papers or a rule are against it,
 * and whoever looks would see filler until they are not. It is asked of as approved, which it is before it moves.
 */
function notYet({ clock }: Room, reader: Reader, showings: readonly Showing[], next: Asset, before: Asset): Lack[] {
  const now = clock.now();
  const against = (asset: Asset, place: Place, until: number) =>
    neverAirs(reader, matterIn(reader, asset), [place], now, until);
  const approved: Asset = { ...next, approval: 'approved', approvedHash: next.hash };
  const byId = new Map(showings.map((showing) => [showing.display?.id ?? RADIO_CHANNEL_ID, showing]));
  // Panels that are alike before the rules are asked of once, and named once.
  return placesNamed(reader, { displayIds: [...byId.keys()], groupIds: [] }).flatMap((place): Lack[] => {
    const showing = byId.get(place.breaks ? RADIO_CHANNEL_ID : place.id);
    if (!showing) return [];
    const because = [now + 1, now + DAY_MS]
      .map((until) => (against(before, place, until).length > 0 ? [] : against(approved, place, until)))
      .find((reasons) => reasons.length > 0);
    if (!because) return [];
    return [{ showing, state: 'coming', because }];
  });
}

/** Each place once; where one file of it cannot be made, the place says so. */
function waitsIn(lacks: readonly Lack[]): OnAirBefore['waits'] {
  const weight = ({ state, because }: Lack): number => (state === 'failed' ? 2 : Number(because.length > 0));
  const worst = [...lacks].sort((a, b) => weight(b) - weight(a));
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
