/** Pages of a drawing as files: a still, or slides that follow each other. Read `paint` first. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hopeless } from '../../contract/hopeless';
import type { CardDrawing } from '../../contract/records/card';
import type { Profile } from '../../contract/records/display';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import type { Deck } from '../../domain/cards/orders';
import { type CardPanel, panelsOf } from '../../domain/cards/panel';
import { profileKey } from '../../domain/profile';
import type { DrawnBy } from '../library/drawn-by';
import type { Described, Work } from '../media/types';
import type { Reader } from '../store';
import { deckOf, pngOf } from './canvas';
import { logoFile } from './logo';
import { cardOfAsset, type Room } from './room';

/** What the library holds as the source, where no panel asks for its own pixels. */
export const MASTER: CardPanel = { width: 1920, height: 1080, pitchMm: null, viewingM: null };
/** Of a master that is a video: no panel plays it as it is, and somebody waits for it. */
const MASTER_VIDEO = { ...MASTER, width: 1280, height: 720 };
const MASTER_RATE = 2;

/** The most pages that any panel in use takes, the master among them. */
export async function slidesOf({ store }: Pick<Room, 'store'>, drawing: CardDrawing): Promise<number> {
  let most = 1;
  for (const panel of [MASTER, ...panelsOf(store.all('display'))]) {
    most = Math.max(most, (await deckOf(drawing, panel)).pages.length);
  }
  return most;
}

export interface Painted {
  drawing: CardDrawing;
  panel: CardPanel;
  /** 1: a still. More: a video as long as so many slides, on every panel alike. */
  slides: number;
  frameRate: number;
  /** For a display; else for any player. */
  forDisplay: boolean;
}

/** Into `target`. @throws Hopeless where a still would need more than one page */
export async function paint(room: Room, order: Painted, target: string, work: Work): Promise<Described> {
  const { drawing, panel, slides } = order;
  const asVideo = slides > 1 || !order.forDisplay;
  const deck = await deckOf(drawing, asVideo ? even(panel) : panel);
  if (asVideo) return paintVideo(room, order, deck, target, work);
  if (deck.pages.length > 1) throw new Hopeless(reason('card.needsSlides', { pages: deck.pages.length }));
  await writeFile(target, await pngOf(room.painting, deck, 0, logoFile(room, drawing)));
  const { width, height } = panel;
  return { mime: 'image/png', width, height, durationMs: 0, frames: null, codecs: null };
}

async function paintVideo(room: Room, order: Painted, deck: Deck, target: string, work: Work): Promise<Described> {
  const { drawing, slides, frameRate, forDisplay } = order;
  const { width, height } = deck;
  return withFolder(room, async (dir) => {
    const pictures: string[] = [];
    for (const page of deck.pages.keys()) {
      const path = join(dir, `${page}.png`);
      await writeFile(path, await pngOf(room.painting, deck, page, logoFile(room, drawing)));
      pictures.push(path);
    }
    const totalMs = Math.max(slides, forDisplay ? 1 : pictures.length) * drawing.look.slideMs;
    const made = await room.media.makeSlides({ pictures, totalMs, width, height, frameRate, forDisplay }, target, work);
    return made ?? { mime: 'video/mp4', width, height, durationMs: totalMs, frames: null, codecs: null };
  });
}

/** 4:2:0 pictures have even sides. */
const even = (panel: CardPanel): CardPanel => ({
  ...panel,
  width: panel.width - (panel.width % 2),
  height: panel.height - (panel.height % 2),
});

export async function withFolder<T>({ dir }: Room, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(dir, newId());
  await mkdir(folder, { recursive: true });
  return work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

/** The source that the library keeps, and what its file is called. */
export async function paintMaster(room: Room, drawing: CardDrawing, slides: number, target: string, work: Work) {
  const panel = slides > 1 ? MASTER_VIDEO : MASTER;
  const order = { drawing, panel, slides, frameRate: MASTER_RATE, forDisplay: true };
  return paint(room, order, target, work);
}

/** What the library asks instead of scaling. */
export function drawnBy(room: Room): DrawnBy {
  return {
    isDrawn: (assetId) => cardOfAsset(room.store, assetId) !== undefined,
    async draw(assetId, profile, target, work) {
      const published = cardOfAsset(room.store, assetId)?.published;
      if (!published) throw new Hopeless(reason('card.gone'));
      const { drawing, slides } = published;
      const panel = panelFor(room.store, profile);
      return paint(room, { drawing, panel, slides, frameRate: profile.frameRate, forDisplay: true }, target, work);
    },
  };
}

function panelFor(reader: Reader, profile: Profile): CardPanel {
  const known = panelsOf(reader.all('display')).find((panel) => panel.profileKey === profileKey(profile));
  return known ?? { width: profile.width, height: profile.height, pitchMm: null, viewingM: null };
}
