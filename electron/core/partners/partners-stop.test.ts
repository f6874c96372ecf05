import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DAY_MS } from '../../domain/calendar';
import { openStore } from '../store';
import { quiet, temporaryFolder } from '../store/samples';
import { createPartners } from '.';

it('has stopped only when no paper is being swept any more', async () => {
  const folder = temporaryFolder();
  const clock = { now: () => Date.now() };
  const store = await openStore({ dir: folder.dir, clock, log: quiet });
  const papers = join(folder.dir, 'papers');
  mkdirSync(papers, { recursive: true });
  const old = Array.from({ length: 50 }, (_, at) => join(papers, at.toString(16).padStart(64, '0')));
  for (const path of old) {
    writeFileSync(path, '');
    utimesSync(path, 0, (clock.now() - 40 * DAY_MS) / 1000);
  }
  const alerts = { raise: () => {}, settle: () => {} };
  const partners = createPartners({ store, clock, log: quiet, dataDir: folder.dir, alerts });
  partners.start();
  await partners.stop();
  expect(old.filter((path) => existsSync(path))).toEqual([]);
  await store.close();
  folder.remove();
});
