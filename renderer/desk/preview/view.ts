/** How a person chose to look: at which panel, how large, in what light, beside what. Pure. */
import type { Profile } from '../../../electron/contract/records/display';
import type { Grid } from '../../../electron/domain/preview/grid-cut';
import type { Wipe } from '../../../electron/domain/preview/wipe';

/** `fit`: as large as there is room; `seen`: as large as it is seen from there; else device px for each LED. */
export type Zoom = 'fit' | 'seen' | 1 | 2 | 4 | 8;
export const ZOOMS = ['fit', 'seen', 1, 2, 4, 8] as const satisfies Zoom[];
export type Light = 'plain' | 'day' | 'night';
export const LIGHTS = ['plain', 'day', 'night'] as const satisfies Light[];
/** What Suar may put over a picture. */
export type Cover = 'none' | 'emergency' | 'notice' | 'identify';
export const COVERS = ['none', 'emergency', 'notice', 'identify'] as const satisfies Cover[];
export type Compare = 'off' | 'side' | 'wipe' | 'difference';
export const COMPARES = ['off', 'side', 'wipe', 'difference'] as const satisfies Compare[];
export const GAINS = [1, 2, 4, 8, 16] as const;

export interface View {
  zoom: Zoom;
  /** Where the middle of the stage is on the wall, as shares. */
  pan: { x: number; y: number };
  /** Draws every LED as the dot that it is. */
  dots: boolean;
  /** Blurred as the eye blurs it from there. */
  eye: boolean;
  pitchMm: number;
  viewingM: number;
  light: Light;
  /** Per cent of the panel's full brightness. */
  level: number;
  safe: boolean;
  cover: Cover;
  ticker: boolean;
  grid: Grid;
  compare: Compare;
  /** Which of the two is shown first, or alone. */
  swapped: boolean;
  wipe: Wipe;
  gain: (typeof GAINS)[number];
}

/** Of a roadside panel: what is assumed where nobody has said. */
export const USUAL_PITCH_MM = 10;
export const USUAL_VIEWING_M = 40;

export const PLAIN_VIEW: View = {
  zoom: 'fit',
  pan: { x: 0.5, y: 0.5 },
  dots: true,
  eye: false,
  pitchMm: USUAL_PITCH_MM,
  viewingM: USUAL_VIEWING_M,
  light: 'plain',
  level: 100,
  safe: false,
  cover: 'none',
  ticker: false,
  grid: { columns: 1, rows: 1, gap: 0 },
  compare: 'off',
  swapped: false,
  wipe: { at: 0.5, line: 'upright' },
  gain: 4,
};

/** What a picture is shown on: a panel, or (`own`) pixels of its own. */
export interface Panel {
  name: string | null;
  profile: Pick<Profile, 'width' | 'height' | 'fit'>;
}
