/** The library a page at a time, however much there is. */
import { describe, expect, it } from 'vitest';
import { freshLibrary } from '../../../tests/fixtures/fresh-library';
import { CALLER, OPERATOR, type TestLibrary, upload } from '../../../tests/fixtures/library';
import { newId } from '../../contract/ulid';
import { CARD_COLUMNS } from '../../domain/peaks';

let on: TestLibrary;
let id: string;
freshLibrary(async (fresh) => {
  on = fresh;
  id = await upload(on, 'isi', 'Cegah DBD.mp4');
});

function query(fields: Partial<Parameters<TestLibrary['store']['assets']['list']>[0]>) {
  return { search: '', shelf: 'current' as const, sort: 'newest' as const, offset: 0, limit: 100, ...fields };
}

it('lists, searches and filters 10,000 assets a page at a time, each in a few milliseconds', async () => {
  const { id: _, rev: _rev, ...base } = on.asset(id);
  const word = (n: number) => ['Siaga', 'Pajak', 'Tertib', 'Layanan', 'Agenda'][n % 5];
  for (let from = 0; from < 10_000; from += 1000) {
    await on.store.commit({ command: 'test', actor: OPERATOR, audited: false }, (tx) => {
      for (let n = from; n < from + 1000; n++) {
        tx.put('asset', { ...base, id: newId(), rev: 0, name: `${word(n)} ${n}`, tags: [`t${n % 7}`] });
      }
    });
  }
  const times: number[] = [];
  const list = async (fields: Parameters<typeof query>[0]) => {
    const began = performance.now();
    const page = await on.library.handlers.list(query(fields), CALLER);
    times.push(performance.now() - began);
    return page;
  };
  await list({});
  times.length = 0;
  expect((await list({})).total).toBe(10_001);
  expect((await list({ search: 'paj 17', sort: 'name' })).total).toBeGreaterThan(0);
  expect((await list({ tag: 't3', sort: 'largest', offset: 500 })).items).toHaveLength(100);
  expect((await list({ state: 'imported', offset: 9_950 })).items).toHaveLength(51);
  console.log(`list of 10,000 assets, 100 a page: ${times.map((ms) => ms.toFixed(1)).join(', ')} ms`);
  expect(Math.max(...times)).toBeLessThan(250);
}, 60_000);

describe('list', () => {
  const facts = { container: 'mp4', durationMs: 30_000, bitRate: null, video: null, audio: [], loudness: null };
  const rest = { ...facts, fragmentedPerTrack: false, findings: [] };
  const video = { ...rest, kind: 'video' as const };
  const sound = { ...rest, kind: 'audio' as const };

  it.each([
    ['sound by its waveform in few columns', sound, { length: CARD_COLUMNS, loudest: 200 }],
    ['a picture without its waveform', video, null],
  ])('gives %s; the whole of it is got', async (_, probe, drawn) => {
    const waveform = Array.from({ length: 2000 }, (_peak, at) => at % 201);
    const pictures = { thumbnail: null, filmstrip: null, waveform };
    const ready = { ...on.asset(id), state: 'ready' as const, probe, pictures, renditions: [] };
    await on.store.commit({ command: 'tests.seed', actor: OPERATOR }, (tx) => tx.put('asset', ready));
    const { items } = await on.library.handlers.list(
      { search: '', shelf: 'current', sort: 'newest', offset: 0, limit: 10 },
      CALLER,
    );
    const [listed] = items;
    const peaks = listed?.state === 'ready' ? listed.pictures.waveform : undefined;
    expect(peaks && { length: peaks.length, loudest: Math.max(...peaks) }).toEqual(drawn);
    expect(await on.library.handlers.get({ id }, CALLER)).toMatchObject({ pictures: { waveform } });
  });
});
