/** What settings begin with, for new stations and for those of before. The types stand in `settings.ts`. */

/** What an Indonesian media center mostly carries. */
export const USUAL_CATEGORIES = [
  'Kesehatan',
  'Pemilu',
  'Kebencanaan',
  'Kependudukan',
  'Ketertiban',
  'Pajak daerah',
  'Agenda daerah',
  'Klarifikasi hoaks',
  'Radio',
];

export const NO_OSC = { listenPort: null, targets: [] };
export const NO_LETTERHEAD = { lines: [], address: '' };
export const NO_PODCAST = { open: false, address: null };

export const USUAL_CARDS = { hoaxTargetHours: 24, noApproval: [] as string[] };

/** A public station's. The same spot never follows itself, whatever is asked here. */
export const USUAL_SPOTS = {
  separation: { agency: false, category: false, sameClipMs: 0 },
  rules: [],
  law: { ilmPercent: 30, ilmOf: 'all' as const, adsPercent: 15, onAir: { start: '05:00:00', end: '24:00:00' } },
};

/** A year, whichever year it is. */
export const USUAL_RECORDING_DAYS = 366;
