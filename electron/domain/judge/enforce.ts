/**
 * The last step of a compile: what may not air is taken out of a laid day, and filler that may stands in its place, else the slate.
 * Nothing leaves a compile past it.
 */
import type { Clip, Plan } from '../../contract/records/timeline';
import { type Reason, reason } from '../../contract/scalars';
import type { Piece } from '../material';
import type { Skipped } from '../skipped';
import type { Steps } from '../steps';
import { type Counted, capsOn, createCounts } from './counts';
import { refusalsOf } from './judge';
import { mayEver, type Spell, spellsOf } from './spells';
import type { Law, Matter } from './types';

/** When a clip may not air, and why. */
interface Ban {
  from: number;
  until: number;
  because: Reason;
}

interface Judged {
  bans: readonly Ban[];
  /** Null where no cap is about it. */
  counted: Counted | null;
}

/** Entries judged between two pauses. */
const STEP = 1024;

/** Whether a cap is about anything of the plan: then its day is to be laid from midnight, for caps count days. */
export function isCapped({ clips }: Pick<Plan, 'clips'>, law: Law): boolean {
  return clips.some((clip) => {
    const matter = matterIn(clip);
    return matter !== null && capsOn(matter, law).caps.length > 0;
  });
}

/** @param fillers what may stand in, in turn @param list name of their playlist */
export function* enforced(plan: Plan, law: Law, fillers: readonly Piece[], list: string): Steps<Plan> {
  const spellsFor = spellsWithin(plan, law);
  const judged = plan.clips.map((clip) => judgedOf(clip, spellsFor, law));
  if (!judged.some(({ bans, counted }) => bans.length > 0 || counted)) return plan;
  const counts = createCounts(law);
  const page = openPage(plan, law, spellsFor, fillers, list);
  for (const [index, [clip, start, ms]] of plan.entries.entries()) {
    if (index % STEP === STEP - 1) yield;
    const { bans, counted } = judged[clip] as Judged;
    const because = banAt(bans, start, start + ms) ?? (counted && counts.against(counted, start, ms));
    if (because) {
      page.instead(plan.clips[clip] as Clip, start, ms, because);
      continue;
    }
    if (counted) counts.note(counted, start, ms);
    page.keep(clip, start, ms);
  }
  return page.written();
}

const matterIn = (clip: Clip): Matter | null => (clip.kind === 'slate' ? null : (clip.matter ?? null));

type SpellsFor = ReturnType<typeof spellsWithin>;

function judgedOf(clip: Clip, spellsFor: SpellsFor, law: Law): Judged {
  const matter = matterIn(clip);
  if (!matter) return { bans: [], counted: null };
  const counted = capsOn(matter, law);
  return { bans: bansOf(spellsFor(matter)), counted: counted.caps.length > 0 ? counted : null };
}

/** Asked once for each material: many clips, and many bookings, are of the same. */
function spellsWithin({ from, until }: Pick<Plan, 'from' | 'until'>, { place, context }: Law) {
  const known = new Map<Matter, Spell[]>();
  return (matter: Matter): Spell[] => {
    const spells = known.get(matter) ?? spellsOf(matter, place, from, until, context);
    known.set(matter, spells);
    return spells;
  };
}

function bansOf(spells: readonly Spell[]): Ban[] {
  return spells
    .filter(({ verdict }) => !verdict.allowed)
    .map((spell) => ({ from: spell.from, until: spell.until, because: refusalsOf(spell.verdict)[0] as Reason }));
}

/** A play that reaches into a ban is not begun. */
const banAt = (bans: readonly Ban[], start: number, end: number): Reason | null =>
  bans.find((ban) => ban.from < end && start < ban.until)?.because ?? null;

/** The plan written anew, with its clips numbered as they are first used. */
function openPage(plan: Plan, law: Law, spellsFor: SpellsFor, fillers: readonly Piece[], list: string) {
  const clips: Clip[] = [];
  const entries: Plan['entries'] = [];
  const skipped: Skipped[] = [...plan.skipped];
  const numbers = new Map<string | number, number>();
  const bans = new Map<Piece, readonly Ban[]>();
  let turn = 0;

  const numberOf = (key: string | number, made: () => Clip): number => {
    const number = numbers.get(key) ?? clips.push(made()) - 1;
    numbers.set(key, number);
    return number;
  };
  function fillerFor(start: number, end: number): Piece | null {
    for (let tried = 0; tried < fillers.length; tried++) {
      const piece = fillers[(turn + tried) % fillers.length] as Piece;
      if (!mayStand(piece, start, Math.min(end, start + piece.ms))) continue;
      turn += tried + 1;
      return piece;
    }
    return null;
  }
  function mayStand(piece: Piece, start: number, end: number): boolean {
    if (piece.airs.from > start || end > piece.airs.until) return false;
    const { matter } = piece.media;
    const known = bans.get(piece) ?? (matter ? bansOf(spellsFor(matter)) : []);
    bans.set(piece, known);
    const isCounted = matter !== undefined && capsOn(matter, law).caps.length > 0;
    return !isCounted && banAt(known, start, end) === null;
  }
  function slate(start: number, end: number, because: Reason): void {
    const number = numberOf(`slate ${JSON.stringify(because)}`, () => ({ kind: 'slate', bookingId: null, because }));
    const before = entries.at(-1);
    if (before?.[0] === number) before[2] += end - start;
    else entries.push([number, start, end - start]);
  }

  return {
    keep: (clip: number, start: number, ms: number): void =>
      void entries.push([numberOf(clip, () => plan.clips[clip] as Clip), start, ms]),
    instead(clip: Clip, start: number, ms: number, because: Reason): void {
      const assetId = clip.kind === 'slate' ? null : clip.assetId;
      skipped.push({ bookingId: clip.bookingId, assetId, because });
      const end = start + ms;
      for (let at = start; at < end; ) {
        const piece = fillerFor(at, end);
        if (!piece) return slate(at, end, because);
        const part = Math.min(piece.ms, end - at);
        const why = reason('why.fillerLaw', { playlist: list, name: clip.kind === 'slate' ? '' : clip.name });
        const key = `filler ${piece.media.assetId} ${piece.position} ${why.params.name}`;
        entries.push([numberOf(key, () => ({ ...piece.media, bookingId: null, because: why })), at, part]);
        at += part;
      }
    },
    written: (): Plan => ({ ...plan, clips, entries, skipped }),
  };
}

/** Of material that is wanted in the interval, what may air at no moment of it: laying passes some of it over in silence. */
export function neverIn(
  wanted: readonly { bookingId: string; pieces: readonly Piece[] }[],
  span: Pick<Plan, 'from' | 'until'>,
  law: Law,
): Skipped[] {
  const spellsFor = spellsWithin(span, law);
  return wanted.flatMap(({ bookingId, pieces }) =>
    pieces.flatMap(({ media: { assetId, matter } }) => {
      const spells = matter ? spellsFor(matter) : [];
      const [first] = spells;
      if (!first || mayEver(spells)) return [];
      return [{ bookingId, assetId, because: refusalsOf(first.verdict)[0] as Reason }];
    }),
  );
}
