/** The demo day as data. Source: the demo day of the domain notes; all names are fictional. */
import type { Profile } from '../../contract/records/display';

const PROFILE: Profile = { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: -23 };

export const DEMO_STATION = { stationName: 'Media Center Tirtaraya', zone: 'Asia/Jakarta', defaultProfile: PROFILE };

export const DEMO_DISPLAY = {
  name: 'VT-01 Alun-alun',
  place: 'Alun-alun Kabupaten Tirtaraya',
  profile: PROFILE,
  fillerPlaylistId: null,
};

export const FILLER = { name: 'Pengisi', slugs: ['identitas-stasiun', 'nomor-darurat', 'jadwal-posyandu'] };

/** The ten slots of 30 s; the eighth changes by daypart. */
const slots = (eighth: string): string[] => [
  'ayo-ke-tps',
  'tolak-politik-uang',
  'saring-sebelum-sharing',
  'cegah-dbd',
  'siaga-banjir',
  'aktivasi-ikd',
  'cek-dpt',
  'hak-anda-tahu',
  eighth,
  'klarifikasi-hoaks',
  'agenda-daerah',
];

export interface DemoDaypart {
  name: string;
  start: string;
  end: string;
  slugs: string[];
}

export const DAYPARTS: readonly DemoDaypart[] = [
  { name: 'Putaran pagi', start: '06:00:00', end: '09:00:00', slugs: slots('tertib-lalu-lintas') },
  { name: 'Putaran siang', start: '09:00:00', end: '15:00:00', slugs: slots('layanan-adminduk') },
  { name: 'Putaran sore', start: '15:00:00', end: '18:00:00', slugs: slots('pajak-daerah') },
  { name: 'Putaran malam', start: '18:00:00', end: '22:00:00', slugs: slots('promo-radio') },
];
