/** What offices call columns, kinds and lengths, in Indonesian and English. Data of the reader of files, not sentences. Pure. */
import type { ImportField } from '../../../contract/api/rundown-files';
import type { ItemKind } from '../../../contract/records/rundown-item';
import { plain } from '../../sheets/cell';
import { nearest } from '../../sheets/nearest';

const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  title: [
    'judul',
    'materi',
    'nama materi',
    'uraian',
    'mata acara',
    'isi',
    'item',
    'title',
    'event',
    'kegiatan',
    'acara',
  ],
  kind: ['jenis', 'jenis materi', 'tipe', 'kind', 'type', 'kategori', 'format'],
  duration: ['durasi', 'durasi rencana', 'lama', 'duration', 'planned duration', 'length', 'planned length', 'dur'],
  start: ['mulai', 'jam mulai', 'jam', 'waktu', 'waktu mulai', 'pukul', 'start', 'start time', 'time', 'time start'],
  hard: ['jam pasti', 'waktu pasti', 'tepat waktu', 'hard', 'hard start', 'fixed start'],
  notes: ['keterangan', 'catatan', 'ket', 'notes', 'note', 'remarks', 'keterangan tambahan'],
  person: ['petugas', 'penyiar', 'penanggung jawab', 'pj', 'pic', 'pelaksana', 'oleh', 'person', 'presenter', 'talent'],
  segment: ['segmen', 'bagian', 'blok', 'sesi', 'segment', 'group', 'block', 'kelompok'],
  script: ['naskah', 'teks', 'narasi', 'script', 'text'],
  optional: ['boleh dilewati', 'opsional', 'optional', 'may be skipped', 'may be dropped'],
  floating: ['cadangan', 'floating', 'at hand', 'standby', 'skip', 'dilewati'],
  ignored: ['no', 'nomor', 'number', 'cue', 'selesai', 'end', 'hitung balik', 'back-time', 'keadaan', 'status'],
};
const ALL = Object.entries(HEADINGS).flatMap(([field, names]) =>
  names.map((name) => ({ field: field as ImportField, name })),
);

const BY_NAME = new Map(ALL.map(({ field, name }) => [name, field]));
/** `Durasi (menit)` and `No.` are known without what is added to them. */
const bare = (heading: string): string => plain(heading.replace(/\([^)]*\)/g, ' ')).replace(/[.:*]+$/, '');

/** What a heading of exactly that name is. */
export const exactField = (heading: string): ImportField | null => BY_NAME.get(bare(heading)) ?? null;

/** What a heading of that name would be, and whether it says so itself or only looks like it: half a millisecond. */
export function fieldOf(heading: string): { field: ImportField; sure: boolean } | null {
  const name = bare(heading);
  const exact = BY_NAME.get(name);
  if (exact) return { field: exact, sure: true };
  const near = name.length > 3 ? nearest(name, ALL)[0] : undefined;
  return near ? { field: near.field, sure: false } : null;
}

/** The first that fits counts, so the longer names stand above those that are part of them. */
const KINDS: readonly [kind: ItemKind, names: RegExp][] = [
  ['timeSignal', /^(?:tanda waktu|time signal|timesignal)\b/],
  ['voxPop', /^vox ?pop/],
  ['phoneIn', /^(?:telepon|telpon|telp|phone|phone-?in|interaktif|dialog interaktif|call)\b/],
  ['spotBreak', /^(?:spot|jeda|jeda iklan|iklan|commercial|komersial|spot break|break|ad break)\b/],
  ['ilm', /^(?:ilm|iklan layanan masyarakat|layanan masyarakat|psa)\b/],
  ['jingle', /^(?:jingle|tune|theme|id station|station id)\b/],
  ['bumper', /^(?:bumper|bumper in|bumper out)\b/],
  ['sweeper', /^(?:smash|sweeper|sweep|liner)\b/],
  ['insert', /^(?:insert|sisipan|berita|paket|feature)\b/],
  ['music', /^(?:musik|lagu|music|song|bed)\b/],
  ['script', /^(?:naskah|script|pembuka|penutup|opening|closing|adlib|ad-lib|kesimpulan)\b/],
  ['segment', /^(?:segmen|segment|bagian|blok|block|group|sesi)\b/],
  ['free', /^(?:lain-lain|lainnya|bebas|free|other|event)\b/],
];
/** Which stand above `spotBreak`, since they begin as it does. */
const FIRST: readonly RegExp[] = [/^iklan layanan masyarakat\b/, /^ilm\b/];

export function kindOf(text: string): ItemKind | undefined {
  const name = plain(text);
  if (FIRST.some((pattern) => pattern.test(name))) return 'ilm';
  return KINDS.find(([kind, pattern]) => pattern.test(name) || plain(kind) === name)?.[0];
}

const YES = new Set(['ya', 'y', 'yes', 'true', '1', 'x', 'v', '✓', '✔', 'benar']);
const NO = new Set(['', 'tidak', 't', 'no', 'n', 'false', '0', '-']);

export function flagOf(text: string): boolean | undefined {
  const name = plain(text);
  return YES.has(name) ? true : NO.has(name) ? false : undefined;
}

const UNITS: readonly [ms: number, names: RegExp][] = [
  [3_600_000, /^(?:jam|j|hours?|hrs?|h)$/],
  [60_000, /^(?:menit|mnt|min|mins|minutes?|m)$/],
  [1000, /^(?:detik|dtk|det|d|seconds?|secs?|sec|s)$/],
];

/** `2 menit 30 detik`, `2m30s`, `1,5 jam`; null for what is none. */
export function spanWords(text: string): number | null {
  const words = [...text.matchAll(/(\d{1,6}(?:[.,]\d{1,3})?)\s*(\p{L}+)\.?[\s,]*/gu)];
  if (words.length === 0 || words.map(([whole]) => whole).join('') !== text) return null;
  let sum = 0;
  for (const [, count = '', unit = ''] of words) {
    const ms = UNITS.find(([, names]) => names.test(unit))?.[0];
    if (ms === undefined) return null;
    sum += Number(count.replace(',', '.')) * ms;
  }
  return Math.round(sum);
}

/** Sums below a table are no items. */
export const isSum = (title: string): boolean =>
  /^(?:jumlah|total|grand total|jumlah durasi|total durasi)\b[\s:]*$/.test(plain(title));
