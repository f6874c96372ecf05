/** An answer on the radio: an item at the end of a rundown with the words to be read, left for its editors to place. */
import en from '../../../resources/locales/en/hoaxesCsv.json';
import id from '../../../resources/locales/id/hoaxesCsv.json';
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import type { ItemChange, rundownsApi } from '../../contract/api/rundowns';
import { Failure } from '../../contract/failure';
import type { HoaxCase } from '../../contract/records/hoax-case';
import { PLAIN_ITEM, type RundownItem } from '../../contract/records/rundown-item';
import type { ScriptDoc } from '../../contract/records/script';
import { mayDo } from '../../contract/records/user';
import { newId } from '../../contract/ulid';
import { byOrder, orderBetween } from '../../domain/rundown/order';
import { readingMs, spokenOf } from '../../domain/rundown/reading';
import { type Reader, refuseSigned, requireRecord, type Store, settingsOf } from '../store';

export interface ReadOutNeed {
  store: Store;
  rundowns: {
    items(rundownId: string): readonly RundownItem[];
    edit: HandlersOf<typeof rundownsApi>['edit'];
  };
}

const WORDS = { id, en } as const;

/** @throws Failure notAllowed, notFound, refused */
export function checkRundown(
  reader: Reader & Pick<Store, 'all'>,
  rundownId: string,
  { role }: Pick<Caller, 'role'>,
): void {
  if (!mayDo(role, 'rundown')) throw new Failure('notAllowed', { needs: 'rundown' });
  requireRecord(reader, 'rundown', rundownId);
  refuseSigned(reader, rundownId);
}

export async function readOut({ store, rundowns }: ReadOutNeed, one: HoaxCase, rundownId: string, caller: Caller) {
  const script = scriptOf(one, settingsOf(store).language);
  const last = rundowns
    .items(rundownId)
    .filter(({ parentId }) => parentId === null)
    .toSorted(byOrder)
    .at(-1);
  const add: ItemChange = {
    ...{ type: 'add', key: newId(), parentId: null, order: orderBetween(last?.order ?? null, null), script },
    fields: { ...PLAIN_ITEM, kind: 'script', title: one.name, durationMs: readingMs(spokenOf(script), new Map()) },
  };
  await rundowns.edit({ id: rundownId, changes: [add] }, caller);
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
