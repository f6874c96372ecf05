/** A change in the making: reads see what it has put so far, and nothing outside sees any of it. */
import { isDeepStrictEqual } from 'node:util';
import type { RecordName, Records } from '../../contract/records';
import type { Asset } from '../../contract/records/asset';
import type { SmartRule } from '../../contract/records/playlist';
import { findAmong } from '../../domain/smart';
import { freeze } from './freeze';
import { parse } from './parse';
import { isRow } from './placement';
import type { Prepared } from './prepared';
import type { Reader, Tx, UnlistedRecord } from './types';

export interface RecordChange<N extends RecordName = RecordName> {
  record: N;
  id: string;
  before: Records[N] | undefined;
  after: Records[N] | undefined;
  /** Of one that was made ready before the commit. */
  prepared?: Prepared;
}

export class Overlay implements Tx {
  private readonly touched = new Map<string, RecordChange>();
  /** Rows as they are on disk, read and parsed once. */
  private readonly known = new Map<string, Records[RecordName] | undefined>();

  constructor(private readonly base: Reader) {}

  get<N extends RecordName>(record: N, id: string): Records[N] | undefined {
    const change = this.touched.get(keyOf(record, id));
    return change ? (change.after as Records[N] | undefined) : this.before(record, id);
  }

  all<N extends Exclude<RecordName, UnlistedRecord>>(record: N): readonly Records[N][] {
    const mine = [...this.touched.values()].filter((change) => change.record === record);
    if (mine.length === 0) return this.base.all(record);
    const byId = new Map(this.base.all(record).map((value) => [value.id, value]));
    for (const { id, after } of mine) {
      if (after) byId.set(id, after as Records[N]);
      else byId.delete(id);
    }
    return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  // A field: whoever hands it on alone keeps what it stands on.
  readonly find = (rule: SmartRule): readonly string[] => {
    const mine = this.touchedAssets();
    if (mine.size === 0) return this.base.find(rule);
    // As many more as may have left it here.
    const known = this.base.find({ ...rule, limit: rule.limit + mine.size });
    return findAmong(this.assetsOfIds([...new Set([...known, ...mine])]), rule);
  };

  assetsOf(agencyId: string, limit: number): readonly string[] {
    const mine = this.touchedAssets();
    if (mine.size === 0) return this.base.assetsOf(agencyId, limit);
    const known = this.base.assetsOf(agencyId, limit + mine.size);
    const assets = this.assetsOfIds([...new Set([...known, ...mine])]).filter((asset) => asset.agencyId === agencyId);
    return assets.slice(0, limit).map(({ id }) => id);
  }

  put<N extends RecordName>(record: N, value: Records[N]): Records[N] {
    const before = this.before(record, value.id);
    const rev = before ? before.rev + 1 : value.rev + 1;
    const after = freeze({ ...parse(record, value), rev });
    const kept = before && isDeepStrictEqual({ ...after, rev: before.rev }, before) ? before : after;
    this.note(record, value.id, before, kept);
    return kept;
  }

  add(prepared: Prepared): void {
    const { record, value } = prepared;
    this.touched.set(keyOf(record, value.id), { record, id: value.id, before: undefined, after: value, prepared });
  }

  remove<N extends RecordName>(record: N, id: string): void {
    this.note(record, id, this.before(record, id), undefined);
  }

  /** What really changes; a record put back as it was is not among them. */
  changes(): RecordChange[] {
    return [...this.touched.values()].filter(({ before, after }) => before !== after);
  }

  private before<N extends RecordName>(record: N, id: string): Records[N] | undefined {
    if (!isRow(record)) return this.base.get(record, id);
    const key = keyOf(record, id);
    if (!this.known.has(key)) this.known.set(key, this.base.get(record, id));
    return this.known.get(key) as Records[N] | undefined;
  }

  private touchedAssets(): Set<string> {
    return new Set([...this.touched.values()].filter(({ record }) => record === 'asset').map(({ id }) => id));
  }

  private assetsOfIds(ids: readonly string[]): Asset[] {
    return ids.flatMap((id) => this.get('asset', id) ?? []);
  }

  private note<N extends RecordName>(
    record: N,
    id: string,
    before: Records[N] | undefined,
    after: Records[N] | undefined,
  ) {
    this.touched.set(keyOf(record, id), { record, id, before, after });
  }
}

const keyOf = (record: RecordName, id: string): string => `${record} ${id}`;
