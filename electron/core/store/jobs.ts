/** The queue's rows: unfinished ones in the order they are to run, finished ones newest first. */
import { type Job, jobRecord } from '../../contract/records/job';
import type { Database } from './database';
import { parseRow, type RowKeeper, type StoredRow } from './rows';
import type { JobTable } from './types';

const FINISHED: readonly Job['state'][] = ['done', 'failed', 'cancelled'];

export function jobRows(db: Database): RowKeeper<Job> & JobTable {
  const parse = (rows: StoredRow[]) => rows.map((row) => parseRow('job', row));
  return {
    get: (id) => parse(db.all<StoredRow>('SELECT version, body FROM job WHERE id = ?', id))[0],
    put(job) {
      db.run(
        'INSERT OR REPLACE INTO job (id, version, finished, priority, ended_at, body) VALUES (?, ?, ?, ?, ?, ?)',
        job.id,
        jobRecord.version,
        FINISHED.includes(job.state) ? 1 : 0,
        job.priority,
        job.endedAt,
        JSON.stringify(job),
      );
    },
    remove: (id) => void db.run('DELETE FROM job WHERE id = ?', id),
    all: () => parse(db.all<StoredRow>('SELECT version, body FROM job ORDER BY id')),
    unfinished: () =>
      parse(db.all<StoredRow>('SELECT version, body FROM job WHERE finished = 0 ORDER BY priority DESC, id')),
    recent: (limit) =>
      parse(
        db.all<StoredRow>(
          'SELECT version, body FROM job WHERE finished = 1 ORDER BY ended_at DESC, id DESC LIMIT ?',
          limit,
        ),
      ),
    prune(keep) {
      db.transaction(() =>
        db.run(
          `DELETE FROM job WHERE finished = 1 AND id NOT IN
             (SELECT id FROM job WHERE finished = 1 ORDER BY ended_at DESC, id DESC LIMIT ?)`,
          keep,
        ),
      );
    },
  };
}
