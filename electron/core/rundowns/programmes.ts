/** Handlers of `programmesApi` and `presentersApi`. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { presentersApi, programmesApi } from '../../contract/api/programmes';
import { Failure } from '../../contract/failure';
import type { TemplateLine } from '../../contract/records/rundown-item';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { textOf } from '../../domain/rundown/script-text';
import { inOrder } from '../../domain/rundown/tree';
import { type Clock, requireRecord, requireRev, type Store } from '../store';

const MOST_LINES = 500;
const MOST_TEXT = 20_000;

export interface ProgrammesNeed {
  store: Store;
  clock: Clock;
}

export function programmeHandlers({ store, clock }: ProgrammesNeed): HandlersOf<typeof programmesApi> {
  return {
    list: () => [...store.all('programme')],

    create: (fields, { actor }) =>
      store.commit({ command: 'programmes.create', actor, undoable: true }, (tx) => {
        const now = clock.now();
        return tx.put('programme', { id: newId(now), rev: 0, ...fields, createdAt: now, updatedAt: now });
      }),

    update: ({ id, rev, fields }, { actor }) =>
      store.commit({ command: 'programmes.update', actor, undoable: true }, (tx) =>
        tx.put('programme', { ...requireRev(tx, 'programme', id, rev), ...fields, updatedAt: clock.now() }),
      ),

    learnTemplate: ({ id, rundownId }, { actor }) =>
      store.commit({ command: 'programmes.learnTemplate', actor, undoable: true }, (tx) => {
        const held = requireRecord(tx, 'programme', id);
        const { startsAt, lengthMs, presenterIds } = requireRecord(tx, 'rundown', rundownId);
        const template = linesOf(store, rundownId);
        return tx.put('programme', { ...held, startsAt, lengthMs, presenterIds, template, updatedAt: clock.now() });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'programmes.remove', actor, undoable: true }, (tx) => {
        requireRecord(tx, 'programme', id);
        tx.remove('programme', id);
        return null;
      }),
  };
}

/** Items as lines of a template: what is of the day (spots, guests, cues, status) stays behind. */
function linesOf(store: Store, rundownId: string): TemplateLine[] {
  const items = inOrder(store.rundownParts.of('rundownItem', rundownId));
  if (items.length > MOST_LINES) {
    throw new Failure('refused', {}, [reason('rundown.templateTooLong', { most: MOST_LINES })]);
  }
  const places = new Map(items.map(({ id }, at) => [id, at]));
  return items.map(
    ({ id, parentId, kind, title, durationMs, start, floating, flex, optional, colour, person, notes }) => {
      const script = store.get('script', id);
      return {
        parent: (parentId === null ? undefined : places.get(parentId)) ?? null,
        ...{ kind, title, durationMs, start, floating, flex, optional, colour, person, notes },
        text: script ? textOf(script.doc).slice(0, MOST_TEXT) : '',
      };
    },
  );
}

export function presenterHandlers({ store, clock }: ProgrammesNeed): HandlersOf<typeof presentersApi> {
  return {
    list: () => [...store.all('presenter')],

    create: (fields, { actor }) =>
      store.commit({ command: 'presenters.create', actor, undoable: true }, (tx) => {
        const now = clock.now();
        return tx.put('presenter', { id: newId(now), rev: 0, ...fields, learnt: { words: 0, ms: 0 }, createdAt: now });
      }),

    update: ({ id, rev, fields, forget }, { actor }) =>
      store.commit({ command: 'presenters.update', actor, undoable: true }, (tx) => {
        const held = requireRev(tx, 'presenter', id, rev);
        return tx.put('presenter', { ...held, ...fields, learnt: forget ? { words: 0, ms: 0 } : held.learnt });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'presenters.remove', actor, undoable: true }, (tx) => {
        const { name } = requireRecord(tx, 'presenter', id);
        const programmes = tx.all('programme').filter(({ presenterIds }) => presenterIds.includes(id));
        const rundowns = tx.all('rundown').filter(({ presenterIds }) => presenterIds.includes(id));
        const uses = [
          ...programmes.map((programme) => reason('where.programme', { name: programme.name })),
          ...rundowns.map((rundown) => reason('where.rundown', { name: `${rundown.name}, ${rundown.date}` })),
        ];
        if (uses.length > 0) throw new Failure('inUse', { record: 'presenter', name }, uses.slice(0, 20));
        tx.remove('presenter', id);
        return null;
      }),
  };
}
