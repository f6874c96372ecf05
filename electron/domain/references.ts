/**
 * Who names whom among the records that people edit. Commands ask their own room before they remove something; taking a
 * command back, or doing it again, asks here, since others may have built on it meanwhile.
 */
import type { RecordName, Records } from '../contract/records';
import { type Reason, reason } from '../contract/scalars';
import { stageNamed } from './judge/stage-ref';
import { isOver } from './takeover';

/** As much of a reader as the question needs. */
export interface ReadableRecords {
  get<N extends RecordName>(record: N, id: string): Records[N] | undefined;
  all<
    N extends
      | 'playlist'
      | 'booking'
      | 'display'
      | 'loopPolicy'
      | 'agreement'
      | 'takeover'
      | 'show'
      | 'submission'
      | 'user'
      | 'contestEntry'
      | 'rule',
  >(record: N): readonly Records[N][];
  /** Assets that come from an agency, also those in the bin. */
  assetsOf(agencyId: string, limit: number): readonly string[];
}

/** Whether a record is there to be named: an asset in the bin is not. */
function isThere(reader: Pick<ReadableRecords, 'get'>, record: RecordName, id: string): boolean {
  const found = reader.get(record, id);
  return found !== undefined && !('trashedAt' in found && found.trashedAt !== null);
}

/** The places that name a record which is no longer there; empty while it is, or nobody does. */
export function namedThoughGone(reader: ReadableRecords, record: RecordName, id: string, now: number): Reason[] {
  if (record === 'stageCalendar') return rulesWithoutStage(reader, id);
  return isThere(reader, record, id) ? [] : placesOf(reader, record, id, now);
}

/** Of a calendar that is gone, or lost a stage: a rule by such a stage would hold never. */
function rulesWithoutStage(reader: ReadableRecords, calendarId: string): Reason[] {
  const rules = reader.all('rule').filter(({ time }) =>
    time.stages.some((ref) => {
      const named = stageIn(reader, ref);
      return named.calendarId === calendarId && !named.stage;
    }),
  );
  return rules.map(({ name }) => reason('where.rule', { name }));
}

const stageIn = (reader: ReadableRecords, ref: string) => stageNamed(ref, (id) => reader.get('stageCalendar', id));

function placesOf(reader: ReadableRecords, record: RecordName, id: string, now: number): Reason[] {
  const bookings = (names: (booking: Records['booking']) => boolean) =>
    reader
      .all('booking')
      .filter(names)
      .map(({ name }) => reason('where.booking', { name }));
  switch (record) {
    case 'asset':
      return [
        ...reader
          .all('playlist')
          .filter(({ smart, items }) => smart === null && items.some(({ assetId }) => assetId === id))
          .map(({ name }) => reason('where.playlist', { name })),
        ...bookings(({ what }) => what.kind === 'asset' && what.assetId === id),
        ...takeoversWith(reader, id, now).map(({ name }) => reason('where.takeover', { name })),
      ];
    case 'playlist':
      return [...bookings(({ what }) => what.kind === 'playlist' && what.playlistId === id), ...fillersOf(reader, id)];
    case 'display':
      return bookings(({ where }) => where.displayIds.includes(id));
    case 'displayGroup':
      return [
        ...bookings(({ where }) => where.groupIds.includes(id)),
        ...policiesOf(reader, id),
        ...rulesOfGroup(reader, id),
      ];
    case 'agency':
      return agencyPlaces(reader, id);
    case 'rundownItem':
      return showsWith(reader, ({ state, current }) => state === 'onAir' && current?.itemId === id);
    case 'rundown':
      return showsWith(
        reader,
        ({ state, rundownId, rehearsal }) => rundownId === id && (state === 'onAir' || !rehearsal),
      );
    case 'contest': {
      const entries = reader.all('contestEntry').filter(({ contestId }) => contestId === id);
      return entries.map(({ title }) => reason('where.entry', { title }));
    }
    case 'agreement':
      return bookings(({ agreementId }) => agreementId === id);
    default:
      return [];
  }
}

function showsWith(reader: ReadableRecords, names: (show: Records['show']) => boolean): Reason[] {
  return reader
    .all('show')
    .filter(names)
    .map(({ rundownName }) => reason('where.show', { name: rundownName }));
}

/** Loops that hold on a group. A display that is gone leaves none without its loop; a group that is gone may leave many. */
export function policiesOf(reader: Pick<ReadableRecords, 'all'>, groupId: string): Reason[] {
  const policies = reader.all('loopPolicy').filter(({ where }) => where.groupIds.includes(groupId));
  return policies.map(({ name }) => reason('where.policy', { name }));
}

/** Rules that hold on a group: of one that is gone they would hold nowhere, and its panels be free. */
export function rulesOfGroup(reader: Pick<ReadableRecords, 'all'>, groupId: string): Reason[] {
  const rules = reader.all('rule').filter(({ scope }) => scope.groupIds.includes(groupId));
  return rules.map(({ name }) => reason('where.rule', { name }));
}

/** More than a person reads. */
const MOST_ASSETS = 20;

/** What names an agency: its agreements, smart playlists that go by it, and its material. */
export function agencyPlaces(reader: ReadableRecords, agencyId: string): Reason[] {
  const agreements = reader.all('agreement').filter((agreement) => agreement.agencyId === agencyId);
  const playlists = reader.all('playlist').filter(({ smart }) => smart?.agencyIds.includes(agencyId));
  const assets = reader.assetsOf(agencyId, MOST_ASSETS).flatMap((id) => reader.get('asset', id) ?? []);
  return [
    ...agreements.map(({ number }) => reason('where.agreement', { number })),
    ...playlists.map(({ name }) => reason('where.playlist', { name })),
    ...assets.map(({ name }) => reason('where.asset', { name })),
    ...reader
      .all('submission')
      .filter((submission) => submission.agencyId === agencyId)
      .slice(0, MOST_ASSETS)
      .map(({ title }) => reason('where.submission', { name: title })),
    ...reader
      .all('user')
      .filter((user) => user.agencyId === agencyId)
      .map(({ name }) => reason('where.user', { name })),
  ];
}

/** Takeovers of an asset that hold or are planned. */
export function takeoversWith(
  reader: Pick<ReadableRecords, 'all'>,
  assetId: string,
  now: number,
): readonly Records['takeover'][] {
  const names = ({ what }: Records['takeover']) => what.kind === 'asset' && what.assetId === assetId;
  return reader.all('takeover').filter((takeover) => names(takeover) && !isOver(takeover, now));
}

function fillersOf(reader: ReadableRecords, playlistId: string): Reason[] {
  const displays = reader.all('display').filter(({ fillerPlaylistId }) => fillerPlaylistId === playlistId);
  const station = reader.get('settings', 'settings')?.fillerPlaylistId === playlistId;
  return [
    ...displays.map(({ name }) => reason('where.filler', { name })),
    ...(station ? [reason('where.stationFiller')] : []),
  ];
}

/** Whether what a booking shows and by what agreement is there. */
export function booksOnlyWhatIsThere(
  reader: Pick<ReadableRecords, 'get'>,
  { what, agreementId }: Pick<Records['booking'], 'what' | 'agreementId'>,
): boolean {
  const material =
    what.kind === 'asset' ? isThere(reader, 'asset', what.assetId) : isThere(reader, 'playlist', what.playlistId);
  return material && (agreementId === null || isThere(reader, 'agreement', agreementId));
}

/** Whether everything a record names is there. */
export function namesOnlyWhatIsThere(reader: ReadableRecords, record: RecordName, id: string): boolean {
  const value = reader.get(record, id);
  if (!value) return true;
  if ('what' in value && 'how' in value) return booksOnlyWhatIsThere(reader, value);
  if ('scope' in value && 'does' in value) {
    const { scope, time } = value;
    const groups = scope.groupIds.every((group) => isThere(reader, 'displayGroup', group));
    return groups && time.stages.every((ref) => stageIn(reader, ref).stage !== undefined);
  }
  if ('itemId' in value && 'mime' in value) return isThere(reader, 'rundownItem', value.itemId);
  if ('draftId' in value) return isThere(reader, 'scheduleDraft', value.draftId);
  if ('smart' in value && value.smart)
    return value.smart.agencyIds.every((agency) => isThere(reader, 'agency', agency));
  if ('what' in value) return value.what.kind !== 'asset' || isThere(reader, 'asset', value.what.assetId);
  if ('items' in value) return value.items.every(({ assetId }) => isThere(reader, 'asset', assetId));
  if ('agencyId' in value) return value.agencyId === null || isThere(reader, 'agency', value.agencyId);
  if ('fillerPlaylistId' in value) {
    return value.fillerPlaylistId === null || isThere(reader, 'playlist', value.fillerPlaylistId);
  }
  return true;
}
