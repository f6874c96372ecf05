/** A new station's settings as values alone, for pages that have no need of their schema. */
import type { Settings } from './settings';
import {
  NO_LETTERHEAD,
  NO_OSC,
  NO_PODCAST,
  USUAL_CATEGORIES,
  USUAL_OFFICE,
  USUAL_RECORDING_DAYS,
  USUAL_SPOTS,
} from './settings-usual';

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
  spots: USUAL_SPOTS,
  podcast: NO_PODCAST,
  quality: {},
  office: USUAL_OFFICE,
};
