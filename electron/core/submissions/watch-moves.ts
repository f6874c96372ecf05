/**
 * Versions that wait to take the place of those before them: each is moved as soon as it can be played wherever they are, and waits no
 * longer once its approval falls. What is waited for stands in the submission, so a restart goes on with it.
 */
import type { RecordName } from '../../contract/records';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Submission } from '../../contract/records/submission';
import { type Reason, reason } from '../../contract/scalars';
import { mayMove } from '../../domain/submission/successor';
import { newest } from '../../domain/submission/workflow';
import type { Committed } from '../store';
import { earlierApproved, lacksBefore } from './before';
import { replaceBefore } from './replace';
import type { Room } from './room';

/** What may bring a move nearer, or end the wait for it. */
const MOVES: ReadonlySet<RecordName> = new Set<RecordName>([
  ...(['asset', 'submission', 'booking', 'playlist', 'display', 'displayGroup', 'settings'] as const),
  ...(['rundown', 'rundownItem', 'programme', 'show'] as const),
]);
/** A transcode commits often: one look serves what comes close together. */
const GATHER_MS = 200;
/** Bookings end by themselves. */
const AGAIN_MS = 600_000;

export interface MoveWatch {
  start(): void;
  /** Looks once at all that wait. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

export function watchMoves(room: Room): MoveWatch {
  const { store, log, alerts } = room;
  let due: NodeJS.Timeout | null = null;
  let again: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  let unsubscribe = () => {};
  const alerted = new Set<string>();

  const waiting = (): Submission[] => store.all('submission').filter(({ replacing }) => replacing !== null);

  async function lookAll(): Promise<void> {
    const all = waiting();
    for (const held of all) {
      // One that cannot be moved keeps nobody else waiting.
      await lookAt(held).catch((fault: unknown) => log.error({ err: fault, id: held.id }, 'a version that waits'));
    }
    const still = new Set(waiting().map(({ id }) => id));
    for (const id of alerted) if (!still.has(id)) settle(id);
  }

  async function lookAt({ id }: Submission): Promise<void> {
    const held = store.get('submission', id);
    if (!held?.replacing) return;
    if (!isStillMeant(held)) return drop(id);
    const lacks = lacksBefore(room, store, held);
    if (lacks.length === 0) return moveNow(id);
    const stuck = lacks.find(({ state }) => state === 'failed');
    if (stuck) raise(id, whyStuck(held.title, stuck.showing.display?.name ?? null));
    else settle(id);
    const { assetId } = held.replacing;
    const needs = lacks.filter(({ state }) => state === 'coming').map(({ showing }) => showing);
    await room.ensureRenditions(needs.map(({ profile, inMs }) => ({ assetId, profile, inMs })));
  }

  const isStillMeant = (held: Submission): boolean =>
    held.replacing?.assetId === newest(held)?.assetId &&
    mayMove(store, held) &&
    earlierApproved(store, held).length > 0;

  async function drop(id: string): Promise<void> {
    await store.commit({ command: 'submissions.replaceDropped', actor: STATION_ACTOR }, (tx) => {
      const held = tx.get('submission', id);
      if (held?.replacing) tx.put('submission', { ...held, replacing: null });
    });
  }

  /** Asked once more where it is written: an approval may fall between. */
  async function moveNow(id: string): Promise<void> {
    await store.commit({ command: 'submissions.replaceReady', actor: STATION_ACTOR }, (tx) => {
      const held = tx.get('submission', id);
      const asset = held?.replacing && tx.get('asset', held.replacing.assetId);
      if (!asset || !mayMove(tx, held) || lacksBefore(room, tx, held).length > 0) return;
      replaceBefore(room, tx, held, asset, STATION_ACTOR);
    });
  }

  const alertOf = (id: string) => `submissions.replace.${id}`;
  function raise(id: string, why: Reason): void {
    alerted.add(id);
    alerts.raise(alertOf(id), 'warning', why);
  }
  function settle(id: string): void {
    if (alerted.delete(id)) alerts.settle(alertOf(id));
  }

  const look = () => {
    running = running
      .then(lookAll)
      .catch((fault: unknown) => log.error({ err: fault }, 'versions that wait could not be looked at'));
    return running;
  };
  const lookSoon = () => {
    due ??= setTimeout(() => {
      due = null;
      void look();
    }, GATHER_MS).unref();
  };

  return {
    look,
    start() {
      unsubscribe = store.committed.subscribe(({ changes }: Committed) => {
        if (changes.some(({ record }) => MOVES.has(record))) lookSoon();
      });
      again = setInterval(lookSoon, AGAIN_MS).unref();
      lookSoon();
    },
    async stop() {
      unsubscribe();
      if (due) clearTimeout(due);
      if (again) clearInterval(again);
      await running;
    },
  };
}

const whyStuck = (title: string, display: string | null): Reason =>
  display === null
    ? reason('submission.cannotReplaceOnRadio', { title })
    : reason('submission.cannotReplace', { title, display });
