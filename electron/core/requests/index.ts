/** Builds the requests room: the register of requests for information, its letters, its report. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { RequestLetterQuery, requestsApi } from '../../contract/api/requests';
import type { Language } from '../../contract/records/user';
import { HOUR_MS } from '../../domain/calendar';
import { dueOn } from '../../domain/requests/due';
import { draw } from '../rundown-files/papers/draw';
import { requireRecord, settingsOf } from '../store';
import { requestHandlers } from './commands';
import { registerCsv } from './csv';
import { givenAssets } from './given';
import { letterOf, letterPaper } from './letter';
import { officeOf, type Room } from './room';
import { forgetApplicants, watchDue } from './watch';

export interface RequestsRoom {
  handlers: HandlersOf<typeof requestsApi>;
  /** @throws Failure notFound, refused where what was decided is not kept */
  letter(id: string, query: RequestLetterQuery): Promise<{ name: string; bytes: Buffer }>;
  csv(year: number, language: Language): AsyncIterable<string>;
  /** Warns of what is due, and forgets what is to be forgotten. */
  lookAfter(): Promise<void>;
  start(): void;
  stop(): void;
}

export function createRequests(room: Room): RequestsRoom {
  const { store, clock, log } = room;
  let timer: NodeJS.Timeout | null = null;
  let unsubscribe = () => {};
  const due = watchDue(room);
  const lookAfter = async () => {
    due.look();
    await forgetApplicants(room);
  };
  const said = () =>
    void lookAfter().catch((fault: unknown) => log.error({ err: fault }, 'requests could not be looked after'));

  return {
    handlers: requestHandlers(room),

    async letter(id, query) {
      const request = requireRecord(store, 'informationRequest', id);
      const of = letterOf(request, query);
      // What may not be given any more is not named either.
      const assetIds = of.kind === 'decision' ? (of.decision.answer?.assetIds ?? []) : [];
      const given = givenAssets(store, assetIds, clock.now());
      const names = given.filter(({ refusals }) => refusals.length === 0).map(({ name }) => name);
      const settings = settingsOf(store);
      const paper = letterPaper({ request, of, given: names, settings, query, now: clock.now() });
      const turn = query.of ? `-${query.of}` : query.decision === undefined ? '' : `-${query.decision}`;
      return { name: `${request.number.replaceAll('/', '-')}${turn}.pdf`, bytes: await draw(paper, 'pdf') };
    },

    csv(year, language) {
      const { calendar } = officeOf(store, clock);
      const ofYear = store.all('informationRequest').filter((request) => request.year === year);
      const inOrder = ofYear.sort((a, b) => a.serial - b.serial);
      return registerCsv(inOrder, (request) => dueOn(request, calendar), language);
    },

    lookAfter,
    start() {
      unsubscribe = store.committed.subscribe(({ changes }) => {
        const ids = changes.flatMap(({ record, id }) => (record === 'informationRequest' ? [id] : []));
        if (changes.some(({ record }) => record === 'settings')) due.look();
        else if (ids.length > 0) due.look(ids);
      });
      said();
      timer = setInterval(said, HOUR_MS).unref();
    },
    stop() {
      if (timer) clearInterval(timer);
      unsubscribe();
    },
  };
}
