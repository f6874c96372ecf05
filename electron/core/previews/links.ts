/** Links by which an agency sees its clip on its panel: made and revoked by the desk, read only, and over at their hour. */
import type { HandlersOf } from '../../contract/api/handlers';
import { PublicLink, type previewsApi } from '../../contract/api/previews';
import { Failure } from '../../contract/failure';
import type { PreviewLink } from '../../contract/records/preview';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { newSecret, sha256 } from '../secret';
import { requireRecord } from '../store';
import { assetOf, probedOf, type Room, whyNotOutside } from './room';

type Commands = 'links' | 'makeLink' | 'revokeLink';
const MOST_LINKS = 500;

export function linkHandlers({ store, clock }: Room): Pick<HandlersOf<typeof previewsApi>, Commands> {
  return {
    links: ({ assetId }) => ({
      links: store.timed.where('previewLink', 'assetId', assetId).map(publicLink).reverse(),
      because: whyNotOutside(store, assetOf(store, assetId)),
    }),

    makeLink: async ({ assetId, displayId, days }, { actor }) => {
      const code = newSecret();
      if (store.timed.where('previewLink', 'assetId', assetId).length >= MOST_LINKS)
        throw new Failure('refused', {}, [reason('preview.tooMany', { most: MOST_LINKS })]);
      const link = await store.commit({ command: 'previews.makeLink', actor }, (tx) => {
        const asset = probedOf(tx, assetId);
        const because = whyNotOutside(store, asset);
        if (because.length > 0) throw new Failure('refused', {}, because);
        if (displayId !== null) requireRecord(tx, 'display', displayId);
        const now = clock.now();
        return tx.put('previewLink', {
          ...{ id: newId(now), rev: 0, codeHash: sha256(code), assetId, hash: asset.hash, displayId },
          ...{ expiresAt: now + days * DAY_MS, createdAt: now, createdBy: actor.name, revokedAt: null },
          ...{ opened: 0, openedAt: null },
        });
      });
      return { link: publicLink(link), path: `/see/${code}` };
    },

    revokeLink: async ({ id }, { actor }) => {
      const link = await store.commit({ command: 'previews.revokeLink', actor }, (tx) => {
        const held = requireRecord(tx, 'previewLink', id);
        return held.revokedAt === null ? tx.put('previewLink', { ...held, revokedAt: clock.now() }) : held;
      });
      return publicLink(link);
    },
  };
}

function publicLink(link: PreviewLink): PublicLink {
  return PublicLink.parse(link);
}
