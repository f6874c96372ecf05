/** The commands of `cardsApi`. */
import type { cardsApi, ShownCard } from '../../contract/api/cards';
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import { Failure } from '../../contract/failure';
import type { Card, CardContent } from '../../contract/records/card';
import { type Reason, reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { againstLeaving, hiddenFrom } from '../rules/gate';
import { type Reader, requireRecord, requireRev, settingsOf } from '../store';
import { againstPapers } from './logo';
import { publishCard } from './publish';
import { againstFeed, type Room, refused } from './room';

export function cardHandlers(room: Room): HandlersOf<typeof cardsApi> {
  const { store, clock } = room;
  return {
    list: (_, caller) =>
      [...store.all('card')]
        .filter((card) => hiddenOf(store, card, caller).length === 0)
        .sort((a, b) => b.createdAt - a.createdAt)
        .map((card) => shown(room, card)),

    get: ({ id }, caller) => {
      const card = requireRecord(store, 'card', id);
      const because = hiddenOf(store, card, caller);
      if (because.length > 0) throw new Failure('withheld', {}, because);
      return shown(room, card);
    },

    create: (content, { actor }) =>
      store.commit({ command: 'cards.create', actor, undoable: true }, (tx) => {
        check(tx, content);
        const now = clock.now();
        const made = { createdAt: now, createdBy: actor.name, updatedAt: now };
        const fresh = { assetId: null, published: null, hidden: null };
        return tx.put('card', { id: newId(now), rev: 0, ...content, ...fresh, ...made });
      }),

    update: ({ id, rev, content }, { actor }) =>
      store.commit({ command: 'cards.update', actor, undoable: true }, (tx) => {
        const held = requireRev(tx, 'card', id, rev);
        check(tx, content);
        return tx.put('card', { ...held, ...content, updatedAt: clock.now() });
      }),

    remove: ({ id }, { actor }) =>
      store.commit({ command: 'cards.remove', actor, undoable: true }, (tx) => {
        const { name, assetId } = requireRecord(tx, 'card', id);
        const asset = assetId === null ? undefined : tx.get('asset', assetId);
        if (asset && asset.trashedAt === null) throw refused(reason('card.inLibrary', { card: name }));
        tx.remove('card', id);
        return null;
      }),

    publish: async ({ id, rev }, { actor }) => {
      const { card } = await publishCard(room, id, rev, actor);
      return shown(room, card);
    },
  };
}

/** A card's words are what its picture says. */
function hiddenOf(reader: Reader, { assetId }: Card, caller: Caller): Reason[] {
  const asset = assetId === null ? undefined : reader.get('asset', assetId);
  return asset ? hiddenFrom(caller, [asset]) : [];
}

/** Withheld from what others repost: what its files are for. */
function shown({ store, clock }: Room, card: Card): ShownCard {
  const asset = (card.assetId === null ? undefined : store.get('asset', card.assetId)) ?? null;
  return { card, asset, withheld: asset ? againstLeaving(store, asset, 'repost', clock.now()) : [] };
}

/** @throws Failure invalidInput with all that is wrong */
function check(reader: Reader, content: CardContent): void {
  const reasons = faults(reader, content);
  if (reasons.length > 0) throw new Failure('invalidInput', { record: 'card' }, reasons);
}

function faults(reader: Reader, content: CardContent): Reason[] {
  const { logoAssetId, agencyId, category, feedId } = content;
  const logo = logoAssetId === null ? undefined : reader.get('asset', logoAssetId);
  const isPicture = logo && 'probe' in logo && logo.probe?.kind === 'image';
  return [
    ...(logoAssetId !== null && !isPicture ? [reason('card.noLogo')] : []),
    ...(logo && isPicture ? againstPapers(reader, logo) : []),
    ...(agencyId !== null && !reader.get('agency', agencyId) ? [reason('card.noAgency')] : []),
    ...(category !== null && !settingsOf(reader).categories.includes(category) ? [reason('card.noCategory')] : []),
    ...(feedId !== null && !reader.get('cardFeed', feedId) ? [reason('card.noFeed')] : []),
    ...againstFeed(content),
  ];
}
