/** Builds the rules room: what may air, by which stages, and who lifts a lock. */
import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { HandlersOf } from '../../contract/api/handlers';
import type { lockChangesApi } from '../../contract/api/lock-changes';
import type { liftsApi, rulesApi, stagesApi } from '../../contract/api/rules';
import type { SignedRulebook } from '../../contract/records/rulebook';
import type { Language, Role } from '../../contract/records/user';
import { inTurns } from '../loop';
import type { Topic } from '../store';
import { createBench } from './bench';
import { openBookOf } from './book';
import { carryOverSpotRules } from './carry-over';
import { ruleEffect } from './effect';
import { fairnessBetween } from './fairness';
import { fairnessCsv } from './fairness-csv';
import { createLiftHandlers, endStale } from './lifts';
import { createLockChangeHandlers } from './lock-changes';
import { locksAt } from './locks';
import type { RulesOptions } from './options';
import { createRuleHandlers } from './rules';
import { seedRules } from './seed';
import { createSignedBook } from './signed-book';
import { createStageHandlers } from './stages';

export interface RulesRoom {
  handlers: {
    rules: HandlersOf<typeof rulesApi>;
    stages: HandlersOf<typeof stagesApi>;
    lifts: HandlersOf<typeof liftsApi>;
    lockChanges: HandlersOf<typeof lockChangesApi>;
  };
  /** What each subject was given, as pieces of a CSV file. */
  fairnessCsv(query: { from: string; to: string }, language: Language, role: Role): Promise<AsyncIterable<string>>;
  /** The book that displays judge by, whenever it is numbered anew. */
  readonly bookSigned: Topic<SignedRulebook>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_MS = 60_000;

export function createRules({ log, key, ...options }: RulesOptions & { log: Logger; key: KeyObject }): RulesRoom {
  const { store, clock } = options;
  const signedBook = createSignedBook({ store, clock, log, key });
  let timer: NodeJS.Timeout | null = null;
  const look = () =>
    void endStale(store, clock.now()).catch((fault: unknown) =>
      log.error({ err: fault }, 'lifts were not looked after'),
    );
  const fairness = (days: { from: string; to: string }, role: Role) => inTurns(fairnessBetween(store, days, role));
  return {
    handlers: {
      rules: {
        ...createRuleHandlers(options),
        ...createBench(options),
        effect: (asked) => inTurns(ruleEffect(store, asked, clock.now())),
        book: () => openBookOf(store).book,
        locks: () => locksAt(openBookOf(store).book, clock.now()),
        fairness: (days, { role }) => fairness(days, role),
      },
      stages: createStageHandlers(options),
      lifts: createLiftHandlers(options),
      lockChanges: createLockChangeHandlers(options),
    },
    fairnessCsv: async (days, language, role) => fairnessCsv(await fairness(days, role), language),
    bookSigned: signedBook.changed,
    async start() {
      await seedRules(options);
      await carryOverSpotRules(options);
      await signedBook.start();
      look();
      timer = setInterval(look, LOOK_MS).unref();
    },
    async stop() {
      if (timer) clearInterval(timer);
      await signedBook.stop();
    },
  };
}
