/** Whether what a booking names is there and can be shown. What it named before is not held against it. */
import type { BookingColumn, CellWord } from '../../contract/api/exchange';
import { Failure } from '../../contract/failure';
import { isProbed } from '../../contract/records/asset';
import type { BookingDraft } from '../../contract/records/booking';
import { type Reason, reason } from '../../contract/scalars';
import type { Reader } from '../store';

/** @throws Failure invalidInput with every reason at once. */
export function checkDraft(reader: Reader, draft: BookingDraft, before: BookingDraft | null): void {
  const reasons = [
    ...whatReasons(reader, draft, before),
    ...whereReasons(reader, draft, before),
    ...agreementReasons(reader, draft, before),
  ];
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'booking' }, reasons);
}

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

function whatReasons(reader: Reader, { what }: BookingDraft, before: BookingDraft | null): Reason[] {
  if (JSON.stringify(before?.what) === JSON.stringify(what)) return [];
  if (what.kind === 'playlist') return reader.get('playlist', what.playlistId) ? [] : [reason('booking.noPlaylist')];
  const asset = reader.get('asset', what.assetId);
  if (!asset) return [reason('booking.noAsset')];
  if (asset.trashedAt !== null) return [reason('booking.binned', { asset: asset.name })];
  const sound = isProbed(asset) && asset.probe.kind === 'audio';
  return sound ? [reason('booking.audioOnly', { asset: asset.name })] : [];
}

function agreementReasons(reader: Reader, { agreementId }: BookingDraft, before: BookingDraft | null): Reason[] {
  const isKnown = agreementId === null || agreementId === before?.agreementId || reader.get('agreement', agreementId);
  return isKnown ? [] : [reason('booking.noAgreement')];
}

function whereReasons(reader: Reader, { where }: BookingDraft, before: BookingDraft | null): Reason[] {
  const known = new Set([...(before?.where.displayIds ?? []), ...(before?.where.groupIds ?? [])]);
  const gone = (record: 'display' | 'displayGroup', ids: readonly string[]) =>
    ids.some((id) => !known.has(id) && !reader.get(record, id));
  return [
    ...(gone('display', where.displayIds) ? [reason('booking.noDisplay')] : []),
    ...(gone('displayGroup', where.groupIds) ? [reason('booking.noGroup')] : []),
  ];
}
