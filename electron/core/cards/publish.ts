/** A card is drawn and becomes its asset in the library, or the asset's new picture. Read `publishCard` first. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Asset } from '../../contract/records/asset';
import { type Actor, STATION_ACTOR } from '../../contract/records/audit';
import type { Card, CardContent, CardDrawing, PublishedCard } from '../../contract/records/card';
import type { Approval } from '../../contract/records/matter';
import type { Reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { isHidden, looksSame } from '../../domain/cards/drawing';
import { type Hiding, hidingNow } from '../../domain/cards/hiding';
import { EMERGENCY_CATEGORY } from '../../domain/judge/types';
import { isNear } from '../../domain/judge/weaker';
import type { Work } from '../media/types';
import { dayAt, intakeRulesOf, type Reader, requireRecord, requireRev, rulesIn, settingsOf, type Tx } from '../store';
import { isHeld } from './hold';
import { againstLogoOf } from './logo';
import { paintMaster, slidesOf, withFolder } from './pictures';
import { againstFeed, contentIn, drawnNow, fedOf, type Room, refused } from './room';

const WORK: Work = { signal: new AbortController().signal, progress: () => {} };

/** What another room decides with a card: one commit with its picture, so that neither is there without the other. */
export interface PublishedWith {
  /** As it stands in the audit. */
  command: string;
  /** @throws Failure to keep nothing at all */
  change(tx: Tx, assetId: string): void;
}

/** By a person: what airs from now on is what the card says now, and it asks for approval anew. @throws Failure stale, refused */
export async function publishCard(
  room: Room,
  id: string,
  rev: number,
  by: Actor,
  also?: PublishedWith,
): Promise<{ card: Card; asset: Asset }> {
  const card = requireRev(room.store, 'card', id, rev);
  const content = contentIn(card);
  const because = [...againstFeed(content), ...againstLogoNow(room, room.store, content)];
  if (because.length > 0) throw refused(...because);
  // Said before it is waited for: what the person saw is what is published, whatever is drawn of the card meanwhile.
  return room.locks.run(id, async () => {
    const { assetId: known, published } = requireRecord(room.store, 'card', id);
    const held = known === null ? undefined : room.store.get('asset', known);
    if (also && held && isOutAs(held, published, content)) {
      await room.store.commit({ command: also.command, actor: by }, (tx) => also.change(tx, held.id));
      return { card: requireRecord(room.store, 'card', id), asset: held };
    }
    // What was recalled stays so: its better version is another.
    const assetId = held && held.recalledAt === null ? held.id : newId(room.clock.now());
    const drawing = drawnNow(room, content);
    const approval = approvalFor(room.store, content, room.clock.now());
    const asset = await takeIn(room, { cardId: id, assetId, content, drawing, by, approval, also });
    await setHidden(room, id);
    return { card: room.store.get('card', id) ?? card, asset: room.store.get('asset', assetId) ?? asset };
  });
}

/** Says these very words already, and nobody took it back: drawn again for a place more, it would leave the air until it is approved again. */
const isOutAs = (asset: Asset, published: PublishedCard | null, content: CardContent): boolean =>
  published !== null &&
  isThere(asset) &&
  !isHeld(asset) &&
  asset.approval !== 'rejected' &&
  isDeepStrictEqual(published.content, content);

/**
 * By a feed, a new day or a new panel: the same card, where it no longer looks as it would now. Its approval stands, since it was for the
 * card with its feed. Looked at in its turn: what was published while this waited is what is drawn.
 */
export function redrawCard(room: Room, id: string, panels: boolean): Promise<void> {
  return room.locks.run(id, async () => {
    const card = room.store.get('card', id);
    const asset = card?.assetId ? room.store.get('asset', card.assetId) : undefined;
    if (!card?.published || !asset || !isThere(asset)) return;
    const { content, drawing: held, slides } = card.published;
    const drawing = drawnNow(room, content);
    const same = !isHeld(asset) && looksSame(drawing, held);
    if (same && !panels) return;
    // A panel that reads only from near may take slides where a still was enough.
    if (same && (await slidesOf(room, drawing)) === slides) return;
    await takeIn(room, { cardId: id, assetId: asset.id, content, drawing, by: STATION_ACTOR, approval: undefined });
  });
}

/** What lies in the bin or was recalled is not drawn for. */
const isThere = ({ trashedAt, recalledAt }: Asset): boolean => trashedAt === null && recalledAt === null;

const againstLogoNow = ({ store, clock }: Room, reader: Tx | Reader, content: CardContent): Reason[] =>
  againstLogoOf({ reader, assets: store.assets }, content, clock.now());

interface Taking {
  cardId: string;
  assetId: string;
  content: CardContent;
  drawing: CardDrawing;
  by: Actor;
  approval: Approval | undefined;
  also?: PublishedWith | undefined;
}

async function takeIn(room: Room, { cardId, assetId, content, drawing, by, approval, also }: Taking): Promise<Asset> {
  const slides = await slidesOf(room, drawing);
  const published: PublishedCard = { at: room.clock.now(), content, drawing, slides };
  return withFolder(room, async (folder) => {
    const ending = slides > 1 ? 'mp4' : 'png';
    const path = join(folder, `master.${ending}`);
    await paintMaster(room, drawing, slides, path, WORK);
    const { name } = content;
    const agencyId = content.agencyId && room.store.get('agency', content.agencyId) ? content.agencyId : null;
    const alongside = (tx: Tx) => {
      // Drawing takes its time: what was recalled or exempted meanwhile knew nothing of a card that was not there yet.
      const because = drawing.logo ? againstLogoNow(room, tx, content) : [];
      if (because.length > 0) throw refused(...because);
      const now = tx.get('card', cardId);
      if (now) tx.put('card', { ...now, assetId, published });
      also?.change(tx, assetId);
    };
    const fileName = `${name}.${ending}`;
    return room.library.takeDrawn({
      path,
      assetId,
      name,
      fileName,
      origin: { agencyId, ...lawOf(content) },
      approval,
      by,
      command: also?.command,
      alongside,
    });
  });
}

/** An emergency is one before the rules too, unless somebody says of what kind it is. */
function lawOf({ fields, category }: CardContent): Pick<Asset, 'category' | 'ppid'> {
  if (fields.template !== 'emergency') return { category, ppid: 'anytime' };
  return { category: category ?? EMERGENCY_CATEGORY, ppid: 'immediate' };
}

/**
 * An emergency waits for nobody; else the station says of which categories a card needs no second look, while no lock is near. Both give
 * way to a category whose material two people look at, and to a picture: else whoever calls it an emergency would let it through alone.
 */
function approvalFor(reader: Reader, content: CardContent, now: number): Approval {
  const { category } = lawOf(content);
  if (category === null || intakeRulesOf(reader).fourEyes.includes(category)) return 'pending';
  // A picture says what the card's own words do not: somebody else looks at it.
  if (content.logoAssetId !== null) return 'pending';
  if (content.fields.template === 'emergency') return 'notNeeded';
  // Under a lock the unknown is kept off: whoever says of what category its words are does not let them air alone.
  if (rulesIn(reader).rules.some((rule) => isNear(rule, now))) return 'pending';
  return settingsOf(reader).cards.noApproval.includes(category) ? 'notNeeded' : 'pending';
}

/**
 * A card whose feed went stale, and that is to hide then, is kept off the air by its asset's last day: compile, takeovers and displays all
 * obey that already. What it said before comes back with the feed.
 */
export async function setHidden({ store, clock }: Room, id: string): Promise<void> {
  const now = clock.now();
  const due = (reader: Reader): Due | null => {
    const card = reader.get('card', id);
    const asset = card?.assetId ? reader.get('asset', card.assetId) : undefined;
    if (!card?.published || !asset) return null;
    const held = { hidden: card.hidden, validTo: asset.validTo };
    const yesterday = dayAt(reader, now - DAY_MS);
    const next = hidingNow(held, isHidden(fedOf(reader, card.published.content), now), { now, yesterday });
    return next === held ? null : { card, asset, next };
  };
  if (!due(store)) return;
  await store.commit({ command: 'cards.step', actor: STATION_ACTOR, audited: false }, (tx) => {
    const found = due(tx);
    if (!found) return;
    const { card, asset, next } = found;
    tx.put('asset', { ...asset, validTo: next.validTo });
    tx.put('card', { ...card, hidden: next.hidden });
  });
}

interface Due {
  card: Card;
  asset: Asset;
  next: Hiding;
}
