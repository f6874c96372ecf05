/** Documents in memory: the records people edit, as last committed. Their files are `document-file.ts`. */
import { z } from 'zod';
import { parseRecord, type RecordType } from '../../contract/record-type';
import { type Records, recordTypes } from '../../contract/records';
import { freeze } from './freeze';
import { type DocumentRecord, documentOf, recordOf } from './placement';
import { NewerVersion } from './upgrades';

/** A document as it stands in its file and in the journal. `rev` is the number of the commit that wrote it. */
export const DocumentImage = z.object({
  document: z.string(),
  rev: z.int().min(0),
  version: z.int().min(1),
  records: z.array(z.record(z.string(), z.unknown())),
});
export type DocumentImage = z.infer<typeof DocumentImage>;

type AnyRecord = Records[DocumentRecord];
export interface LoadedDocument {
  document: string;
  rev: number;
  /** By id; empty when the document is to be removed. */
  records: ReadonlyMap<string, AnyRecord>;
}

/** @throws what zod or JSON throws when damaged, NewerVersion when it is not ours to judge. */
export function parseDocument(document: string, text: string): LoadedDocument {
  const record = recordOf(document);
  if (!record) throw new RangeError(`${document} is no document of ours`);
  const image = DocumentImage.parse(JSON.parse(text));
  if (image.document !== document) throw new RangeError(`${document} holds ${image.document}`);
  const type: RecordType<AnyRecord> = recordTypes[record];
  if (image.version > type.version) throw new NewerVersion(document);
  const records = new Map<string, AnyRecord>();
  for (const raw of image.records) {
    const value = freeze(parseRecord(type, raw, image.version));
    if (documentOf(record, value.id) !== document) throw new RangeError(`${value.id} does not belong in ${document}`);
    records.set(value.id, value);
  }
  return { document, rev: image.rev, records };
}

/** What its file and the journal hold; null for a document without records, which has no file. */
export function imageOf({ document, rev, records }: LoadedDocument): DocumentImage | null {
  const record = recordOf(document);
  if (!record || records.size === 0) return null;
  return { document, rev, version: recordTypes[record].version, records: [...records.values()] };
}

export interface DocumentChange {
  record: DocumentRecord;
  id: string;
  /** Undefined when removed. */
  value: AnyRecord | undefined;
}

export class Documents {
  private readonly loaded = new Map<string, LoadedDocument>();
  private readonly sorted = new Map<DocumentRecord, readonly AnyRecord[]>();

  get<N extends DocumentRecord>(record: N, id: string): Records[N] | undefined {
    return this.loaded.get(documentOf(record, id))?.records.get(id) as Records[N] | undefined;
  }

  /** In order of id. */
  all<N extends DocumentRecord>(record: N): readonly Records[N][] {
    const known = this.sorted.get(record) ?? Object.freeze(this.collect(record));
    this.sorted.set(record, known);
    return known as readonly Records[N][];
  }

  /** The documents as these changes would leave them, numbered `rev`. Nothing is changed yet. */
  after(changes: readonly DocumentChange[], rev: number): LoadedDocument[] {
    const touched = new Map<string, Map<string, AnyRecord>>();
    for (const { record, id, value } of changes) {
      const document = documentOf(record, id);
      const records = touched.get(document) ?? new Map(this.loaded.get(document)?.records);
      touched.set(document, records);
      if (value) records.set(id, value);
      else records.delete(id);
    }
    return [...touched].map(([document, records]) => ({ document, rev, records }));
  }

  adopt(documents: readonly LoadedDocument[]): void {
    for (const document of documents) {
      const before = this.loaded.get(document.document)?.records;
      this.loaded.set(document.document, document);
      const record = recordOf(document.document);
      const known = record && this.sorted.get(record);
      if (!known) continue;
      const now = movedIn(known, before ?? new Map(), document.records);
      if (now) this.sorted.set(record, Object.freeze(now));
      else this.sorted.delete(record);
    }
  }

  list(): LoadedDocument[] {
    return [...this.loaded.values()];
  }

  private collect(record: DocumentRecord): AnyRecord[] {
    const mine = this.list().filter(({ document }) => recordOf(document) === record);
    return mine.flatMap(({ records }) => [...records.values()]).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** Beyond so many changes sorting anew is as quick. */
const FEW = 64;

/** A sorted list after one of its documents changed: one edit among ten thousand sorts none of the others. Null where it is to be sorted anew. */
function movedIn(
  known: readonly AnyRecord[],
  before: LoadedDocument['records'],
  after: LoadedDocument['records'],
): AnyRecord[] | null {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const put = [...after.values()].filter((value) => before.get(value.id) !== value);
  if (gone.length + put.length > FEW) return null;
  const list = [...known];
  for (const id of gone) list.splice(placeOf(list, id), 1);
  for (const value of put) list.splice(placeOf(list, value.id), before.has(value.id) ? 1 : 0, value);
  return list;
}

/** Of the first record whose id is not below this one. */
function placeOf(list: readonly AnyRecord[], id: string): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.id ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
