/** Handlers of `showsApi`: each a turn of `domain/rundown/run`, in one commit with the log. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { showsApi } from '../../contract/api/shows';
import { Failure } from '../../contract/failure';
import type { Show, Step, TakeSource } from '../../contract/records/show';
import { type Id, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { type Plan, planOf } from '../../domain/rundown/plan';
import {
  ended,
  fitted,
  held,
  isRefusal,
  type Outcome,
  skipped,
  started,
  type Turn,
  taken,
  wentBack,
} from '../../domain/rundown/run';
import { planOfShow } from '../../domain/rundown/shift';
import { type Clock, refuseSigned, requireRecord, type Store, spotsOfShow, stepsOf, type Tx } from '../store';
import { learn } from './learn';

export interface ShowsNeed {
  store: Store;
  clock: Clock;
}

type Actor = Parameters<HandlersOf<typeof showsApi>['end']>[1]['actor'];
/** What a command asks beside what it does. */
interface Asked {
  id: Id;
  turn: number;
  source: TakeSource;
}
type Play = (show: Show, plan: Plan, steps: readonly Step[], turn: Turn) => Outcome;

export function showHandlers({ store, clock }: ShowsNeed): Omit<HandlersOf<typeof showsApi>, 'remote'> {
  /** A turn at the show as it stands; whoever came second changes nothing. */
  const play = (command: string, { id, turn, source }: Asked, actor: Actor, change: Play): Promise<Show> =>
    store.commit({ command, actor }, (tx) => {
      const show = requireRecord(tx, 'show', id);
      if (show.turn !== turn || show.state !== 'onAir') return show;
      const at = clock.now();
      const steps = stepsOf(store, show);
      return keep(
        tx,
        change(show, planFor(store, tx, show), steps, { at, by: actor.name, source, newKey: () => newId(at) }),
      );
    });

  return {
    onAir: () =>
      store
        .all('show')
        .filter(({ state }) => state === 'onAir')
        .reverse(),

    of: ({ rundownId }) => {
      const steps = store.rundownParts.of('step', rundownId);
      return store
        .all('show')
        .filter((show) => show.rundownId === rundownId)
        .reverse()
        .map((show) => ({ show, steps: steps.filter(({ showId }) => showId === show.id) }));
    },

    spots: ({ id }) => {
      const show = requireRecord(store, 'show', id);
      return spotsOfShow(store, show, stepsOf(store, show));
    },

    start: ({ rundownId, rehearsal, source }, { actor }) =>
      store.commit({ command: 'shows.start', actor }, (tx) => {
        const rundown = requireRecord(tx, 'rundown', rundownId);
        refuseSigned(tx, rundownId);
        const already = tx
          .all('show')
          .find((show) => show.state === 'onAir' && (show.rundownId === rundownId || !(rehearsal || show.rehearsal)));
        if (already) throw new Failure('refused', {}, [reason('show.isOnAir', { name: already.rundownName })]);
        const at = clock.now();
        const fields = { id: newId(at), rundownId, rundownName: rundown.name, rehearsal };
        const plan = planOf(rundown, store.rundownParts.of('rundownItem', rundownId));
        return keep(tx, started(fields, plan, { at, by: actor.name, source, newKey: () => newId(at) }));
      }),

    take: ({ itemId, ...asked }, { actor }) =>
      play('shows.take', asked, actor, (show, plan, steps, turn) =>
        taken(show, plan, steps, { ...turn, itemId: itemId ?? null }),
      ),

    back: (asked, { actor }) =>
      play('shows.back', asked, actor, (show, plan, steps, turn) => wentBack(show, plan, steps, turn)),

    hold: ({ on, ...asked }, { actor }) =>
      play('shows.hold', asked, actor, (show, _plan, _steps, turn) => held(show, on, turn)),

    skip: ({ itemIds, on, ...asked }, { actor }) =>
      play('shows.skip', asked, actor, (show) => skipped(show, itemIds, on)),

    fit: ({ drop, lengths, ...asked }, { actor }) =>
      play('shows.fit', asked, actor, (show) => fitted(show, drop, lengths)),

    mode: ({ mode, ...asked }, { actor }) =>
      play('shows.mode', asked, actor, (show) => ({ show: { ...show, mode, turn: show.turn + 1 }, steps: [] })),

    end: (asked, { actor }) => play('shows.end', asked, actor, ended),

    explain: ({ id, why }, { actor }) =>
      store.commit({ command: 'shows.explain', actor, undoable: true }, (tx) => {
        const step = requireRecord(tx, 'step', id);
        const show = requireRecord(tx, 'show', step.showId);
        if (show.state === 'signed')
          throw new Failure('refused', {}, [reason('show.isSigned', { name: show.rundownName })]);
        return tx.put('step', { ...step, why });
      }),

    sign: ({ id, signature }, { actor }) =>
      store.commit({ command: 'shows.sign', actor }, (tx) => {
        const show = requireRecord(tx, 'show', id);
        const name = show.rundownName;
        if (show.state === 'signed') throw new Failure('refused', {}, [reason('show.isSigned', { name })]);
        if (show.state === 'onAir') throw new Failure('refused', {}, [reason('show.isOnAir', { name })]);
        if (show.rehearsal) throw new Failure('refused', {}, [reason('show.isRehearsal', { name })]);
        learn({ tx, store }, show);
        return tx.put('show', { ...show, state: 'signed', signature: { ...signature, at: clock.now() } });
      }),

    discard: ({ id }, { actor }) =>
      store.commit({ command: 'shows.discard', actor, undoable: true }, (tx) => {
        const show = requireRecord(tx, 'show', id);
        const name = show.rundownName;
        if (!show.rehearsal) throw new Failure('refused', {}, [reason('rundown.wasOnAir', { name })]);
        if (show.state === 'onAir') throw new Failure('refused', {}, [reason('show.isOnAir', { name })]);
        for (const step of stepsOf(store, show)) tx.remove('step', step.id);
        for (const call of store.rundownParts.of('call', show.rundownId))
          if (call.rehearsalId === id) tx.remove('call', call.id);
        tx.remove('show', id);
        return null;
      }),
  };
}

/** @throws Failure refused with the reason */
export function keep(tx: Tx, outcome: Outcome): Show {
  if (isRefusal(outcome)) throw new Failure('refused', {}, [outcome]);
  for (const step of outcome.steps) tx.put('step', step);
  return tx.put('show', outcome.show);
}

/** The rundown as it stands now: it may be edited while it is on air. */
export function planFor(store: Store, tx: Pick<Tx, 'get'>, show: Show): Plan {
  const { rundownId } = show;
  return planOfShow(requireRecord(tx, 'rundown', rundownId), store.rundownParts.of('rundownItem', rundownId), show);
}
