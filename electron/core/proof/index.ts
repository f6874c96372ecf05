/** The play log: takes reports, answers questions about them, and writes them out. */
import type { PlayQuery, proofApi } from '../../contract/api/displays';
import type { HandlersOf } from '../../contract/api/handlers';
import type { Play, PlayReport } from '../../contract/records/play';
import { DEFAULT_SETTINGS } from '../../contract/records/settings';
import type { Language } from '../../contract/records/user';
import { type Clock, createTopic, type Store, type Topic } from '../store';
import { csvRows } from './csv';

export interface Proof {
  handlers: HandlersOf<typeof proofApi>;
  /** Durable when it returns; a play already there is left as it is. @throws Failure when the disk is full */
  record(displayId: string, reports: readonly PlayReport[]): void;
  /** The matching plays, oldest first, as text pieces of a CSV file. */
  csv(query: PlayQuery, language: Language): AsyncIterable<string>;
  /** Emits the display whose new plays came in. */
  readonly arrived: Topic<string>;
}

export function createProof({ store, clock }: { store: Store; clock: Clock }): Proof {
  const arrived = createTopic<string>();
  return {
    arrived,
    handlers: {
      plays: (query) => store.plays.list(query),
      summary: (query) => store.plays.summary(query),
    },
    record(displayId, reports) {
      const receivedAt = clock.now();
      const added = store.plays.add(reports.map((report) => named(store, displayId, report, receivedAt)));
      if (added > 0) arrived.emit(displayId);
    },
    csv: (query, language) =>
      csvRows(store.plays.each(query), store.get('settings', 'settings')?.zone ?? DEFAULT_SETTINGS.zone, language),
  };
}

/** A deleted record takes its name with it: the names are kept in the play. */
function named(store: Store, displayId: string, report: PlayReport, receivedAt: number): Play {
  const { assetId, bookingId } = report;
  return {
    ...report,
    displayId,
    displayName: store.get('display', displayId)?.name ?? displayId,
    assetName: assetId ? (store.get('asset', assetId)?.name ?? null) : null,
    bookingName: bookingId ? (store.get('booking', bookingId)?.name ?? null) : null,
    receivedAt,
  };
}
