/** Cards for tests, one of each template, and panels of odd sizes. */
import type { CardDrawing, CardFields } from '../../contract/records/card';
import type { CardPanel } from './panel';

export const SAMPLES: { readonly [T in CardFields['template']]: Extract<CardFields, { template: T }> } = {
  hoax: {
    ...{ template: 'hoax', label: 'hoax', claim: 'Pencoblosan di Tirtaraya diundur tiga hari karena banjir' },
    answer: 'Tidak benar. KPU Kabupaten Tirtaraya memastikan pemungutan suara tetap Rabu, 25 November 2026.',
    source: 'KPU Kabupaten Tirtaraya',
  },
  agenda: {
    ...{ template: 'agenda', heading: 'Agenda pekan ini' },
    entries: [
      { date: '2026-11-24', time: '09:00', title: 'Simulasi pemungutan suara', place: 'Alun-alun' },
      { date: '2026-11-24', time: '19:30', title: 'Ruang Pemilih', place: 'Radio Suara Tirtaraya' },
      { date: '2026-11-26', time: null, title: 'Pasar murah', place: 'Kecamatan Tirta Hulu' },
    ],
  },
  announcement: {
    template: 'announcement',
    title: 'Layanan Adminduk Sabtu',
    body: 'Buka pukul 08.00 WIB sampai 12.00 WIB.',
  },
  emergency: {
    ...{ template: 'emergency', title: 'Banjir di Tirta Hulu', body: 'Segera ke tempat pengungsian.', source: 'BPBD' },
  },
  result: {
    ...{ template: 'result', title: 'Pemilihan Bupati Tirtaraya', approvedBy: 'KPU Kabupaten Tirtaraya' },
    rows: [
      { name: 'Pasangan 1', value: '120.345 suara' },
      { name: 'Pasangan 2', value: '98.120 suara' },
    ],
    ...{ letterNumber: '211/PL.02.7-Kpt/2026', letterDate: '2026-12-16' },
  },
  quote: {
    template: 'quote',
    words: '"Saring sebelum sharing."',
    speaker: 'Kepala Diskominfo',
    position: 'Kabupaten Tirtaraya',
  },
  countdown: { template: 'countdown', event: 'Pemungutan suara', date: '2026-11-25', body: 'Ayo ke TPS' },
};

export const sampleDrawing = (fields: CardFields, part: Partial<CardDrawing> = {}): CardDrawing => ({
  ...{ fields, look: { theme: 'dark', slideMs: 10_000 }, qr: '', logo: null },
  ...{ today: '2026-11-23', zone: 'WIB', language: 'id', asOf: null },
  ...part,
});

const panel = (
  width: number,
  height: number,
  pitchMm: number | null = null,
  viewingM: number | null = null,
): CardPanel => ({
  ...{ width, height, pitchMm, viewingM },
});

export const PANELS: readonly CardPanel[] = [
  panel(800, 400),
  panel(800, 400, 10, 50),
  panel(320, 96),
  panel(320, 96, 10, 25),
  panel(96, 320),
  panel(128, 64),
  panel(128, 64, 10, 30),
  panel(1920, 1080),
  panel(640, 1280),
];
