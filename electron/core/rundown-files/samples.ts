/** For tests: the demo show, Ruang Pemilih, in a real store. */
import type { Guest } from '../../contract/records/guest';
import { type ItemKind, PLAIN_ITEM, type RundownItem } from '../../contract/records/rundown-item';
import type { ScriptBlock } from '../../contract/records/script';
import { DEFAULT_SETTINGS } from '../../contract/records/settings-defaults';
import { idFor } from '../../domain/compile-fixtures';
import { type ItemPart, items, partId, RUNDOWN_ID, rundown } from '../../domain/rundown/samples';
import { span } from '../../domain/rundown/vector-samples';
import { openStore, type Store } from '../store';
import { operator, quiet, temporaryFolder } from '../store/samples';

export { RUNDOWN_ID };

const SHOW: [title: string, kind: ItemKind, length: string, more?: ItemPart][] = [
  ['Tanda waktu + jingle', 'timeSignal', '0:30', { start: { kind: 'hard', at: '09:00:00', takesItself: true } }],
  ['Bumper in', 'bumper', '0:15'],
  ['Pembuka', 'script', '3:00', { person: 'Penyiar 1' }],
  [
    'Segmen 1 Tahapan',
    'script',
    '12:00',
    { person: 'Penyiar 1', notes: 'Narasumber KPU: tahapan Pilkada, masa tenang.' },
  ],
  ['Smash', 'sweeper', '0:10'],
  ['Jeda 1', 'spotBreak', '2:30', { notes: 'ILM 60 + ILM 60 + spot 30' }],
  ['Segmen 2 Cek DPT', 'script', '11:00', { person: 'Penyiar 1', notes: 'Peragaan cekdptonline di studio.' }],
  ['Insert Hoaks atau Fakta', 'insert', '1:30'],
  ['Vox pop', 'voxPop', '1:00', { optional: true }],
  ['Jeda 2', 'spotBreak', '2:30'],
  ['Segmen 3 Telepon & WA', 'phoneIn', '16:00', { person: 'Penyiar 1; penerima telepon' }],
  ['Jeda 3', 'spotBreak', '2:30'],
  ['Kesimpulan', 'script', '4:00', { person: 'Penyiar 1' }],
  ['Penutup', 'script', '2:15', { person: 'Penyiar 1' }],
  ['Bumper out', 'bumper', '0:20'],
  ['ILM', 'ilm', '0:30', { notes: 'Ayo ke TPS' }],
  ['Lagu cadangan', 'music', '3:30', { floating: true }],
];

export const showItems = (): RundownItem[] =>
  items(
    ...SHOW.map(([title, kind, length, more]) => ({ ...PLAIN_ITEM, title, kind, durationMs: span(length), ...more })),
  );

const said = (speaker: string, text: string): ScriptBlock => ({
  type: 'line',
  attrs: { speaker },
  content: [{ type: 'text', text }],
});
export const OPENING: ScriptBlock[] = [
  { type: 'sound', content: [{ type: 'text', text: 'Tune Ruang Pemilih, turun di latar' }] },
  said('Penyiar 1', 'Selamat pagi, Sobat Tirtaraya. Anda mendengarkan Radio Suara Tirtaraya.'),
  {
    type: 'line',
    attrs: { speaker: 'Penyiar 1' },
    content: [
      { type: 'text', text: 'Hari ini kita membahas tugas ' },
      { type: 'text', text: 'KPPS', marks: [{ type: 'phonetic', attrs: { say: 'ka-pe-pe-es' } }] },
      { type: 'pause', attrs: { ms: 1500 } },
      { type: 'text', text: 'dan cara memeriksa nama Anda.', marks: [{ type: 'emphasis' }] },
    ],
  },
  { type: 'cue', content: [{ type: 'text', text: 'Narasumber masuk, mikrofon 2' }] },
  said('Narasumber KPU', 'Selamat pagi. ā é 👍 مرحبا \u0007'),
];

export function sampleGuest(part: Partial<Guest> = {}): Guest {
  return {
    id: idFor('G', 1),
    rev: 0,
    name: 'Narasumber KPU',
    position: 'Anggota',
    agency: 'KPU Kabupaten Tirtaraya',
    phone: '0812-0000-0001',
    email: 'narasumber@kpu.example',
    consent: { given: true, on: '2024-11-01' },
    notes: '',
    keepUntil: null,
    createdAt: 1,
    ...part,
  };
}

export interface ShowBench {
  store: Store;
  clock: { now(): number };
  close(): Promise<void>;
}

export async function openShow(more: RundownItem[] = showItems()): Promise<ShowBench> {
  const folder = temporaryFolder();
  const clock = { now: () => Date.parse('2024-11-13T08:00:00Z') };
  const store = await openStore({ dir: folder.dir, clock, log: quiet });
  const [presenter, guest] = [idFor('N', 1), sampleGuest()];
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    tx.put('settings', {
      ...DEFAULT_SETTINGS,
      stationName: 'Radio Suara Tirtaraya',
      letterhead: {
        lines: ['PEMERINTAH KABUPATEN TIRTARAYA', 'DINAS KOMUNIKASI DAN INFORMATIKA', 'LPPL RADIO SUARA TIRTARAYA'],
        address: 'Jalan Alun-alun Utara No. 1, Tirtaraya 00000 · Telepon (000) 000-000 · radio@tirtaraya.example',
      },
    });
    const blank = { rev: 0, createdAt: 1 };
    tx.put('presenter', { ...blank, id: presenter, name: 'Penyiar 1', wpm: null, learnt: { words: 0, ms: 0 } });
    tx.put('guest', guest);
    const guests = [{ key: idFor('K', 1), guestId: guest.id, arrival: '08:30:00', arrived: false }];
    tx.put('rundown', { ...rundown({ presenterIds: [presenter], guests, status: 'approved' }), rev: 0 });
    for (const item of more) tx.put('rundownItem', item);
    const doc = { type: 'doc' as const, content: OPENING };
    tx.put('script', { id: partId(3), rev: 0, rundownId: RUNDOWN_ID, doc, updatedAt: 1, updatedBy: 'x' });
  });
  return {
    store,
    clock,
    async close() {
      await store.close();
      folder.remove();
    },
  };
}
