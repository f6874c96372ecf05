/** Reads records wherever they live: documents in memory, the rest as rows. */
import type { RecordName, Records } from '../../contract/records';
import { assetRows } from './assets';
import type { Database } from './database';
import type { Documents } from './documents';
import { jobRows } from './jobs';
import { isRow, type RowRecord } from './placement';
import { plainRows, type RowKeeper } from './rows';
import type { Reader } from './types';

export type Keepers = ReturnType<typeof keepers>;

export function keepers(db: Database) {
  return {
    asset: assetRows(db),
    job: jobRows(db),
    session: plainRows(db, 'session'),
    storedTimeline: plainRows(db, 'storedTimeline'),
    plannedDay: plainRows(db, 'plannedDay'),
    takeoverReceipt: plainRows(db, 'takeoverReceipt'),
    versionContent: plainRows(db, 'versionContent'),
    rundownItem: plainRows(db, 'rundownItem'),
    rundownComment: plainRows(db, 'rundownComment'),
    script: plainRows(db, 'script'),
    call: plainRows(db, 'call'),
    attachment: plainRows(db, 'attachment'),
    step: plainRows(db, 'step'),
    recording: plainRows(db, 'recording'),
    watchAlarm: plainRows(db, 'watchAlarm'),
    episode: plainRows(db, 'episode'),
    previewComment: plainRows(db, 'previewComment'),
    previewCaptions: plainRows(db, 'previewCaptions'),
    previewLink: plainRows(db, 'previewLink'),
    qualityReport: plainRows(db, 'qualityReport'),
    ruleVersion: plainRows(db, 'ruleVersion'),
  } satisfies { [N in RowRecord]: RowKeeper<Records[N]> };
}

/** One of the two holds a record; TypeScript cannot follow a name that is both, hence the one cast. */
interface Holder<N extends RecordName> {
  get(id: string): Records[N] | undefined;
  all(): readonly Records[N][];
}

export function recordReader(documents: Documents, rows: Keepers): Reader {
  const holder = <N extends RecordName>(record: N): Holder<N> => {
    const found = isRow(record)
      ? rows[record]
      : { get: (id: string) => documents.get(record, id), all: () => documents.all(record) };
    return found as unknown as Holder<N>;
  };
  return {
    get: (record, id) => holder(record).get(id),
    all: (record) => holder(record).all(),
    find: rows.asset.find,
    assetsOf: rows.asset.assetsOf,
  };
}
