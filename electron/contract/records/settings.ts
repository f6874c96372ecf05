/** Settings: the station's own. Every legal or technical figure an operator may want to change is here, not in code. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Id, LocalTime, Name, Zone } from '../scalars';
import { Daypart } from './booking';
import { Profile } from './display';
import { Separation } from './loop-policy';
import { OfficeSettings } from './office-settings';
import { QualityLimits } from './quality-limits';
import { Categories, ExtraHosts } from './settings-lists';
import {
  NO_LETTERHEAD,
  NO_OSC,
  NO_PODCAST,
  USUAL_CARDS,
  USUAL_CATEGORIES,
  USUAL_OFFICE,
  USUAL_RECORDING_DAYS,
  USUAL_SPOTS,
  withCategoriesOfRules,
  withRulesApart,
} from './settings-usual';
import { SpotRule } from './spot-rule';
import { PageUrl } from './takeover';
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

/** Shares that the law asks of a broadcaster (UU 32/2002 art. 46), percent. */
export const AdLaw = z.object({
  /** Public service announcements, at least. */
  ilmPercent: z.number().min(0).max(100),
  /** Of all advertising, as of a public station, or of the commercial part alone, as of a private one. */
  ilmOf: z.enum(['all', 'commercial']),
  /** Advertising of the time on air, at most. */
  adsPercent: z.number().min(0).max(100),
  /** When the station is on air each day. */
  onAir: Daypart,
});
export type AdLaw = z.infer<typeof AdLaw>;

/** How the breaks of the radio are filled. What may air in them, and how often, say the rules. */
export const SpotSettings = z.object({
  separation: Separation,
  law: AdLaw,
});
export type SpotSettings = z.infer<typeof SpotSettings>;

/** Episodes as a podcast. */
export const PodcastSettings = z.object({
  /** Whether everybody who reaches the station hears it at `/podcast/`, without signing in. */
  open: z.boolean(),
  /** Under which address it is reached from outside, or where its files are carried to; null: not said. */
  address: PageUrl.nullable(),
});
export type PodcastSettings = z.infer<typeof PodcastSettings>;

/** Cards and the hoax desk. */
export const CardSettings = z.object({
  /** Hours within which a rumour is to be answered. */
  hoaxTargetHours: z.int().min(1).max(720),
  /** A card of these categories airs without a second person's approval. */
  noApproval: Categories,
});
export type CardSettings = z.infer<typeof CardSettings>;

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
  extraHosts: ExtraHosts,
  /** Files that appear here are taken into the library; null is off. */
  watchFolder: z.string().max(4096).nullable(),
  /** What material may be about: the choices for an asset's category. One that is taken off stays on its assets. */
  categories: Categories,
  /** Stands at the head of every paper, the agency above the station. Empty: the station's name. */
  letterhead: Letterhead,
  osc: Osc,
  /** How long recordings of the broadcast are kept. The law asks for a year (PP 50/2005 art. 20; check). */
  recordingDays: z.int().min(1).max(3660),
  spots: SpotSettings,
  podcast: PodcastSettings,
  /** What the quality check holds material against, where it differs from the usual (`quality-limits.ts`). */
  quality: QualityLimits.partial(),
  /** Registers of the office: requests for information, contests. */
  office: OfficeSettings,
  cards: CardSettings,
});
export type SettingsValues = z.infer<typeof SettingsValues>;

export const Settings = SettingsValues.extend({
  id: z.literal('settings'),
  rev: z.int().min(0),
  /** Of a station of before, until they are carried over into the rules, when it is opened. */
  spotRules: z.array(SpotRule).max(100).optional(),
});
export type Settings = z.infer<typeof Settings>;
/** Version 2: categories. Version 3: letterhead. Version 4: OSC. Version 5: recordings. Version 6: spots. Version 7: podcast. Version 8: quality. Version 9: categories of rules. Version 10: office. Version 11: cards. Version 12: rules of spots stand among the rules. */
export const settingsRecord = recordType('settings', Settings, [
  (old) => ({ ...old, categories: USUAL_CATEGORIES }),
  (old) => ({ ...old, letterhead: NO_LETTERHEAD }),
  (old) => ({ ...old, osc: NO_OSC }),
  (old) => ({ ...old, recordingDays: USUAL_RECORDING_DAYS }),
  (old) => ({ ...old, spots: USUAL_SPOTS }),
  (old) => ({ ...old, podcast: NO_PODCAST }),
  (old) => ({ ...old, quality: {} }),
  (old) => ({ ...old, categories: withCategoriesOfRules(old.categories) }),
  (old) => ({ ...old, office: USUAL_OFFICE }),
  (old) => ({ ...old, cards: USUAL_CARDS }),
  withRulesApart,
]);
