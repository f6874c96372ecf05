/** Whether what a booking names is there and can be shown. What it named before is not held against it. */
import type { BookingColumn, CellWord } from '../../contract/api/exchange';
import { Failure, refusalFor } from '../../contract/failure';
import { type Asset, isProbed } from '../../contract/records/asset';
import type { BookingDraft } from '../../contract/records/booking';
import type { Matter } from '../../contract/records/matter';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { type Reason, reason } from '../../contract/scalars';
import { plannedMs } from '../../domain/material';
import { type Item, itemsOf, wholeOf } from '../../domain/smart';
import { toInstant } from '../../domain/time';
import { matterIn } from '../rules/book';
import { neverAirs, placesNamed } from '../rules/gate';
import { type Reader, settingsOf } from '../store';

export interface Asked {
  /** Of what the station makes and books in one go: nobody can have approved it yet, and until then it airs nowhere. */
  onceApproved?: boolean;
}

/** @throws Failure invalidInput, or ruledOut where the rules alone refuse it, with every reason at once. */
export function checkDraft(reader: Reader, draft: BookingDraft, before: BookingDraft | null, asked: Asked = {}): void {
  const reasons = [...namedReasons(reader, draft, before), ...lawReasons(reader, draft, before, asked)];
  if (reasons.length > 0) throw refusalFor('invalidInput', { record: 'booking' }, reasons);
}

/** Of what it names: whether that is there and can be shown at all. */
const namedReasons = (reader: Reader, draft: BookingDraft, before: BookingDraft | null): Reason[] => [
  ...whatReasons(reader, draft, before),
  ...whereReasons(reader, draft, before),
  ...radioReasons(draft),
  ...agreementReasons(reader, draft, before),
];

/** What a check refuses, in place of refusing it. */
export function faultsOf(check: () => void): Reason[] {
  try {
    check();
    return [];
  } catch (fault) {
    if (fault instanceof Failure) return fault.data.details;
    throw fault;
  }
}

const COLUMN_OF: Partial<Record<string, BookingColumn>> = {
  'booking.noDisplay': 'displays',
  'booking.noGroup': 'groups',
  'booking.noAgreement': 'agreement',
};

/** In which column of a sheet it is said. */
export const cellWordOf = (fault: Reason): CellWord => ({ column: COLUMN_OF[fault.code] ?? 'material', reason: fault });

function whatReasons(reader: Reader, { what, where }: BookingDraft, before: BookingDraft | null): Reason[] {
  const isShown = isOnDisplays({ where });
  if (JSON.stringify(before?.what) === JSON.stringify(what) && (!isShown || (before && isOnDisplays(before))))
    return [];
  if (what.kind === 'playlist') return reader.get('playlist', what.playlistId) ? [] : [reason('booking.noPlaylist')];
  const asset = reader.get('asset', what.assetId);
  if (!asset) return [reason('booking.noAsset')];
  if (asset.trashedAt !== null) return [reason('booking.binned', { asset: asset.name })];
  const kind = isProbed(asset) ? asset.probe.kind : null;
  return [
    ...(kind === 'audio' && isShown ? [reason('booking.audioOnly', { asset: asset.name })] : []),
    ...(kind === 'image' && !isShown ? [reason('booking.noSound', { asset: asset.name })] : []),
  ];
}

/**
 * Material that no rule lets air at any moment of its days, anywhere it is booked. What may at times is booked, and the plan says
 * when it does not.
 */
function lawReasons(reader: Reader, draft: BookingDraft, before: BookingDraft | null, asked: Asked): Reason[] {
  if (before && asBooked(before) === asBooked(draft)) return [];
  const against = verdicts(reader, draft, asked);
  return against.every((reasons) => reasons.length > 0) ? against.flat().slice(0, MOST_SAID) : [];
}

/** All that is against it as if it were new: also each piece of material that no rule lets air, where others of it may. */
export const allAgainst = (reader: Reader, draft: BookingDraft): Reason[] => [
  ...namedReasons(reader, draft, null),
  ...verdicts(reader, draft, {}).flat(),
];

/** Of each piece of its material, empty where it may air at some moment. */
function verdicts(reader: Reader, draft: BookingDraft, asked: Asked): Reason[][] {
  const { zone } = settingsOf(reader);
  const from = toInstant(draft.from, '00:00:00', zone);
  const until = draft.to === null ? Number.POSITIVE_INFINITY : toInstant(draft.to, '24:00:00', zone);
  const places = placesNamed(reader, draft.where);
  // What is in the bin is told of by itself.
  return itemsBooked(reader, draft)
    .filter(({ asset: { trashedAt } }) => trashedAt === null)
    .map(({ asset, ms }) => neverAirs(reader, matterAsked(matterIn(reader, asset, ms), asked), places, from, until));
}

const matterAsked = (matter: Matter, { onceApproved = false }: Asked): Matter =>
  onceApproved && matter.approval === 'pending' ? { ...matter, approval: 'notNeeded' } : matter;

const MOST_SAID = 5;
const asBooked = ({ what, where, from, to }: BookingDraft) => JSON.stringify([what, where, from, to]);

/** Of a long list the first are enough to tell that something of it airs. */
const MOST_ASKED = 200;

/** Each with how long it is to be shown; undefined where that is its own length. */
function itemsBooked(reader: Reader, { what }: BookingDraft): { asset: Asset; ms: number | undefined }[] {
  const { stillMs } = settingsOf(reader);
  const playlist = what.kind === 'playlist' ? reader.get('playlist', what.playlistId) : undefined;
  const listed = playlist ? itemsOf(playlist, reader.find) : [];
  const items = what.kind === 'asset' ? [wholeOf(what.assetId)] : listed;
  const asIsShown = ({ assetId, inMs, outMs, stillMs: own }: Item) => `${assetId} ${inMs} ${outMs} ${own}`;
  const different = new Map(items.map((item) => [asIsShown(item), item]));
  return [...different.values()].slice(0, MOST_ASKED).flatMap((item) => {
    const asset = reader.get('asset', item.assetId);
    return asset ? [{ asset, ms: plannedMs(item, asset, stillMs) ?? undefined }] : [];
  });
}

const isOnDisplays = ({ where }: Pick<BookingDraft, 'where'>) =>
  where.groupIds.length > 0 || where.displayIds.some((id) => id !== RADIO_CHANNEL_ID);

/** The radio is filled break by break, and knows no loop. */
function radioReasons({ where, how }: BookingDraft): Reason[] {
  return how.kind === 'slot' && where.displayIds.includes(RADIO_CHANNEL_ID) ? [reason('booking.radioHasNoSlots')] : [];
}

function agreementReasons(reader: Reader, { agreementId }: BookingDraft, before: BookingDraft | null): Reason[] {
  const isKnown = agreementId === null || agreementId === before?.agreementId || reader.get('agreement', agreementId);
  return isKnown ? [] : [reason('booking.noAgreement')];
}

function whereReasons(reader: Reader, { where }: BookingDraft, before: BookingDraft | null): Reason[] {
  const known = new Set([RADIO_CHANNEL_ID, ...(before?.where.displayIds ?? []), ...(before?.where.groupIds ?? [])]);
  const gone = (record: 'display' | 'displayGroup', ids: readonly string[]) =>
    ids.some((id) => !known.has(id) && !reader.get(record, id));
  return [
    ...(gone('display', where.displayIds) ? [reason('booking.noDisplay')] : []),
    ...(gone('displayGroup', where.groupIds) ? [reason('booking.noGroup')] : []),
  ];
}
