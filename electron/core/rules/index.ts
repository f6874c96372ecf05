/** Builds the rules room: what may air, by which stages, and who lifts a lock. */
import type { Logger } from 'pino';
import type { HandlersOf } from '../../contract/api/handlers';
import type { liftsApi, rulesApi, stagesApi } from '../../contract/api/rules';
import type { Language } from '../../contract/records/user';
import { inTurns } from '../loop';
import { createBench } from './bench';
import { openBookOf } from './book';
import { fairnessBetween } from './fairness';
import { fairnessCsv } from './fairness-csv';
import { createLiftHandlers, endStale } from './lifts';
import { locksAt } from './locks';
import type { RulesOptions } from './options';
import { createRuleHandlers } from './rules';
import { seedRules } from './seed';
import { createStageHandlers } from './stages';

export interface RulesRoom {
  handlers: {
    rules: HandlersOf<typeof rulesApi>;
    stages: HandlersOf<typeof stagesApi>;
    lifts: HandlersOf<typeof liftsApi>;
  };
  /** What each subject was given, as pieces of a CSV file. */
  fairnessCsv(query: { from: string; to: string }, language: Language): Promise<AsyncIterable<string>>;
  start(): Promise<void>;
  stop(): void;
}

const LOOK_MS = 60_000;

export function createRules({ log, ...options }: RulesOptions & { log: Logger }): RulesRoom {
  const { store, clock } = options;
  let timer: NodeJS.Timeout | null = null;
  const look = () =>
    void endStale(store, clock.now()).catch((fault: unknown) =>
      log.error({ err: fault }, 'lifts were not looked after'),
    );
  const fairness = (days: { from: string; to: string }) => inTurns(fairnessBetween(store, days));
  return {
    handlers: {
      rules: {
        ...createRuleHandlers(options),
        ...createBench(options),
        book: () => openBookOf(store).book,
        locks: () => locksAt(openBookOf(store).book, clock.now()),
        fairness,
      },
      stages: createStageHandlers(options),
      lifts: createLiftHandlers(options),
    },
    fairnessCsv: async (days, language) => fairnessCsv(await fairness(days), language),
    async start() {
      await seedRules(options);
      look();
      timer = setInterval(look, LOOK_MS).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
    },
  };
}
