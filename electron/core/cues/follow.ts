/**
 * Keeps the takeovers that are cues in step with the rundowns they belong to: armed ones for what may come, one that is shown for what
 * is on air, none for what went. Asked again with every commit that may matter; says nothing where nothing is to be changed.
 */
import type { Logger } from 'pino';
import { STATION_ACTOR } from '../../contract/records/audit';
import { ARMED_AT, type Takeover } from '../../contract/records/takeover';
import { newId } from '../../contract/ulid';
import { type WantedCue, wantedCues, whatOf } from '../../domain/rundown/cues';
import { planOf } from '../../domain/rundown/plan';
import { endOf } from '../../domain/takeover';
import { type Clock, newestBroadcast, newestShow, type Store, type Tx } from '../store';
import { against } from './against';

export interface CuesNeed {
  store: Store;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  /** Of a rundown, as last committed. */
  items: (rundownId: string) => Parameters<typeof planOf>[1];
}

const COMMIT = { command: 'cues.follow', actor: STATION_ACTOR, audited: false };

/** What one rundown's cues ought to be now; null once it is gone. */
export function cuesFor(need: CuesNeed, rundownId: string): WantedCue[] | null {
  const { store, clock, items } = need;
  const rundown = store.get('rundown', rundownId);
  if (!rundown) return null;
  return wantedCues(
    rundown,
    planOf(rundown, items(rundownId)),
    newestBroadcast(store, rundownId) ?? newestShow(store, rundownId),
    clock.now(),
  );
}

export async function follow(need: CuesNeed, rundownIds: Iterable<string>): Promise<void> {
  const { store, clock } = need;
  for (const rundownId of rundownIds) {
    const now = clock.now();
    const wanted = (cuesFor(need, rundownId) ?? []).filter((cue) => against(store, rundownId, cue).length === 0);
    await store.commit(COMMIT, (tx) => adjust(tx, { rundownId, wanted, now }));
  }
}

interface Adjustment {
  rundownId: string;
  wanted: readonly WantedCue[];
  now: number;
}

function adjust(tx: Tx, { rundownId, wanted, now }: Adjustment): void {
  const standing = tx
    .all('takeover')
    .filter((takeover) => takeover.cue?.rundownId === rundownId && isStanding(takeover, now));
  const left = new Set(standing);
  for (const cue of wanted) {
    const held = standing.find((takeover) => left.has(takeover) && isFor(takeover, cue));
    if (held) left.delete(held);
    const next = held ? renewed(held, cue) : made(rundownId, cue, now);
    tx.put('takeover', next);
  }
  for (const takeover of left) {
    // What was never shown leaves no trace; what was keeps its receipts.
    if (takeover.from === ARMED_AT) tx.remove('takeover', takeover.id);
    else tx.put('takeover', { ...takeover, endedAt: now });
  }
}

const isStanding = (takeover: Takeover, now: number): boolean => endOf(takeover) > now;

/** The same item's: armed, or of the same step. */
function isFor({ cue: of, from, what, where }: Takeover, { itemId, since, cue }: WantedCue): boolean {
  if (of?.itemId !== itemId || (of.stepId !== null && of.stepId !== since?.stepId)) return false;
  if (from === ARMED_AT) return true;
  return JSON.stringify([what, where]) === JSON.stringify([whatOf(cue), cue.where]);
}

function renewed(held: Takeover, { name, cue, since, itemId }: WantedCue): Takeover {
  const isNew = since !== null && held.from === ARMED_AT;
  const from = since === null ? ARMED_AT : isNew ? since.at : held.from;
  const until = since === null || cue.forMs === null ? null : from + cue.forMs;
  const of = { rundownId: held.cue?.rundownId ?? '', itemId, stepId: since?.stepId ?? null };
  return { ...held, name, what: whatOf(cue), where: cue.where, from, until, cue: of };
}

function made(rundownId: string, cue: WantedCue, now: number): Takeover {
  const empty = { id: newId(now), rev: 0, test: false, endedAt: null, undone: false, createdAt: now };
  const of = { rundownId, itemId: cue.itemId, stepId: null };
  const armed = { ...empty, name: cue.name, what: whatOf(cue.cue), where: cue.cue.where, from: ARMED_AT, until: null };
  return renewed({ ...armed, cue: of, createdBy: STATION_ACTOR.name }, cue);
}
