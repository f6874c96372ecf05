/** The play log: takes reports, answers questions about them, and writes them out. */
import type { PlayQuery, proofApi } from '../../contract/api/displays';
import type { HandlersOf } from '../../contract/api/handlers';
import { type Play, type PlayReport, RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Language } from '../../contract/records/user';
import { inTurns } from '../loop';
import { type Clock, createTopic, type Store, settingsOf, type Topic } from '../store';
import { csvRows, radioName } from './csv';

export { radioName } from './csv';

import { shownBetween } from './shown';

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
      shown: (asked) => inTurns(shownBetween(store, asked, clock.now())),
    },
    record(displayId, reports) {
      const receivedAt = clock.now();
      const nameOf = names(store);
      const added = store.plays.add(reports.map((report) => named(nameOf, displayId, report, receivedAt)));
      if (added > 0) arrived.emit(displayId);
    },
    csv: (query, language) => csvRows(store.plays.each(query), settingsOf(store).zone, language),
  };
}

type Named = 'display' | 'asset' | 'booking';
interface NameOf {
  (record: Named, id: string): string | null;
  /** In the station's language. */
  radio: string;
}

/** A deleted record takes its name with it: the names are kept in the play. */
function named(nameOf: NameOf, displayId: string, report: PlayReport, receivedAt: number): Play {
  const { assetId, bookingId } = report;
  return {
    ...report,
    displayId,
    displayName: displayId === RADIO_CHANNEL_ID ? nameOf.radio : (nameOf('display', displayId) ?? displayId),
    assetName: assetId && nameOf('asset', assetId),
    bookingName: bookingId && nameOf('booking', bookingId),
    receivedAt,
  };
}

/** By its record, or by the audit's last image where the record was deleted before the display could report. */
function names(store: Store): NameOf {
  const gone = new Map<string, string | null>();
  const nameOf = (record: Named, id: string) => {
    const kept = store.get(record, id)?.name;
    if (kept !== undefined) return kept;
    const known = gone.get(id);
    if (known !== undefined) return known;
    const [last] = store.audit.list({ record, id, limit: 1 });
    const change = last?.changes.find((each) => each.record === record && each.id === id);
    const name = (change?.before as { name?: unknown } | null | undefined)?.name;
    const found = typeof name === 'string' ? name : null;
    gone.set(id, found);
    return found;
  };
  const { language } = settingsOf(store);
  return Object.assign(nameOf, { radio: radioName(language) });
}
