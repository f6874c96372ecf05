/** The history of one record, page by page, the newest entry first: it may be long, and what is looked for is mostly near. */
import type { AuditEntry } from '../../contract/records/audit';
import type { AuditTable } from './types';

const PAGE = 50;

export function* auditPages(
  audit: Pick<AuditTable, 'list'>,
  record: string,
  id: string,
): Generator<readonly AuditEntry[]> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = audit.list({ record, id, limit: PAGE, before });
    const last = page.at(-1);
    if (!last) return;
    yield page;
    before = last.seq;
  }
}
