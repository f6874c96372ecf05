/** Settings: the station's own. Every legal or technical figure an operator may want to change is here, not in code. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, LocalTime, Name, Zone } from '../scalars';
import { Profile } from './display';
import { Language } from './user';

/** Kop surat. */
export const Letterhead = z.object({
  lines: z.array(z.string().trim().min(1).max(200)).max(6),
  address: z.string().trim().max(500),
});
export type Letterhead = z.infer<typeof Letterhead>;

/** Open Sound Control over UDP, for controllers and lights. It knows no passwords, so both ways are off until asked for. */
export const Osc = z.object({
  /** Null: nothing is listened to. From the network only where displays on the network are switched on. */
  listenPort: z.int().min(1024).max(65_535).nullable(),
  /** Told what is on air. */
  targets: z
    .array(z.object({ host: z.string().regex(/^[a-z0-9.:-]{1,253}$/i), port: z.int().min(1).max(65_535) }))
    .max(10),
});
export type Osc = z.infer<typeof Osc>;

export const SettingsValues = z.object({
  stationName: Name,
  zone: Zone,
  language: Language,
  /** Played on every display where nothing is booked, unless the display names its own. */
  fillerPlaylistId: Id.nullable(),
  /** Default length of a still. */
  stillMs: DurationMs.min(1000),
  /** Renditions are made for this profile while there is no display, and offered for new displays. */
  defaultProfile: Profile,
  /** EBU R128 target of sound-only renditions (radio). */
  audioLoudnessLufs: z.number().min(-40).max(-5),
  /** How far ahead timelines are compiled. */
  horizonHours: z.int().min(48).max(168),
  /** The hour of the daily compile, on the station's clock. */
  compileAt: LocalTime,
  /** Listen on the office network too, for displays and remote browsers. */
  displaysOnNetwork: z.boolean(),
  /** Names other than this machine's own under which browsers reach the station. */
  extraHosts: z.array(z.string().regex(/^[a-z0-9.-]{1,253}$/i)).max(20),
  /** Files that appear here are taken into the library; null is off. */
  watchFolder: z.string().max(4096).nullable(),
  /** What material may be about: the choices for an asset's category. One that is taken off stays on its assets. */
  categories: z.array(Name).max(100),
  /** Stands at the head of every paper, the agency above the station. Empty: the station's name. */
  letterhead: Letterhead,
  osc: Osc,
  /** How long recordings of the broadcast are kept. The law asks for a year (PP 50/2005 art. 20; check). */
  recordingDays: z.int().min(1).max(3660),
});
export type SettingsValues = z.infer<typeof SettingsValues>;

export const Settings = SettingsValues.extend({ id: z.literal('settings'), rev: z.int().min(0) });
export type Settings = z.infer<typeof Settings>;
/** What an Indonesian media center mostly carries. */
const USUAL_CATEGORIES = [
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

const NO_OSC: Osc = { listenPort: null, targets: [] };
const NO_LETTERHEAD: Letterhead = { lines: [], address: '' };

/** A year, whichever year it is. */
const USUAL_RECORDING_DAYS = 366;

/** Version 2: categories. Version 3: letterhead. Version 4: OSC. Version 5: recordings. */
export const settingsRecord = recordType('settings', Settings, [
  (old) => ({ ...old, categories: USUAL_CATEGORIES }),
  (old) => ({ ...old, letterhead: NO_LETTERHEAD }),
  (old) => ({ ...old, osc: NO_OSC }),
  (old) => ({ ...old, recordingDays: USUAL_RECORDING_DAYS }),
]);

/** A new station's settings. */
export const DEFAULT_SETTINGS: Settings = {
  id: 'settings',
  rev: 0,
  stationName: 'Suar',
  zone: 'Asia/Jakarta',
  language: 'id',
  fillerPlaylistId: null,
  stillMs: 10_000,
  defaultProfile: { width: 1280, height: 720, fit: 'contain', frameRate: 25, loudnessLufs: -23 },
  audioLoudnessLufs: -16,
  horizonHours: 48,
  compileAt: '03:00:00',
  displaysOnNetwork: false,
  extraHosts: [],
  watchFolder: null,
  categories: USUAL_CATEGORIES,
  letterhead: NO_LETTERHEAD,
  osc: NO_OSC,
  recordingDays: USUAL_RECORDING_DAYS,
};
