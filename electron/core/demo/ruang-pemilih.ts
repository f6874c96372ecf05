/** The demo talk show as data: 60:00 from 09:00:00. Source: the demo show of the domain notes; all names are fictional. */
import type { ItemFields } from '../../contract/records/rundown-item';
import type { LocalTime } from '../../contract/scalars';

export interface DemoItem extends Pick<ItemFields, 'kind' | 'title'> {
  length: LocalTime;
  part?: Partial<ItemFields>;
  /** Recipes of what the cart plays. */
  slugs?: string[];
  script?: string;
  /** Of a segment. */
  inside?: DemoItem[];
}

export const DEMO_PROGRAMME = {
  name: 'Ruang Pemilih',
  description: 'Bincang pemilihan bersama narasumber, telepon, dan pesan pendengar.',
  startsAt: '09:00:00',
  lengthMs: 3_600_000,
};
export const DEMO_PRESENTER = 'Penyiar 1';
export const DEMO_GUEST = {
  name: 'Narasumber KPU',
  position: 'Anggota, divisi data dan informasi',
  agency: 'KPU Kabupaten Tirtaraya',
};
export const DEMO_JINGLES = [
  'jingle-radio',
  'bumper-ruang-pemilih',
  'smash-ruang-pemilih',
  'bumper-penutup',
  'tanda-waktu',
];

export const DEMO_QUESTIONS = [
  'Tahapan apa yang sedang berjalan, dan apa yang perlu diketahui pemilih?',
  'Bagaimana cara memeriksa apakah nama kita sudah ada di daftar pemilih?',
  'Apa yang harus dilakukan pemilih yang pindah alamat?',
  'Dokumen apa yang dibawa ke TPS?',
];

/** Booked for the radio, once in each of the three breaks. By recipe. */
export const DEMO_SPOTS: readonly { slug: string; name: string }[] = [
  { slug: 'ilm-cek-dpt', name: 'ILM Cek DPT (radio)' },
  { slug: 'ilm-cegah-dbd', name: 'ILM Cegah DBD (radio)' },
  { slug: 'spot-ayo-ke-tps', name: 'Spot Ayo ke TPS (radio)' },
];
export const DEMO_SPOTS_A_DAY = 3;

const BREAK: Pick<DemoItem, 'kind' | 'length' | 'slugs'> = {
  kind: 'spotBreak',
  length: '00:02:30',
  slugs: DEMO_SPOTS.map(({ slug }) => slug),
};
const READY = { status: 'ready' } as const;
const APPROVED = { status: 'approved' } as const;

const OPENING = `Selamat pagi, pendengar Radio Suara Tirtaraya.
Anda sedang mendengarkan Ruang Pemilih, ruang tanya jawab seputar pemilihan di Kabupaten Tirtaraya, bersama saya, Penyiar 1.
Selama satu jam ke depan kita akan membahas tahapan yang sedang berjalan, cara memeriksa daftar pemilih, dan menjawab pertanyaan Anda.
[Sapa narasumber]
Bersama kita di studio sudah hadir Narasumber KPU. Selamat pagi, Bapak.
[♪ lagu latar turun]
Pertanyaan dapat Anda sampaikan lewat telepon dan pesan WhatsApp ke nomor studio. Sebutkan nama depan dan kecamatan Anda.`;

const CHECK = `Pendengar, memeriksa daftar pemilih tidak sampai lima menit.
Siapkan nomor induk kependudukan, buka laman cek DPT, lalu cocokkan nama dan alamat TPS.
Bila nama belum ada, datanglah ke PPS di kelurahan atau desa dengan membawa KTP elektronik.`;

const CLOSING = `Demikian Ruang Pemilih hari ini.
Periksa nama Anda, ajak keluarga, dan datanglah ke TPS.
Terima kasih kepada Narasumber KPU dan semua pendengar yang sudah bergabung.
Saya, Penyiar 1, undur diri. Salam.`;

export const DEMO_ITEMS: readonly DemoItem[] = [
  {
    ...{
      kind: 'timeSignal',
      title: 'Tanda waktu dan jingle',
      length: '00:00:30',
      slugs: ['tanda-waktu', 'jingle-radio'],
    },
    part: { start: { kind: 'hard', at: '09:00:00', takesItself: true }, ...APPROVED },
  },
  { kind: 'bumper', title: 'Bumper in', length: '00:00:15', slugs: ['bumper-ruang-pemilih'], part: APPROVED },
  { kind: 'script', title: 'Pembuka', length: '00:03:00', script: OPENING, part: { ...READY, person: DEMO_PRESENTER } },
  {
    ...{ kind: 'segment', title: 'Segmen 1: Tahapan', length: '00:12:00' },
    inside: [
      { kind: 'script', title: 'Pengantar tahapan', length: '00:01:30', part: READY },
      {
        ...{ kind: 'free', title: 'Wawancara: tahapan dan jadwal', length: '00:09:00' },
        part: { ...READY, flex: { minMs: 420_000, maxMs: 600_000 } },
      },
      { kind: 'script', title: 'Rangkuman segmen 1', length: '00:01:30', part: { ...READY, optional: true } },
    ],
  },
  { kind: 'sweeper', title: 'Smash', length: '00:00:10', slugs: ['smash-ruang-pemilih'], part: APPROVED },
  { ...BREAK, title: 'Jeda 1', part: APPROVED },
  {
    ...{ kind: 'segment', title: 'Segmen 2: Cek DPT', length: '00:11:00' },
    inside: [
      { kind: 'script', title: 'Cara memeriksa daftar pemilih', length: '00:02:00', script: CHECK, part: READY },
      {
        ...{ kind: 'free', title: 'Wawancara: pindah memilih', length: '00:09:00' },
        part: { ...READY, flex: { minMs: 420_000, maxMs: 600_000 } },
      },
    ],
  },
  { kind: 'insert', title: 'Insert Hoaks atau Fakta', length: '00:01:30', part: READY },
  { kind: 'voxPop', title: 'Vox pop', length: '00:01:00', part: { optional: true } },
  { ...BREAK, title: 'Jeda 2', part: APPROVED },
  {
    ...{ kind: 'phoneIn', title: 'Segmen 3: Telepon dan WhatsApp', length: '00:16:00' },
    part: { ...READY, flex: { minMs: 600_000, maxMs: 1_080_000 } },
  },
  { ...BREAK, title: 'Jeda 3', part: APPROVED },
  {
    kind: 'script',
    title: 'Kesimpulan',
    length: '00:04:00',
    part: { ...READY, flex: { minMs: 120_000, maxMs: 300_000 } },
  },
  { kind: 'script', title: 'Penutup', length: '00:02:15', script: CLOSING, part: { ...READY, person: DEMO_PRESENTER } },
  { kind: 'bumper', title: 'Bumper out', length: '00:00:20', slugs: ['bumper-penutup'], part: APPROVED },
  { kind: 'ilm', title: 'ILM Hak Anda untuk Tahu', length: '00:00:30', slugs: ['ilm-hak-anda-tahu'], part: APPROVED },
];
