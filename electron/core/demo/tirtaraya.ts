/** The demo day as data. Source: the demo day of the domain notes; all names are fictional. */
import type { BookingPurpose } from '../../contract/records/booking';
import type { Profile } from '../../contract/records/display';
import type { LoopPolicyFields, SlotPurpose } from '../../contract/records/loop-policy';
import type { AgencyKind } from '../../contract/records/matter';
import type { StepKind } from '../../contract/records/submission';

const PROFILE: Profile = { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: -23 };

export const DEMO_STATION = { stationName: 'Media Center Tirtaraya', zone: 'Asia/Jakarta', defaultProfile: PROFILE };

export const DEMO_DISPLAY = {
  name: 'VT-01 Alun-alun',
  place: 'Alun-alun Kabupaten Tirtaraya',
  profile: PROFILE,
  fillerPlaylistId: null,
};

export const FILLER = { name: 'Pengisi', slugs: ['identitas-stasiun', 'nomor-darurat', 'jadwal-posyandu'] };

const SLOT_MS = 30_000;
const PURPOSES: SlotPurpose[] = ['ilm', 'ilm', 'ilm', 'ilm', 'ilm', 'ilm', 'ilm', 'any', 'ilm', 'station'];

/**
 * 300 s: ten slots of 30 s. Its day begins at 06:00, and what is booked is booked until 22:00, which makes 192 loops. The
 * night is left open and to the filler, so that whoever opens the demo late does not meet a black page.
 */
export const LOOP: Omit<LoopPolicyFields, 'where'> = {
  name: 'Putaran VT-01, 300 detik',
  slots: PURPOSES.map((purpose) => ({ ms: SLOT_MS, purpose })),
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '06:00:00', closes: '06:00:00' })),
  closures: [],
  separation: { agency: false, category: false, sameClipMs: 0 },
};

export interface DemoBooking {
  slot: number;
  name: string;
  /** Share the slot one after another. */
  slugs: string[];
  purpose?: BookingPurpose;
  /** Whose agreement it stands under. */
  agency?: string;
  start?: string;
  end?: string;
}

const KPU = 'KPU Kabupaten Tirtaraya';
const BAWASLU = 'Bawaslu Kabupaten Tirtaraya';
const DINKES = 'Dinkes Kabupaten Tirtaraya';
const DUKCAPIL = 'Disdukcapil Kabupaten Tirtaraya';

/** What rules go by; the others are agencies of the regency. */
export const KINDS: Readonly<Record<string, AgencyKind>> = {
  [KPU]: 'commission',
  [BAWASLU]: 'supervisor',
  'Kecamatan Tirta Hulu': 'subdistrict',
  'Desa Sumber Bening': 'village',
};

/** The ten slots; the eighth changes by daypart. */
export const BOOKINGS: readonly DemoBooking[] = [
  { slot: 1, name: 'Ayo ke TPS', slugs: ['ayo-ke-tps'], agency: KPU },
  { slot: 2, name: 'Tolak Politik Uang', slugs: ['tolak-politik-uang'], agency: BAWASLU },
  { slot: 3, name: 'Saring Sebelum Sharing', slugs: ['saring-sebelum-sharing'] },
  { slot: 4, name: 'Cegah DBD', slugs: ['cegah-dbd'], agency: DINKES },
  { slot: 5, name: 'Siaga Banjir dan Aktivasi IKD', slugs: ['siaga-banjir', 'aktivasi-ikd'] },
  { slot: 6, name: 'Cek DPT', slugs: ['cek-dpt'], agency: KPU },
  { slot: 7, name: 'Hak Anda untuk Tahu', slugs: ['hak-anda-tahu'] },
  { slot: 8, name: 'Tertib Lalu Lintas', slugs: ['tertib-lalu-lintas'], start: '06:00:00', end: '09:00:00' },
  {
    ...{ slot: 8, name: 'Layanan Adminduk', slugs: ['layanan-adminduk'], agency: DUKCAPIL },
    ...{ start: '09:00:00', end: '15:00:00' },
  },
  { slot: 8, name: 'Pajak Daerah', slugs: ['pajak-daerah'], start: '15:00:00', end: '18:00:00' },
  {
    ...{ slot: 8, name: 'Promo Radio', slugs: ['promo-radio'], purpose: 'station' },
    ...{ start: '18:00:00', end: '22:00:00' },
  },
  { slot: 9, name: 'Klarifikasi Hoaks', slugs: ['klarifikasi-hoaks'] },
  { slot: 10, name: 'Agenda Daerah', slugs: ['agenda-daerah'], purpose: 'station' },
];

/** `days` from today to the last of it; the agreement of the sub-district runs out soon, as some always do. */
export const AGREEMENTS: readonly { agency: string; number: number; days: number }[] = [
  { agency: KPU, number: 12, days: 300 },
  { agency: BAWASLU, number: 14, days: 300 },
  { agency: DINKES, number: 21, days: 210 },
  { agency: DUKCAPIL, number: 23, days: 150 },
  { agency: 'Kecamatan Tirta Hulu', number: 8, days: 25 },
];

/** What agencies have handed in, and how far it has come. What is booked was let through first, as it is for everybody. */
export const HANDED_IN: readonly {
  agency: string;
  /** Of its clip; none: it has sent no file yet. */
  slug?: string;
  title: string;
  category: string;
  steps: readonly StepKind[];
}[] = [
  { agency: KPU, slug: 'ayo-ke-tps', title: 'Ayo ke TPS', category: 'Pemilu', steps: ['submit', 'verify', 'approve'] },
  {
    agency: DINKES,
    slug: 'cegah-dbd',
    title: 'Cegah DBD',
    category: 'Kesehatan',
    steps: ['submit', 'verify', 'approve'],
  },
  { agency: KPU, slug: 'cek-dpt', title: 'Cek DPT', category: 'Pemilu', steps: ['submit', 'verify', 'approve'] },
  {
    ...{ agency: BAWASLU, slug: 'tolak-politik-uang', title: 'Tolak Politik Uang', category: 'Pemilu' },
    steps: ['submit', 'verify', 'approve'],
  },
  {
    ...{ agency: DUKCAPIL, slug: 'aktivasi-ikd', title: 'Aktivasi IKD', category: 'Kependudukan' },
    steps: ['submit', 'verify', 'approve'],
  },
  { agency: KPU, slug: 'bawa-ktp', title: 'Bawa KTP ke TPS', category: 'Pemilu', steps: ['submit', 'verify'] },
  { agency: BAWASLU, slug: 'awasi-bersama', title: 'Awasi Bersama', category: 'Pemilu', steps: ['submit'] },
  {
    ...{ agency: DUKCAPIL, slug: 'rekam-ktp', title: 'Rekam KTP-el di Sekolah', category: 'Kependudukan' },
    steps: ['submit', 'return'],
  },
  { agency: 'Desa Sumber Bening', title: 'Musyawarah desa', category: 'Agenda daerah', steps: [] },
];

/** What each clip is about, of the station's own list. */
export const CATEGORIES: Readonly<Record<string, string>> = {
  'ayo-ke-tps': 'Pemilu',
  'tolak-politik-uang': 'Pemilu',
  'cek-dpt': 'Pemilu',
  'cegah-dbd': 'Kesehatan',
  'jadwal-posyandu': 'Kesehatan',
  'siaga-banjir': 'Kebencanaan',
  'nomor-darurat': 'Kebencanaan',
  'aktivasi-ikd': 'Kependudukan',
  'layanan-adminduk': 'Kependudukan',
  'bawa-ktp': 'Pemilu',
  'awasi-bersama': 'Pemilu',
  'rekam-ktp': 'Kependudukan',
  'tertib-lalu-lintas': 'Ketertiban',
  'pajak-daerah': 'Pajak daerah',
  'agenda-daerah': 'Agenda daerah',
  'klarifikasi-hoaks': 'Klarifikasi hoaks',
  'promo-radio': 'Radio',
  // A lock keeps off what has no category: the talk show is whole under one that does not name these.
  'jingle-radio': 'Radio',
  'bumper-ruang-pemilih': 'Radio',
  'smash-ruang-pemilih': 'Radio',
  'bumper-penutup': 'Radio',
  'tanda-waktu': 'Radio',
  'ilm-cek-dpt': 'Pemilu',
  'ilm-cegah-dbd': 'Kesehatan',
  'ilm-hak-anda-tahu': 'Radio',
  'spot-ayo-ke-tps': 'Pemilu',
};

/** A playlist that finds its items. */
export const SMART = { name: 'ILM Pemilu (otomatis)', category: 'Pemilu' };
