/** An answer read out on the radio: an item at the end of a rundown with the words to be read, left for its editors to place. */
import { isDeepStrictEqual } from 'node:util';
import en from '../../../resources/locales/en/hoaxesCsv.json';
import id from '../../../resources/locales/id/hoaxesCsv.json';
import type { ReadOutWords } from '../../contract/api/hoaxes';
import type { ItemChange } from '../../contract/api/rundowns';
import { Failure } from '../../contract/failure';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { PLAIN_ITEM, type RundownItem } from '../../contract/records/rundown-item';
import type { ScriptDoc } from '../../contract/records/script';
import { mayDo, type Role } from '../../contract/records/user';
import type { Id } from '../../contract/scalars';
import { byOrder, orderBetween } from '../../domain/rundown/order';
import { readingMs, spokenOf } from '../../domain/rundown/reading';
import { newestBroadcast, type Reader, refuseSigned, requireRecord, settingsOf, type Tx } from '../store';

export interface ReadOutNeed {
  rundowns: {
    editIn(tx: Tx, edit: { id: Id; changes: readonly ItemChange[]; by: string }): void;
    /** The script of an item. */
    writeIn(tx: Tx, script: { id: RundownItem['id']; doc: ScriptDoc; by: string }): void;
    /** As last committed. */
    items(rundownId: string): readonly RundownItem[];
  };
}

const WORDS = { id, en } as const;
const LONGEST_NAME = 120;
/** Of a case, by its claim. */
export const nameOf = (claim: string): string =>
  claim.length > LONGEST_NAME ? `${claim.slice(0, LONGEST_NAME - 1).trimEnd()}…` : claim.replaceAll('\n', ' ');

/** One in a rundown, known by its case: added again it is the same. */
export const readOutIn = (rundownId: Id, { id }: Pick<HoaxCase, 'id'>): RundownItem['id'] => `${rundownId}:${id}`;

/** @throws Failure notAllowed, notFound, refused */
export function checkRundown(reader: Reader, rundownId: Id, role: Role): void {
  if (!mayDo(role, 'rundown')) throw new Failure('notAllowed', { needs: 'rundown' });
  requireRecord(reader, 'rundown', rundownId);
  refuseSigned(reader, rundownId);
}

/** One that is there stays as its editors left it. */
export function addToRundown(
  { rundowns }: ReadOutNeed,
  tx: Tx,
  { one, rundownId, by }: { one: HoaxCase; rundownId: Id; by: string },
): void {
  if (tx.get('rundownItem', readOutIn(rundownId, one))) return;
  const script = scriptOf(one, settingsOf(tx).language);
  const last = rundowns
    .items(rundownId)
    .filter(({ parentId }) => parentId === null)
    .toSorted(byOrder)
    .at(-1);
  const add: ItemChange = {
    ...{ type: 'add', key: one.id, parentId: null, order: orderBetween(last?.order ?? null, null), script },
    fields: { ...PLAIN_ITEM, kind: 'script', title: one.name, durationMs: lengthOf(script) },
  };
  rundowns.editIn(tx, { id: rundownId, changes: [add], by });
}

const lengthOf = (script: ScriptDoc): number => readingMs(spokenOf(script), new Map());

type Answer = Pick<HoaxCase, 'claim' | 'clarification'>;

/** In whichever language the station wrote it. */
const isWritten = (doc: ScriptDoc | undefined, answer: Answer): boolean =>
  (['id', 'en'] as const).some((language) => isDeepStrictEqual(doc, scriptOf(answer, language)));

const isToldAs = ({ told, claim, clarification }: HoaxCase): boolean =>
  told !== null && told.claim === claim && isDeepStrictEqual(told.clarification, clarification);

/** What it says now is the answer since then: null while it is a claim told otherwise that was not published again. */
function answerSince(one: HoaxCase): number | null {
  if (one.told === null || isToldAs(one)) return one.told?.at ?? one.clarifiedAt;
  return isDeepStrictEqual(one.told.clarification, one.clarification) ? null : one.clarifiedAt;
}

/** As it is once it is published now. */
export function toldNow(one: HoaxCase, now: number): HoaxCase['told'] {
  const { claim, clarification } = one;
  return clarification === null ? null : { claim, clarification, at: answerSince(one) ?? now };
}

export function wordsIn(reader: Pick<Reader, 'get'>, one: HoaxCase, rundownId: Id): ReadOutWords {
  const script = reader.get('script', readOutIn(rundownId, one));
  if (isWritten(script?.doc, one)) return 'current';
  if (one.told && isWritten(script?.doc, one.told)) return 'earlier';
  return (script?.updatedAt ?? 0) >= (answerSince(one) ?? Number.POSITIVE_INFINITY) ? 'current' : 'edited';
}

/**
 * An earlier answer is not read out after another was published, whoever published it: the words are the desk's own. Those that an editor
 * put are left, and so is what is on air.
 */
export function retell(
  { rundowns }: ReadOutNeed,
  tx: Tx,
  one: HoaxCase,
  { rundownId, by }: { rundownId: Id; by: string },
): void {
  const id = readOutIn(rundownId, one);
  const [item, before] = [tx.get('rundownItem', id), tx.get('script', id)];
  if (!item || !before || wordsIn(tx, one, rundownId) !== 'earlier') return;
  if (newestBroadcast(tx, rundownId)?.current?.itemId === id) return;
  const doc = scriptOf(one, settingsOf(tx).language);
  rundowns.writeIn(tx, { id, doc, by });
  const isOwnLength = item.durationMs === lengthOf(before.doc);
  const fields = {
    // Whoever approved it approved other words.
    ...{ status: 'draft' as const, title: item.title === nameOf(one.told?.claim ?? '') ? one.name : item.title },
    durationMs: isOwnLength ? lengthOf(doc) : item.durationMs,
  };
  rundowns.editIn(tx, { id: rundownId, changes: [{ type: 'set', id, rev: null, fields }], by });
}

/** What goes round, what is true of it, and unspoken what it was checked against. */
function scriptOf({ claim, clarification: said }: Answer, language: keyof typeof WORDS): ScriptDoc {
  const line = (text: string) => ({
    ...{ type: 'line' as const, attrs: { speaker: '' } },
    content: [{ type: 'text' as const, text }],
  });
  if (!said) return { type: 'doc', content: [] };
  const sources = { type: 'cue' as const, content: [{ type: 'text' as const, text: said.sources.join('; ') }] };
  return {
    type: 'doc',
    content: [line(claim), line(`${WORDS[language].verdicts[said.verdict]}. ${said.answer}`), sources],
  };
}
