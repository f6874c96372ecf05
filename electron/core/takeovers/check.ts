/** Whether what a takeover names is there and can be shown. */
import { refusalFor } from '../../contract/failure';
import type { Matter } from '../../contract/records/matter';
import type { TakeoverFields } from '../../contract/records/takeover';
import { type Reason, reason } from '../../contract/scalars';
import { writtenMatter } from '../../domain/judge/matter-of';
import { materialsOf } from '../../domain/material';
import { heldMs } from '../../domain/takeover';
import { contextOf, matterIn } from '../rules/book';
import { neverAirs, placesNamed } from '../rules/gate';
import type { Reader } from '../store';

/** @throws Failure invalidInput, or ruledOut where the rules alone refuse it, with every reason at once. */
export function checkFields(reader: Reader, fields: TakeoverFields, now: number): void {
  const reasons = reasonsAtStart(reader, fields, now);
  if (reasons.length > 0) throw refusalFor('invalidInput', { record: 'takeover', name: fields.name }, reasons);
}

/** Why it could not be started now; empty where it could. */
export function reasonsAtStart(reader: Reader, fields: TakeoverFields, now: number): Reason[] {
  const from = Math.max(now, fields.from);
  const over = fields.until !== null && fields.until <= now ? [reason('takeover.overBefore')] : [];
  return [
    ...over,
    ...categoryReasons(reader, fields),
    ...reasonsAgainst(reader, fields),
    ...lawAgainst(reader, fields, from, heldMs({ ...fields, from })),
  ];
}

/** What nobody knows says nothing to the rules, and less to whoever reads the receipts. */
function categoryReasons(reader: Reader, { what }: Pick<TakeoverFields, 'what'>): Reason[] {
  const category = what.kind === 'asset' ? undefined : what.category;
  const isKnown = category === undefined || contextOf(reader).book?.knows(category);
  return isKnown ? [] : [reason('library.noCategory', { category })];
}

/** What keeps it off the displays, whenever it is. */
export function reasonsAgainst(reader: Reader, fields: Pick<TakeoverFields, 'what' | 'where'>): Reason[] {
  return [...whatReasons(reader, fields), ...whereReasons(reader, fields)];
}

/**
 * Why no panel that it means may show it at any moment; where one may, each judges for itself.
 * @param heldMs how long it is to be seen, a clip over and over; not said of a cue, which goes with its item
 */
export function lawAgainst(
  reader: Reader,
  { what, where, until }: Pick<TakeoverFields, 'what' | 'where' | 'until'>,
  from: number,
  heldMs?: number,
): Reason[] {
  const matter = matterOf(reader, what, heldMs);
  return matter ? neverAirs(reader, matter, placesNamed(reader, where), from, until ?? from + 1) : [];
}

/** What the rules are asked about; undefined of material that is gone. */
export function matterOf(reader: Reader, what: TakeoverFields['what'], heldMs?: number): Matter | undefined {
  if (what.kind !== 'asset') return writtenMatter(what, heldMs);
  const asset = reader.get('asset', what.assetId);
  return asset && matterIn(reader, asset, heldMs);
}

/** A rendition that is still to be made is waited for; all else that keeps an asset off a panel is refused. */
function whatReasons(reader: Reader, { what }: Pick<TakeoverFields, 'what'>): Reason[] {
  if (what.kind !== 'asset') return [];
  const sources = {
    assets: { get: (id: string) => reader.get('asset', id) },
    playlists: { get: () => undefined },
    find: () => [],
  };
  const { leftOut } = materialsOf(sources, { profileKey: '', stillMs: 1000, zone: 'UTC' })(what);
  // What the rules say of it is asked of the judge, with the moment.
  return leftOut
    .map(({ because }) => because)
    .filter(({ code }) => code !== 'why.notReady' && code !== 'why.notApproved' && !code.startsWith('judge.'));
}

function whereReasons(reader: Reader, { where }: Pick<TakeoverFields, 'where'>): Reason[] {
  const gone = (record: 'display' | 'displayGroup', ids: readonly string[]) =>
    ids.some((id) => !reader.get(record, id));
  return [
    ...(gone('display', where.displayIds) ? [reason('booking.noDisplay')] : []),
    ...(gone('displayGroup', where.groupIds) ? [reason('booking.noGroup')] : []),
  ];
}
