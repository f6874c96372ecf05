/** Builds the cues room: what rundown items show on videotrons. */
import type { CueView, cuesApi } from '../../contract/api/cues';
import type { HandlersOf } from '../../contract/api/handlers';
import type { TakeoverAt } from '../../contract/api/takeovers';
import { rundownOf } from '../../contract/records/part-id';
import { ARMED_AT, type Takeover } from '../../contract/records/takeover';
import { isNear } from '../../domain/rundown/cues';
import { holds, isOver } from '../../domain/takeover';
import type { Committed } from '../store';
import { against } from './against';
import { type CuesNeed, cuesFor, follow } from './follow';

export interface CuesOptions extends CuesNeed {
  /** What became of a takeover at each display that it means. */
  displaysOf: (takeoverId: string) => TakeoverAt[];
}

export interface CuesRoom {
  handlers: HandlersOf<typeof cuesApi>;
  /** Looks at what was left when the station stopped. */
  start(): void;
  stop(): void;
}

/** A rundown becomes due by itself as its day comes near. */
const LOOK_MS = 600_000;

export function createCues(options: CuesOptions): CuesRoom {
  const { store, clock, log } = options;
  const due = new Set<string>();
  let running = false;
  let stopped = false;

  /** One after another: what is due meanwhile is looked at next. */
  function look(): void {
    if (running || stopped) return;
    running = true;
    void run().finally(() => {
      running = false;
      if (due.size > 0) look();
    });
  }

  async function run(): Promise<void> {
    const now = [...due];
    due.clear();
    try {
      await follow(options, now);
    } catch (fault) {
      log.error({ err: fault }, 'cues could not follow their rundown');
    }
  }

  /** Those that a clock alone may have moved, and those that were left by a stop in the middle. */
  function lookAtNear(): void {
    const now = clock.now();
    for (const rundown of store.all('rundown')) if (isNear(rundown, now)) due.add(rundown.id);
    for (const { rundownId, state } of store.all('show')) if (state === 'onAir') due.add(rundownId);
    for (const takeover of store.all('takeover')) {
      if (takeover.cue && !isOver(takeover, now)) due.add(takeover.cue.rundownId);
    }
    look();
  }

  const unsubscribe = store.committed.subscribe(({ changes }) => {
    for (const change of changes) {
      const rundownId = touched(options, change);
      if (rundownId !== null) due.add(rundownId);
    }
    if (due.size > 0) look();
  });
  let timer: NodeJS.Timeout | null = null;
  return {
    handlers: { of: ({ rundownId }) => viewsOf(options, rundownId) },
    start() {
      lookAtNear();
      timer = setInterval(lookAtNear, LOOK_MS).unref();
    },
    stop() {
      stopped = true;
      if (timer) clearInterval(timer);
      unsubscribe();
    },
  };
}

/** The rundown whose cues a change may move; only where it has any, or has had. */
function touched({ store, items }: CuesOptions, { record, id }: Committed['changes'][number]): string | null {
  const rundownId = record === 'rundown' ? id : record === 'rundownItem' ? rundownOf(id) : showOf(store, record, id);
  if (rundownId === null) return null;
  const hasCue = items(rundownId).some(({ cue }) => cue !== null);
  return hasCue || store.all('takeover').some(({ cue }) => cue?.rundownId === rundownId) ? rundownId : null;
}

function showOf(store: CuesOptions['store'], record: string, id: string): string | null {
  return record === 'show' ? (store.get('show', id)?.rundownId ?? null) : null;
}

function viewsOf(options: CuesOptions, rundownId: string): CueView[] {
  const { store, items, displaysOf, clock } = options;
  const wanted = new Set((cuesFor(options, rundownId) ?? []).map(({ itemId }) => itemId));
  const takeovers = store.all('takeover').filter(({ cue }) => cue?.rundownId === rundownId);
  return items(rundownId).flatMap((item): CueView[] => {
    if (!item.cue) return [];
    const because = against(store, rundownId, { cue: item.cue });
    const newest = takeovers.findLast(({ cue }) => cue?.itemId === item.id);
    const state = because.length > 0 ? 'refused' : stateOf(newest, wanted.has(item.id), clock.now());
    return [{ itemId: item.id, state, because, displays: newest ? displaysOf(newest.id) : [] }];
  });
}

function stateOf(takeover: Takeover | undefined, isWanted: boolean, now: number): CueView['state'] {
  if (!takeover) return 'waiting';
  if (takeover.from === ARMED_AT) return isWanted ? 'armed' : 'waiting';
  return holds(takeover, now) ? 'showing' : 'over';
}
