/**
 * What whoever has a link is shown: one clip on one panel, and nothing else. Every request is judged anew: a link that was revoked or is
 * over, a clip that was replaced, taken away or has lost its leave shows nothing from then on.
 */
import type { SeenClip } from '../../contract/api/previews';
import { Failure } from '../../contract/failure';
import type { MediaFile } from '../../contract/handover';
import { type Asset, isProbed, type ProbedAsset } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { PreviewLink } from '../../contract/records/preview';
import { type Reason, reason } from '../../contract/scalars';
import { shownFile } from '../../domain/preview/shown-file';
import { sha256 } from '../secret';
import { type Store, settingsOf } from '../store';
import { type Room, whyNotOutside } from './room';

export interface SeeDoors {
  /** What the page is told; counted as opened unless it is asked `again` by a page that is. @throws Failure codeUnknown, refused with the reason, tooManyAttempts */
  about(code: string, address: string, again: boolean): Promise<SeenClip>;
  /** The clip itself. @throws as `about`; Failure fileGone */
  clip(code: string, address: string): MediaFile & { hash: string };
  /** Whether a clip that is under way may go on. Counts nothing: its code was right. */
  still(code: string): boolean;
}

interface Seen {
  link: PreviewLink;
  asset: ProbedAsset;
}

export function createSee(room: Room): SeeDoors {
  const { store, clock } = room;
  return {
    async about(code, address, again) {
      const seen = open(room, code, address);
      if (again) return aboutOf(room, seen);
      await store.commit({ command: 'previews.opened', actor: STATION_ACTOR, audited: false }, (tx) => {
        const held = tx.get('previewLink', seen.link.id);
        if (held) tx.put('previewLink', { ...held, opened: held.opened + 1, openedAt: clock.now() });
      });
      return aboutOf(room, seen);
    },
    clip(code, address) {
      const { hash } = fileOf(room, open(room, code, address));
      const file = room.file(hash);
      if (!file) throw new Failure('fileGone');
      // To be looked at in the page; not offered as a download.
      return { ...file, hash, fileName: null };
    },
    still(code) {
      const link = linkOf(store, code);
      return link !== undefined && whyNot(store, link, store.get('asset', link.assetId), clock.now()).length === 0;
    },
  };
}

/** @throws Failure codeUnknown, refused, tooManyAttempts */
function open({ store, clock, attempts }: Room, code: string, address: string): Seen {
  const right = attempts.begin([`see ${address}`]);
  const link = linkOf(store, code);
  if (!link) throw new Failure('codeUnknown', officeOf(store), [reason('preview.linkUnknown')]);
  right();
  const asset = store.get('asset', link.assetId);
  const because = whyNot(store, link, asset, clock.now());
  if (because.length > 0 || !asset || !isProbed(asset)) throw new Failure('refused', officeOf(store), because);
  return { link, asset };
}

/** Whom to ask: the page is read by whoever has no account, and may know nothing of the office but this address. */
function officeOf(store: Store): { station: string; address: string } {
  const { stationName, letterhead } = settingsOf(store);
  return { station: stationName, address: letterhead.address };
}

const linkOf = (store: Store, code: string): PreviewLink | undefined =>
  store.timed.where('previewLink', 'codeHash', sha256(code))[0];

function whyNot(store: Store, link: PreviewLink, asset: Asset | undefined, now: number): Reason[] {
  if (link.revokedAt !== null) return [reason('preview.linkRevoked')];
  if (link.expiresAt <= now) return [reason('preview.linkOver')];
  if (!asset || asset.trashedAt !== null) return [reason('preview.clipGone')];
  if (asset.hash !== link.hash) return [reason('preview.clipReplaced')];
  // Why is the office's own matter.
  if (whyNotOutside(store, asset).length > 0) return [reason('preview.clipWithheld')];
  return isProbed(asset) ? [] : [reason('preview.clipGone')];
}

const panelOf = ({ store }: Room, { link }: Seen) =>
  link.displayId === null ? undefined : store.get('display', link.displayId);

const fileOf = (room: Room, seen: Seen) => shownFile(seen.asset, panelOf(room, seen)?.profile ?? null);

function aboutOf(room: Room, seen: Seen): SeenClip {
  const { asset, link } = seen;
  const { stationName, language } = settingsOf(room.store);
  const panel = panelOf(room, seen);
  const { hash, width, height, frameRate } = fileOf(room, seen);
  const { kind, durationMs } = asset.probe;
  return {
    ...{ stationName, language, name: asset.name, kind, durationMs, hash, width, height, frameRate },
    agency: asset.agencyId === null ? null : (room.store.get('agency', asset.agencyId)?.name ?? null),
    expiresAt: link.expiresAt,
    panel: panel
      ? { name: panel.name, profile: panel.profile, pitchMm: panel.pitchMm, viewingM: panel.viewingM }
      : null,
  };
}
