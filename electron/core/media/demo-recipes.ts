/**
 * The demo station's material as data: public service clips of the fictional Kabupaten Tirtaraya, its radio's jingles
 * and spots, stills, and a clip of the station itself. No real office or person. Made by `demo.ts`.
 */
export interface DemoRecipe {
  /** Stable name, also of the file. */
  slug: string;
  kind: 'video' | 'image' | 'audio';
  /** As the library shows it. */
  title: string;
  /** The same in lines short enough for a panel. */
  lines: readonly string[];
  /** A sentence under the title. */
  message: string;
  agency: string;
  /** Length; a still has 0. */
  seconds: number;
  /** Two colours of the moving ground and one of the accents, as RRGGBB. */
  colours: readonly [string, string, string];
  /** Root of the chord that is heard, Hz. */
  root: number;
  tags: readonly string[];
}

const BLUE = ['0b3d91', '1464c0', 'ffd447'] as const;
const RED = ['8c1c2b', 'c8403c', 'ffe3a3'] as const;
const TEAL = ['00595a', '0a8f86', 'f7e36b'] as const;
const GREEN = ['14532d', '2f855a', 'ffd166'] as const;
const PURPLE = ['3b2a72', '6a4bb5', '9be7ff'] as const;
const ORANGE = ['9a4300', 'd9781e', 'fff1c9'] as const;
const SLATE = ['1f2a44', '38507a', '7fd1ff'] as const;

type Words = Pick<DemoRecipe, 'slug' | 'title' | 'lines' | 'message' | 'agency'>;

function video(
  words: Words,
  seconds: number,
  colours: DemoRecipe['colours'],
  root: number,
  tags: string[],
): DemoRecipe {
  return { ...words, kind: 'video', seconds, colours, root, tags: ['ILM', ...tags] };
}

const KPU = 'KPU Kabupaten Tirtaraya';
const BAWASLU = 'Bawaslu Kabupaten Tirtaraya';
const KOMINFO = 'Diskominfo Kabupaten Tirtaraya';
const DUKCAPIL = 'Disdukcapil Kabupaten Tirtaraya';
const RADIO = 'LPPL Radio Suara Tirtaraya';

const words = (slug: string, lines: string[], message: string, agency: string): Words => ({
  slug,
  title: lines.join(' '),
  lines,
  message,
  agency,
});

/** In the order of the demo loop; 8 is by daypart. */
const CLIPS: readonly DemoRecipe[] = [
  video(words('ayo-ke-tps', ['Ayo ke TPS'], 'Satu suara menentukan arah daerah kita', KPU), 30, BLUE, 220, [
    'pemilihan',
  ]),
  video(words('tolak-politik-uang', ['Tolak', 'Politik Uang'], 'Lihat, catat, laporkan', BAWASLU), 30, RED, 196, [
    'pemilihan',
  ]),
  video(
    words('saring-sebelum-sharing', ['Saring', 'Sebelum Sharing'], 'Periksa dulu sumber beritanya', KOMINFO),
    30,
    PURPLE,
    247,
    ['literasi'],
  ),
  video(
    words('cegah-dbd', ['Cegah DBD'], 'Menguras, menutup, mendaur ulang', 'Dinkes Kabupaten Tirtaraya'),
    30,
    GREEN,
    208,
    ['kesehatan'],
  ),
  video(
    words('siaga-banjir', ['Siaga Banjir'], 'Kenali jalur evakuasi di sekitar Anda', 'BPBD Kabupaten Tirtaraya'),
    15,
    ORANGE,
    175,
    ['bencana'],
  ),
  video(words('aktivasi-ikd', ['Aktivasi IKD'], 'KTP di ponsel, di kantor kecamatan', DUKCAPIL), 15, TEAL, 233, [
    'adminduk',
  ]),
  video(words('cek-dpt', ['Cek DPT'], 'Pastikan nama Anda sudah terdaftar', KPU), 30, BLUE, 262, ['pemilihan']),
  video(
    words('hak-anda-tahu', ['Hak Anda', 'untuk Tahu'], 'Minta informasi publik melalui PPID', KOMINFO),
    30,
    SLATE,
    220,
    ['PPID'],
  ),
  video(
    words('tertib-lalu-lintas', ['Tertib', 'Lalu Lintas'], 'Pelan di depan sekolah', 'Dishub Kabupaten Tirtaraya'),
    30,
    ORANGE,
    185,
    ['lalu lintas'],
  ),
  video(
    words('layanan-adminduk', ['Layanan', 'Adminduk'], 'Senin sampai Jumat, 08.00-15.00', DUKCAPIL),
    30,
    TEAL,
    196,
    ['adminduk'],
  ),
  video(
    words('pajak-daerah', ['Pajak Daerah'], 'Dari kita, kembali untuk kita', 'Bapenda Kabupaten Tirtaraya'),
    30,
    GREEN,
    233,
    ['pajak'],
  ),
  video(words('promo-radio', ['Ruang Pemilih'], 'Setiap pukul 09.00 di radio', RADIO), 30, RED, 247, ['radio']),
  video(
    words('klarifikasi-hoaks', ['Hoaks', 'atau Fakta?'], 'Tanya Klinik Hoaks sebelum percaya', KOMINFO),
    30,
    PURPLE,
    208,
    ['hoaks'],
  ),
  video(words('agenda-daerah', ['Agenda Daerah'], 'Pekan ini di alun-alun', KOMINFO), 30, SLATE, 262, ['agenda']),
  // Handed in and not let through yet: nothing plays it, nor the last stills.
  video(words('awasi-bersama', ['Awasi', 'Bersama'], 'Lihat pelanggaran? Laporkan', BAWASLU), 15, RED, 208, [
    'pemilihan',
  ]),
  {
    ...video(
      words('identitas-stasiun', ['Tirtaraya', 'Media Center'], 'Informasi untuk semua', KOMINFO),
      15,
      BLUE,
      165,
      [],
    ),
    tags: ['filler', 'identitas'],
  },
];

function still(words: Words, colours: DemoRecipe['colours']): DemoRecipe {
  return { ...words, kind: 'image', seconds: 0, colours, root: 0, tags: ['poster'] };
}

const STILLS: readonly DemoRecipe[] = [
  still(words('nomor-darurat', ['Darurat?', 'Hubungi 112'], 'Gratis, 24 jam', 'BPBD Kabupaten Tirtaraya'), ORANGE),
  still(words('jadwal-posyandu', ['Jadwal', 'Posyandu'], 'Selasa pertama setiap bulan', 'Desa Sumber Bening'), GREEN),
  still(words('bawa-ktp', ['Bawa KTP', 'ke TPS'], 'TPS buka pukul 07.00 sampai 13.00', KPU), BLUE),
  still(words('rekam-ktp', ['Rekam KTP-el', 'di Sekolah'], 'Untuk pemilih pemula', DUKCAPIL), TEAL),
];

function sound(slug: string, title: string, seconds: number, root: number, tags: string[]): DemoRecipe {
  return { slug, kind: 'audio', title, lines: [title], message: '', agency: RADIO, seconds, colours: BLUE, root, tags };
}

const SOUNDS: readonly DemoRecipe[] = [
  sound('tanda-waktu', 'Tanda waktu', 10, 440, ['radio', 'tanda waktu']),
  sound('jingle-radio', 'Jingle Radio Suara Tirtaraya', 15, 262, ['radio', 'jingle']),
  sound('bumper-ruang-pemilih', 'Bumper Ruang Pemilih', 15, 220, ['radio', 'bumper']),
  sound('smash-ruang-pemilih', 'Smash Ruang Pemilih', 10, 294, ['radio', 'smash']),
  sound('spot-ayo-ke-tps', 'Spot radio Ayo ke TPS', 30, 233, ['radio', 'spot']),
  sound('bumper-penutup', 'Bumper penutup Ruang Pemilih', 20, 247, ['radio', 'bumper']),
  sound('ilm-cek-dpt', 'ILM radio Cek DPT', 60, 208, ['radio', 'ILM']),
  sound('ilm-hak-anda-tahu', 'ILM radio Hak Anda untuk Tahu', 30, 185, ['radio', 'ILM']),
  sound('ilm-cegah-dbd', 'ILM radio Cegah DBD', 60, 196, ['radio', 'ILM']),
];

export const DEMO_RECIPES: readonly DemoRecipe[] = [...CLIPS, ...STILLS, ...SOUNDS];
