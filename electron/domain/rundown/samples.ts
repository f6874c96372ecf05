/** Rundowns for tests: whole and valid, from as little as matters. */
import type { Rundown } from '../../contract/records/rundown';
import { PLAIN_ITEM, type RundownItem } from '../../contract/records/rundown-item';
import { idFor } from '../compile-fixtures';
import { ordersBetween } from './order';

export const RUNDOWN_ID = idFor('R', 1);
export const partId = (number: number, rundownId = RUNDOWN_ID): string => `${rundownId}:${idFor('S', number)}`;

export function rundown(part: Partial<Rundown> = {}): Rundown {
  return {
    id: RUNDOWN_ID,
    rev: 1,
    programmeId: null,
    name: 'Ruang Pemilih',
    date: '2024-11-14',
    startsAt: '09:00:00',
    zone: 'Asia/Jakarta',
    lengthMs: 3_600_000,
    presenterIds: [],
    status: 'draft',
    guests: [],
    questions: [],
    research: '',
    links: [],
    createdAt: 1,
    createdBy: 'Produser 1',
    updatedAt: 1,
    ...part,
  };
}

export type ItemPart = Partial<RundownItem> & { in?: number };

/** Items in the order given, numbered from 1; `in` is the number of the segment an item is in. */
export function items(...parts: ItemPart[]): RundownItem[] {
  const orders = ordersBetween(null, null, parts.length);
  return parts.map(({ in: segment, ...part }, at) => ({
    ...PLAIN_ITEM,
    id: partId(at + 1),
    rev: 1,
    rundownId: RUNDOWN_ID,
    parentId: segment === undefined ? null : partId(segment),
    order: orders[at] ?? 'a0',
    updatedAt: 1,
    updatedBy: 'Produser 1',
    ...part,
  }));
}
