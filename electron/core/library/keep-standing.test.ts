/** What stands against a content, after the database of assets came from an older copy. On a real library. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fsp from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CALLER, OPERATOR, openLibrary, type TestLibrary, upload } from '../../../tests/fixtures/library';
import { Backups } from '../store/backups';
import { Documents } from '../store/documents';
import { GROUND, quiet, sampleRecall } from '../store/samples';
import { keepContentsStanding } from './known-content';

let on: TestLibrary;
beforeEach(async () => {
  on = await openLibrary();
});
afterEach(async () => {
  await on.close();
  await fsp.rm(on.dir, { recursive: true });
});

const database = () => join(on.dir, 'db', 'plays.db');
const backUp = () =>
  new Backups({
    ...{ dir: on.dir, database: database(), documents: new Documents(), clock: on.clock, log: quiet },
    onDamage: () => {},
  }).make();
const classify = (id: string) =>
  on.library.handlers.classify(
    {
      id,
      rev: on.asset(id).rev,
      ppid: 'exempt',
      ground: GROUND,
    },
    { ...CALLER, role: 'head' },
  );
const withdraw = (id: string) =>
  on.store.commit({ command: 'recalls.recall', actor: OPERATOR }, (tx) => {
    tx.put('asset', { ...on.asset(id), recalledAt: on.clock.now() });
    tx.put('recall', sampleRecall(on.asset(id)));
  });
async function again(damage = () => {}) {
  await on.close();
  damage();
  on = await openLibrary({ dir: on.dir });
}

it('exempt and recalled material is exempt and recalled after the database came from a copy of before', async () => {
  const secret = await upload(on, 'isi rahasia', 'Rahasia.mp4');
  const wrong = await upload(on, 'isi keliru', 'Keliru.mp4');
  const other = await upload(on, 'isi lain', 'Lain.mp4');
  await backUp();
  await classify(secret);
  await withdraw(wrong);
  await again(() => {
    for (const side of ['-wal', '-shm']) rmSync(database() + side, { force: true });
    writeFileSync(database(), readFileSync(database()).fill(9, 4096, 60_000));
  });
  expect(on.store.recovered).toMatchObject([{ code: 'store.databaseFromCopy' }]);
  expect(on.asset(secret).ppid).toBe('exempt');
  expect(on.asset(wrong).recalledAt).not.toBeNull();
  expect(on.asset(other)).toMatchObject({ ppid: 'anytime', recalledAt: null });
  const [entry] = on.store.audit.list({ limit: 5 }).filter(({ command }) => command === 'library.keepStanding');
  expect(entry).toMatchObject({ actor: { kind: 'station' } });
  // The next start finds nothing to do.
  await again();
  expect(on.store.audit.list({ limit: 50 }).filter(({ command }) => command === 'library.keepStanding')).toHaveLength(
    1,
  );
  expect(readdirSync(join(on.dir, 'backups'))).not.toEqual([]);
});

it('asks by the files that stand under something, not of every asset of a large library', async () => {
  const secret = await upload(on, 'isi rahasia', 'Rahasia.mp4');
  await classify(secret);
  const asked: string[] = [];
  const { assets } = on.store;
  const never = () => expect.fail('walks through the library');
  const holding = (hash: string) => {
    asked.push(hash);
    return assets.holding(hash);
  };
  const store = { ...on.store, all: on.store.all, assets: { ...assets, after: never, list: never, holding } };
  await keepContentsStanding({ store, clock: on.clock, log: quiet });
  expect(asked).toEqual([on.asset(secret).hash]);
});
