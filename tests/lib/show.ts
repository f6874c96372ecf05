/** A short talk show at a station, as a producer would have it ready: scripts, a hard start, something optional, a caller. */
import type { ItemChange } from '../../electron/contract/api/rundowns';
import { type ItemFields, PLAIN_ITEM } from '../../electron/contract/records/rundown-item';
import type { ScriptBlock, ScriptDoc } from '../../electron/contract/records/script';
import { newId } from '../../electron/contract/ulid';
import { ordersBetween } from '../../electron/domain/rundown/order';
import { localParts } from '../../electron/domain/time';
import type { StationClient } from './station';

const ZONE = 'Asia/Jakarta';

interface Line extends Partial<ItemFields> {
  title: string;
  seconds: number;
  lines?: readonly (readonly [speaker: string, text: string])[];
}

const LINES: readonly Line[] = [
  { title: 'Bumper in', kind: 'bumper', seconds: 15 },
  {
    title: 'Pembuka',
    kind: 'script',
    seconds: 180,
    lines: [
      [
        'Penyiar 1',
        'Selamat pagi, pendengar Radio Suara Tirtaraya. Inilah Ruang Pemilih, tempat kita bicara tentang hak pilih.',
      ],
      [
        'Penyiar 2',
        'Hari ini kita bersama narasumber dari KPU Kabupaten Tirtaraya, yang akan menjelaskan cara memeriksa daftar pemilih.',
      ],
    ],
  },
  {
    title: 'Segmen 1: Tahapan Pilkada dari pendaftaran sampai penetapan',
    kind: 'script',
    seconds: 720,
    flex: { minMs: 540_000, maxMs: 900_000 },
    lines: [
      ['Penyiar 1', 'Tahapan apa saja yang sudah berjalan? '],
      ['Narasumber KPU', 'Daftar pemilih tetap sudah diumumkan di setiap desa. '.repeat(6)],
    ],
  },
  { title: 'Smash', kind: 'sweeper', seconds: 10 },
  { title: 'Jeda 1', kind: 'spotBreak', seconds: 150 },
  { title: 'Insert Hoaks atau Fakta', kind: 'insert', seconds: 90, optional: true },
  { title: 'Telepon & WA', kind: 'phoneIn', seconds: 960, flex: { minMs: 600_000, maxMs: 1_200_000 } },
  {
    title: 'Penutup',
    kind: 'script',
    seconds: 135,
    lines: [['Penyiar 2', 'Terima kasih sudah mendengarkan. Sampai jumpa pekan depan.']],
  },
  { title: 'Lagu cadangan', kind: 'music', seconds: 200, floating: true },
];

/** In order. */
export const SHOW_TITLES = LINES.map(({ title }) => title);

/** To begin now, or `lateMs` ago; answers the rundown's id and the ids of its items, in order. */
export async function makeShow(client: StationClient, { lateMs = 0 } = {}): Promise<{ id: string; items: string[] }> {
  const start = localParts(Date.now() - lateMs, ZONE);
  const fields = { name: 'Ruang Pemilih', startsAt: start.time, zone: ZONE, lengthMs: 2_280_000 };
  const { id } = await client.rundowns.create({ programmeId: null, date: start.date, fields });
  const orders = ordersBetween(null, null, LINES.length);
  const hard = localParts(Date.now() - lateMs + 1_090_000, ZONE).time;
  const changes = LINES.map(
    ({ seconds, lines, ...rest }, at): ItemChange => ({
      type: 'add',
      key: newId(Date.now() + at),
      parentId: null,
      order: orders[at] ?? 'a0',
      script: lines ? scriptOf(lines) : null,
      fields: {
        ...PLAIN_ITEM,
        ...rest,
        durationMs: seconds * 1000,
        start: rest.kind === 'spotBreak' ? { kind: 'hard', at: hard, takesItself: false } : PLAIN_ITEM.start,
      },
    }),
  );
  await client.rundowns.edit({ id, changes });
  await client.rundowns.addCall({
    id,
    caller: 'Ibu Sari',
    topic: 'Belum terdaftar di DPT',
    line: 'Telepon 1',
    note: 'Jelas, siap bicara',
  });
  const { items } = await client.rundowns.get({ id });
  return { id, items: items.map((item) => item.id) };
}

function scriptOf(lines: readonly (readonly [string, string])[]): ScriptDoc {
  const spoken = lines.map(
    ([speaker, text]): ScriptBlock => ({
      type: 'line',
      attrs: { speaker },
      content: [
        { type: 'text', text },
        { type: 'pause', attrs: { ms: 1500 } },
        { type: 'text', text: ' KPPS', marks: [{ type: 'phonetic', attrs: { say: 'ka-pe-pe-es' } }] },
      ],
    }),
  );
  return { type: 'doc', content: [{ type: 'cue', content: [{ type: 'text', text: 'Musik turun' }] }, ...spoken] };
}
