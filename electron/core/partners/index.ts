/** Builds the partners room: agencies, agreements with what they come to, and the papers that go with them. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { AgreementUse, agenciesApi, agreementsApi } from '../../contract/api/partners';
import type { MediaFile } from '../../contract/handover';
import type { Actor } from '../../contract/records/audit';
import type { Paper } from '../../contract/records/paper';
import type { Language } from '../../contract/records/user';
import { HOUR_MS } from '../../domain/calendar';
import { createAgencies } from './agencies';
import { createAgreements } from './agreements';
import type { IncomingPaper, PartnersNeed } from './options';
import { createPapers } from './papers';
import { usageCsv, usageOf } from './usage';
import { createWarnings } from './warnings';

export interface Partners {
  handlers: { agencies: HandlersOf<typeof agenciesApi>; agreements: HandlersOf<typeof agreementsApi> };
  /** @throws Failure */
  takePaper(incoming: IncomingPaper, actor: Actor): Promise<Paper>;
  /** Null where there is none. */
  paperFile(id: string): (MediaFile & { hash: string; paper: Paper }) | null;
  /** What an agreement came to in a month, `YYYY-MM`. @throws Failure notFound */
  usage(id: string, month: string): Promise<AgreementUse>;
  usageCsv(id: string, month: string, language: Language): Promise<AsyncIterable<string>>;
  start(): void;
  /** Resolves when no paper is being swept. */
  stop(): Promise<void>;
}

const LOOK_MS = HOUR_MS;

export function createPartners(need: PartnersNeed): Partners {
  const { store, clock, log } = need;
  const papers = createPapers(need);
  const warn = createWarnings(need);
  let sweeping = Promise.resolve();
  const look = () => {
    warn();
    sweeping = sweeping
      .then(() => papers.sweep())
      .catch((fault: unknown) => log.error({ err: fault }, 'papers could not be swept'));
  };
  let timer: NodeJS.Timeout | null = null;
  let unsubscribe = () => {};
  return {
    handlers: { agencies: createAgencies(need), agreements: createAgreements(need) },
    takePaper: papers.take,
    paperFile: papers.file,
    usage: (id, month) => usageOf({ store }, id, month),
    usageCsv: (id, month, language) => usageCsv({ store, clock }, id, month, language),
    start() {
      look();
      timer = setInterval(look, LOOK_MS).unref();
      unsubscribe = store.committed.subscribe(({ changes }) => {
        if (changes.some(({ record }) => record === 'agreement')) warn();
      });
    },
    async stop() {
      if (timer) clearInterval(timer);
      unsubscribe();
      await sweeping;
    },
  };
}
