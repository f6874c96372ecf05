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
  'Iklan kampanye',
  'Iklan rokok',
  'Siaran darurat',
];
/** What the rules that come with Suar speak of; stations of before get them beside their own. */
const CATEGORIES_OF_RULES = ['Iklan kampanye', 'Iklan rokok', 'Siaran darurat'];

/** @param old as it stands; whatever else it may be is for the schema to refuse */
export function withCategoriesOfRules(old: unknown): unknown {
  if (!Array.isArray(old)) return old;
  return [...new Set([...old, ...CATEGORIES_OF_RULES])].slice(0, Math.max(100, old.length));
}

/** Rules of spots are put aside, to be carried over when the station is opened. @param old as it stands */
export function withRulesApart(old: Record<string, unknown>): Record<string, unknown> {
  const { rules, ...spots } = (old.spots ?? {}) as Record<string, unknown>;
  return { ...old, spots, ...(Array.isArray(rules) && rules.length > 0 ? { spotRules: rules } : {}) };
}

export const NO_OSC = { listenPort: null, targets: [] };
export const NO_LETTERHEAD = { lines: [], address: '' };
export const NO_PODCAST = { open: false, address: null };

export const USUAL_CARDS = { hoaxTargetHours: 24, noApproval: [] as string[] };

/** A public station's. The same spot never follows itself, whatever is asked here. */
export const USUAL_SPOTS = {
  separation: { agency: false, category: false, sameClipMs: 0 },
  law: { ilmPercent: 30, ilmOf: 'all' as const, adsPercent: 15, onAir: { start: '05:00:00', end: '24:00:00' } },
};

/** A year, whichever year it is. */
export const USUAL_RECORDING_DAYS = 366;

/** UU 14/2008 art. 22 and 36. Holidays are decreed each year: none are known beforehand. */
export const USUAL_OFFICE = {
  answerDays: 10,
  extraDays: 7,
  objectDays: 30,
  objectionDays: 30,
  warnDays: 3,
  workdays: [1, 2, 3, 4, 5],
  holidays: [],
  mark: 'PPID',
  keepContactDays: 365,
};
