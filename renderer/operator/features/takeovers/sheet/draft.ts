/** A takeover being written, as a value: what is filled in, what is wrong with it, which instants are meant. Pure. */
import { z } from 'zod';
import { TakeoverFields, TakeoverTone } from '../../../../../electron/contract/records/takeover';
import { Id, LocalDate, Name } from '../../../../../electron/contract/scalars';
import { localParts, toInstant } from '../../../../../electron/domain/time';

const MINUTE_MS = 60_000;
/** Minutes that are a press away. */
export const QUICK_MINUTES = [5, 15, 30] as const;
const FieldTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

export const HowLong = z.enum(['open', '5', '15', '30', 'until', 'planned']);
export type HowLong = z.infer<typeof HowLong>;

/** Everything that can be filled in, also what the chosen kind does not use: nothing is lost by looking at another. */
export const TakeoverDraft = z.object({
  kind: z.enum(['text', 'asset', 'page']),
  tone: TakeoverTone,
  title: z.string().max(200),
  body: z.string().max(2000),
  assetId: Id.nullable(),
  url: z.string().max(2000),
  /** What a text or a page is about, of the station's own list; null: nothing is said. */
  category: Name.nullable().default(null),
  all: z.boolean(),
  displayIds: z.array(Id),
  groupIds: z.array(Id),
  long: HowLong,
  /** Wall times of the station's zone, `HH:mm`. */
  fromDay: LocalDate,
  fromTime: FieldTime,
  untilDay: LocalDate,
  untilTime: FieldTime,
  test: z.boolean(),
});
export type TakeoverDraft = z.infer<typeof TakeoverDraft>;

/** An emergency on every display until somebody ends it; the times lie ready an hour from now. */
export function emptyDraft(now: number, zone: string): TakeoverDraft {
  const from = localParts(now + 60 * MINUTE_MS, zone);
  const until = localParts(now + 120 * MINUTE_MS, zone);
  return {
    kind: 'text',
    tone: 'emergency',
    title: '',
    body: '',
    assetId: null,
    url: '',
    category: null,
    all: true,
    displayIds: [],
    groupIds: [],
    long: 'open',
    fromDay: from.date,
    fromTime: from.time.slice(0, 5),
    untilDay: until.date,
    untilTime: until.time.slice(0, 5),
    test: false,
  };
}

/** From and until, epoch ms, were it sent at `now`. */
export function timesOf(draft: TakeoverDraft, now: number, zone: string): { from: number; until: number | null } {
  const until = toInstant(draft.untilDay, `${draft.untilTime}:00`, zone);
  switch (draft.long) {
    case 'open':
      return { from: now, until: null };
    case 'until':
      return { from: now, until };
    case 'planned':
      return { from: toInstant(draft.fromDay, `${draft.fromTime}:00`, zone), until };
    default:
      return { from: now, until: now + Number(draft.long) * MINUTE_MS };
  }
}

export type DraftFault = 'title' | 'asset' | 'url' | 'category' | 'where' | 'until';
type Checked = { ok: true; fields: TakeoverFields } | { ok: false; faults: DraftFault[] };

interface Beside {
  zone: string;
  /** Of the chosen material, for the takeover's own name; a text is named by its title, a page by its address. */
  assetName: string;
  /** A lock holds on the chosen displays, or is near. */
  underLock: boolean;
}

/** Material has a category of its own; an emergency's words are known for what they are. */
export const asksCategory = ({ kind }: Pick<TakeoverDraft, 'kind'>): boolean => kind !== 'asset';
export const needsCategory = (draft: Pick<TakeoverDraft, 'kind' | 'tone'>, underLock: boolean): boolean =>
  underLock && asksCategory(draft) && !(draft.kind === 'text' && draft.tone === 'emergency');

export function check(draft: TakeoverDraft, now: number, { zone, assetName, underLock }: Beside): Checked {
  const times = timesOf(draft, now, zone);
  const { all, displayIds, groupIds, test } = draft;
  const parsed = TakeoverFields.safeParse({
    name: nameOf(draft, assetName),
    what: whatOf(draft),
    where: all ? { all, displayIds: [], groupIds: [] } : { all, displayIds, groupIds },
    ...times,
    test,
  });
  const isPast = times.until !== null && times.until <= now;
  const isUnsaid = draft.category === null && needsCategory(draft, underLock);
  if (parsed.success && !isPast && !isUnsaid) return { ok: true, fields: parsed.data };
  const issues = parsed.success ? [] : parsed.error.issues.map(({ path }) => faultAt(path, draft.kind));
  const faults = [...issues, ...(isUnsaid ? (['category'] as const) : []), ...(isPast ? (['until'] as const) : [])];
  return { ok: false, faults: [...new Set<DraftFault>(faults)] };
}

const OF_KIND = { text: 'title', asset: 'asset', page: 'url' } as const;

function faultAt([field]: readonly PropertyKey[], kind: TakeoverDraft['kind']): DraftFault {
  return field === 'where' || field === 'until' ? field : OF_KIND[kind];
}

function whatOf({ kind, tone, title, body, assetId, url, category }: TakeoverDraft) {
  const about = category === null ? {} : { category };
  if (kind === 'text') return { kind, tone, title, body: body.trim(), qr: '', ...about };
  return kind === 'asset' ? { kind, assetId } : { kind, url: url.trim(), ...about };
}

/** What it is called in lists and reports. */
export function nameOf({ kind, title, url }: TakeoverDraft, assetName: string): string {
  const name = { text: title, asset: assetName, page: url.trim().replace(/^https?:\/\//, '') }[kind];
  // Names are of one line; a pasted title may not be.
  return name.replace(/\p{Cc}+/gu, ' ').slice(0, 200);
}
