/** A published card as a file for elsewhere: PNG of one page, MP4 of all of them. What may not leave is refused here. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CardExport, type CardExportQuery } from '../../contract/api/card-files';
import { Failure } from '../../contract/failure';
import { reason } from '../../contract/scalars';
import type { CardPanel } from '../../domain/cards/panel';
import { panelsOf } from '../../domain/cards/panel';
import { profileKey } from '../../domain/profile';
import { againstLeaving } from '../rules/gate';
import { requireRecord } from '../store';
import { deckOf, pngOf } from './canvas';
import { logoFile } from './logo';
import { paint, withFolder } from './pictures';
import { notPublished, type Room, refused } from './room';

export interface CardFile {
  name: string;
  mime: string;
  bytes: Buffer;
}

const RATE = 25;

/** One at a time: each takes a core for a second or two. */
export function createExports(room: Room): (id: string, asked: CardExportQuery) => Promise<CardFile> {
  let last: Promise<unknown> = Promise.resolve();
  return (id, asked) => {
    const next = last.then(() => exported(room, id, asked));
    last = next.catch(() => {});
    return next;
  };
}

/** @throws Failure notFound, refused */
async function exported(room: Room, id: string, query: CardExportQuery): Promise<CardFile> {
  const { format, page } = CardExport.parse(query);
  const card = requireRecord(room.store, 'card', id);
  const asset = card.assetId === null ? undefined : room.store.get('asset', card.assetId);
  if (!card.published || !asset) throw notPublished(card);
  const because = [
    ...againstLeaving(room.store, asset, 'repost', room.clock.now()),
    ...(card.hidden ? [reason('card.stale', { card: card.name })] : []),
  ];
  if (because.length > 0) throw refused(...because);
  const { drawing } = card.published;
  const panel = panelOf(room, query);
  if (format === 'mp4')
    return { name: `${card.name}.mp4`, mime: 'video/mp4', bytes: await asVideo(room, panel, drawing) };
  const deck = await deckOf(drawing, panel);
  if (page > deck.pages.length) throw new Failure('notFound', { record: 'card' });
  const suffix = deck.pages.length > 1 ? ` ${page}` : '';
  return {
    name: `${card.name}${suffix}.png`,
    mime: 'image/png',
    bytes: await pngOf(room.painting, deck, page - 1, logoFile(room, drawing)),
  };
}

/** Of a display, else of the size asked for. */
function panelOf({ store }: Room, { displayId, width, height }: CardExportQuery): CardPanel {
  if (!displayId) return { width, height, pitchMm: null, viewingM: null };
  const display = requireRecord(store, 'display', displayId);
  const key = profileKey(display.profile);
  const panel = panelsOf(store.all('display')).find((each) => each.profileKey === key);
  return panel ?? { ...display.profile, pitchMm: null, viewingM: null };
}

const WORK = { signal: new AbortController().signal, progress: () => {} };

function asVideo(room: Room, panel: CardPanel, drawing: Parameters<typeof deckOf>[0]): Promise<Buffer> {
  return withFolder(room, async (folder) => {
    const path = join(folder, 'card.mp4');
    await paint(room, { drawing, panel, slides: 1, frameRate: RATE, forDisplay: false }, path, WORK);
    return readFile(path);
  });
}
