import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';

vi.stubGlobal('location', { origin: 'http://127.0.0.1' });
const { orpc } = await import('./client');
const { applyDisplayStatus, applyJobProgress } = await import('./live-cache');
const { queriesOf } = await import('./record-queries');
const { recordTypes } = await import('../../electron/contract/records');
const { newId } = await import('../../electron/contract/ulid');

const job = (id: string) => ({
  job: {
    id,
    rev: 1,
    name: 'rendition' as const,
    input: {},
    assetId: null,
    title: 'Ayo ke TPS',
    state: 'running' as const,
    priority: 0,
    attempts: 1,
    notBefore: null,
    failure: null,
    createdAt: 1,
    startedAt: 2,
    endedAt: null,
  },
  progress: { ratio: 0.1, speed: null, remainingMs: null },
});

it('moves a known job on in place, and asks anew when its state changed or it is unknown', () => {
  const queries = new QueryClient();
  const key = orpc.jobs.list.queryKey();
  const [one, two] = [job(newId()), job(newId())];
  queries.setQueryData(key, [one, two]);
  const progress = { ratio: 0.5, speed: 2, remainingMs: 900 };
  expect(applyJobProgress(queries, { type: 'job', id: two.job.id, state: 'running', progress })).toBe(true);
  expect(queries.getQueryData(key)).toEqual([one, { ...two, progress }]);
  expect(applyJobProgress(queries, { type: 'job', id: two.job.id, state: 'done', progress })).toBe(false);
  expect(queries.getQueryData(key)?.[1]?.job.state).toBe('done');
  expect(applyJobProgress(queries, { type: 'job', id: newId(), state: 'running', progress })).toBe(false);
});

it('does not know the status of a display that is not in the list', () => {
  const status = {
    displayId: newId(),
    connected: true,
    since: 1,
    expectedRevision: null,
    holdsRevision: null,
    missing: { files: 0, bytes: 0 },
    playing: null,
    next: null,
    clock: null,
    outbox: 0,
    pictureAt: null,
    faults: [],
    notReady: [],
  };
  expect(applyDisplayStatus(new QueryClient(), status)).toBe(false);
});

it('knows what every kind of record makes stale, and takes an unknown kind calmly', () => {
  for (const name of Object.keys(recordTypes)) expect(Array.isArray(queriesOf(name))).toBe(true);
  expect(queriesOf('asset')).toContainEqual(orpc.library.key());
  expect(queriesOf('constructor')).toEqual([]);
});
