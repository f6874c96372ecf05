/** A panel as a card sees it, and how large letters must be on it to be read. Pure. */
import type { Display } from '../../contract/records/display';
import { profileKey } from '../profile';

export interface CardPanel {
  width: number;
  height: number;
  /** Distance from pixel to pixel, and from which it is read; null where nobody has said. */
  pitchMm: number | null;
  viewingM: number | null;
}

/** Part of the letter height that Inter's capitals have of its size. */
const CAPITAL = 0.727;
/** A capital of a 250th of the distance is read in passing (the usual figure for road and hall signs: 4 mm for each metre). */
const DISTANCE_TO_LETTER = 250;
/** Share of the height, or of half the width where that is less, where the distance is not known: 30 px on 800x400, as takeover cards have. */
const USUAL_SHARE = 0.075;
/** Below 7 px of capital, a letter of pixels loses its shape. */
const FEWEST_PX = 10;
/** A panel never asks for fewer than three lines: from farther away it is no panel for words. */
const FEWEST_LINES = 3.5;

export const unitOf = ({ width, height }: Pick<CardPanel, 'width' | 'height'>): number => Math.min(height, width / 2);

/** Size of the smallest letters, px, and whether they are read at the panel's distance. */
export function smallestOn(panel: CardPanel): { size: number; legible: boolean } {
  const wanted = Math.max(FEWEST_PX, wantedOn(panel));
  const most = Math.max(1, Math.floor(Math.min(panel.height, panel.width) / FEWEST_LINES));
  return { size: Math.min(Math.ceil(wanted), most), legible: wanted <= most };
}

function wantedOn(panel: CardPanel): number {
  const { pitchMm, viewingM } = panel;
  if (pitchMm === null || viewingM === null || pitchMm <= 0) return unitOf(panel) * USUAL_SHARE;
  return (viewingM * 1000) / DISTANCE_TO_LETTER / pitchMm / CAPITAL;
}

/** Displays that share a profile share their pictures: the one that asks for the largest letters counts. */
export function panelsOf(
  displays: readonly Pick<Display, 'name' | 'profile' | 'pitchMm' | 'viewingM'>[],
): (CardPanel & { name: string; profileKey: string })[] {
  const panels = displays.map(({ name, profile, pitchMm, viewingM }) => ({
    ...{ name, profileKey: profileKey(profile), width: profile.width, height: profile.height },
    ...{ pitchMm, viewingM },
  }));
  const groups = new Map<string, (typeof panels)[number]>();
  for (const panel of panels) {
    const held = groups.get(panel.profileKey);
    if (!held || wantedOn(panel) > wantedOn(held)) groups.set(panel.profileKey, panel);
  }
  return [...groups.values()];
}
