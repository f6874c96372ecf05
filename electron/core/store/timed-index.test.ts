import { expect, it } from 'vitest';
import { newId } from '../../contract/ulid';
import { openLibsql } from './database';
import { temporaryFolder } from './samples';
import { type TimedRecord, timedTable } from './timed-records';
import { upgrade } from './upgrades';

it.each([
  ['previewLink', 'codeHash', 'preview_link_code'],
  ['previewLink', 'assetId', 'preview_link_of'],
  ['previewCaptions', 'assetId', 'preview_captions_of'],
  ['previewComment', 'assetId', 'preview_comment_of'],
] as const)('finds a %s by its %s without reading the others', (record, field, index) => {
  const folder = temporaryFolder();
  const db = openLibsql(`${folder.dir}/plays.db`);
  upgrade(db);
  let asked = '';
  const table = timedTable({
    ...db,
    all(sql, ...values) {
      asked = sql;
      return db.all(sql, ...values);
    },
  });
  (table.where as (record: TimedRecord, field: string, value: string) => unknown[])(record, field, newId());
  const plan = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${asked}`, newId()).map(({ detail }) => detail);
  expect(plan).toEqual([expect.stringMatching(new RegExp(`SEARCH record USING INDEX ${index}`))]);
  db.close();
  folder.remove();
});
