import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '.';
import { openStore } from '.';
import { Backups } from './backups';
import { Documents, parseDocument } from './documents';
import {
  operator,
  quiet,
  sampleAsset,
  sampleBooking,
  sampleDisplay,
  samplePlay,
  samplePlaylist,
  sampleUser,
  temporaryFolder,
} from './samples';

const clock = { now: () => 1_700_000_000_000 };
const edit = { command: 'test', actor: operator };
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
const open = async () => {
  store = await openStore({ dir: folder.dir, clock, log: quiet });
};
const db = (name: string) => join(folder.dir, 'db', name);

const playlist = samplePlaylist();
const booking = sampleBooking();
const display = sampleDisplay();
const user = sampleUser();
const documents = {
  playlist: `playlist-${playlist.id}.json`,
  booking: `booking-${booking.id.slice(-1)}.json`,
  display: `display-${display.id.slice(-1)}.json`,
  displayGroup: 'groups.json',
  user: 'users.json',
};
const group = { id: playlist.id, rev: 0, name: 'Semua', displayIds: [display.id] };

beforeEach(async () => {
  folder = temporaryFolder();
  await open();
  await store.commit(edit, (tx) => {
    tx.put('playlist', playlist);
    tx.put('booking', booking);
    tx.put('display', display);
    tx.put('displayGroup', group);
    tx.put('user', user);
    tx.put('asset', sampleAsset());
  });
  store.plays.add([samplePlay()]);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

function expectAll() {
  expect(store.get('playlist', playlist.id)?.name).toBe(playlist.name);
  expect(store.get('booking', booking.id)?.name).toBe(booking.name);
  expect(store.get('display', display.id)?.name).toBe(display.name);
  expect(store.get('displayGroup', group.id)?.name).toBe(group.name);
  expect(store.get('user', user.id)?.name).toBe(user.name);
}

/** A copy of everything as the backups make it. */
async function backUp() {
  const held = new Documents();
  for (const file of Object.values(documents)) {
    held.adopt([parseDocument(file.slice(0, -5), readFileSync(db(file), 'utf8'))]);
  }
  const from = { dir: folder.dir, database: db('plays.db'), documents: held, clock, log: quiet, onDamage: () => {} };
  return (await new Backups(from).make()) as string;
}

function loseDatabase() {
  for (const side of ['', '-wal', '-shm']) rmSync(db(`plays.db${side}`), { force: true });
}

function replaceDatabase(content: Buffer) {
  loseDatabase();
  writeFileSync(db('plays.db'), content);
}

describe('a document', () => {
  const damages: Record<string, (text: string) => string> = {
    empty: () => '',
    'cut short': (text) => text.slice(0, text.length / 2),
    'not JSON': () => '\u0000\u0001binary',
    'JSON that does not fit': (text) => text.replace('"name"', '"nama"'),
    'another document': (text) => text.replace(/"document": "[^"]+"/, '"document": "settings"'),
  };
  for (const file of Object.values(documents)) {
    for (const [how, damage] of Object.entries(damages)) {
      it(`${file.split('-')[0]} that is ${how} is restored, kept aside and told`, async () => {
        await store.close();
        writeFileSync(db(file), damage(readFileSync(db(file), 'utf8')));
        await open();
        expectAll();
        expect(store.recovered).toMatchObject([{ code: 'store.documentRestored' }]);
        expect(readdirSync(db('')).filter((name) => name.startsWith(`${file}.damaged-`))).toHaveLength(1);
        await store.close();
        await open();
        expect(store.recovered).toEqual([]);
        expectAll();
      });
    }
  }

  it('that is missing comes back from the journal', async () => {
    await store.close();
    rmSync(db(documents.playlist));
    await open();
    expectAll();
    expect(store.recovered).toMatchObject([{ code: 'store.caughtUp' }]);
  });

  it('that is behind its commit catches up', async () => {
    const old = readFileSync(db(documents.playlist));
    await store.commit(edit, (tx) => tx.put('playlist', { ...playlist, name: 'Newer' }));
    await store.close();
    writeFileSync(db(documents.playlist), old);
    await open();
    expect(store.get('playlist', playlist.id)?.name).toBe('Newer');
  });

  it('that was removed stays removed when its file comes back', async () => {
    const old = readFileSync(db(documents.playlist));
    await store.commit(edit, (tx) => tx.remove('playlist', playlist.id));
    expect(readdirSync(db(''))).not.toContain(documents.playlist);
    await store.close();
    writeFileSync(db(documents.playlist), old);
    await open();
    expect(store.all('playlist')).toEqual([]);
    expect(readdirSync(db(''))).not.toContain(documents.playlist);
  });

  it('of a newer Suar is left alone and ends the start', async () => {
    await store.close();
    const newer = readFileSync(db(documents.playlist), 'utf8').replace('"version": 1', '"version": 99');
    writeFileSync(db(documents.playlist), newer);
    await expect(open()).rejects.toThrow(/newer Suar/);
    expect(readFileSync(db(documents.playlist), 'utf8')).toBe(newer);
    writeFileSync(db(documents.playlist), newer.replace('99', '1'));
    await open();
  });

  it('leaves no temporary file of a kill', async () => {
    await store.close();
    writeFileSync(db(`${documents.playlist}.tmp`), 'half');
    await open();
    expect(readdirSync(db('')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expectAll();
  });
});

describe('the database', () => {
  const damages: Record<string, () => void> = {
    overwritten: () => replaceDatabase(Buffer.alloc(40_000, 7)),
    'cut to nothing': () => replaceDatabase(Buffer.alloc(0)),
    'cut short': () => replaceDatabase(readFileSync(db('plays.db')).subarray(0, 12_000)),
    'spoilt in the middle': () => replaceDatabase(readFileSync(db('plays.db')).fill(9, 4096, 60_000)),
    gone: () => loseDatabase(),
  };
  for (const [how, damage] of Object.entries(damages)) {
    it(`${how} is restored from the last good copy; documents stand on their own`, async () => {
      await backUp();
      await store.commit(edit, (tx) => tx.put('playlist', { ...playlist, name: 'After the copy' }));
      await store.close();
      damage();
      await open();
      expect(store.recovered).toMatchObject([{ code: 'store.databaseFromCopy', params: { at: clock.now() } }]);
      expect(store.get('playlist', playlist.id)?.name).toBe('After the copy');
      expect(store.assets.count()).toBe(1);
      expect(store.plays.summary({}).total).toBe(1);
      const next = await store.commit(edit, (tx) => tx.put('playlist', { ...playlist, name: 'Goes on' }));
      expect(next.rev).toBe(3);
    });
  }

  it('begins anew where there is no copy, and says so', async () => {
    await store.close();
    loseDatabase();
    await open();
    expect(store.recovered).toMatchObject([{ code: 'store.databaseLost' }]);
    expectAll();
    expect(store.assets.count()).toBe(0);
    await store.close();
    await open();
    expect(store.recovered).toEqual([]);
  });

  it('lost together with a document: the document comes from the copy', async () => {
    await backUp();
    await store.close();
    loseDatabase();
    writeFileSync(db(documents.booking), '{');
    rmSync(join(folder.dir, 'backups', readdirSync(join(folder.dir, 'backups'))[0] as string, 'plays.db'));
    await open();
    expectAll();
    expect(store.recovered.map(({ code }) => code)).toEqual(['store.databaseLost', 'store.documentFromCopy']);
  });

  it('drops copies that others stand for', async () => {
    const backups = join(folder.dir, 'backups');
    for (const day of [1, 2, 3, 4]) mkdirSync(join(backups, `2020-01-0${day}T00-00-00-000Z`));
    const made = await backUp();
    copyFileSync(join(made, 'plays.db'), join(made, 'same.db'));
    expect(readdirSync(backups)).toHaveLength(4);
    expect(readdirSync(backups)).not.toContain('2020-01-01T00-00-00-000Z');
  });
});
