/** An answer read out on the radio: an item at the end of a rundown with the words to be read, left for its editors to place. */
import en from '../../../resources/locales/en/hoaxesCsv.json';
import id from '../../../resources/locales/id/hoaxesCsv.json';
import type { ItemChange } from '../../contract/api/rundowns';
import { Failure } from '../../contract/failure';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { PLAIN_ITEM, type RundownItem } from '../../contract/records/rundown-item';
import type { ScriptDoc } from '../../contract/records/script';
import { mayDo, type Role } from '../../contract/records/user';
import type { Id } from '../../contract/scalars';
import { byOrder, orderBetween } from '../../domain/rundown/order';
import { readingMs, spokenOf } from '../../domain/rundown/reading';
import { type Reader, refuseSigned, requireRecord, settingsOf, type Tx } from '../store';

export interface ReadOutNeed {
  rundowns: {
    editIn(tx: Tx, edit: { id: Id; changes: readonly ItemChange[]; by: string }): void;
    /** As last committed. */
    items(rundownId: string): readonly RundownItem[];
  };
}

const WORDS = { id, en } as const;

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
    fields: { ...PLAIN_ITEM, kind: 'script', title: one.name, durationMs: readingMs(spokenOf(script), new Map()) },
  };
  rundowns.editIn(tx, { id: rundownId, changes: [add], by });
}

/** What goes round, what is true of it, and unspoken what it was checked against. */
function scriptOf({ claim, clarification: said }: HoaxCase, language: keyof typeof WORDS): ScriptDoc {
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
