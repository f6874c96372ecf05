/**
 * Assets whose pictures the station draws itself, such as cards: their source comes from another room, and each rendition is drawn to
 * the panel's pixels instead of scaled.
 */
import fsp from 'node:fs/promises';
import { type Asset, isProbed } from '../../contract/records/asset';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Tx } from '../store';
import type { DrawnArrival } from './drawn-by';
import { hashFile } from './hash';
import { asContentStands } from './known-content';
import { asImported } from './renditions';
import { type Room, STEP } from './room';
import { enqueueProbe, newAsset } from './take-in';

/**
 * A drawn file becomes the source of this asset, which is made where it is not there. What displays hold plays on until the new
 * renditions are made, unless a still became a video or the other way round.
 */
export async function takeDrawn(room: Room, arrival: DrawnArrival): Promise<Asset> {
  const { path, by } = arrival;
  const made = await hashFile(path);
  // What was begun for the drawing of before would pass for one of this.
  if (room.store.get('asset', arrival.assetId)) await room.jobs.cancelFor([arrival.assetId]);
  return room.locks.run(made.hash, async () => {
    const { files, store } = room;
    if (!files.has(made.hash)) await files.place(path, made.hash, true);
    const station = by.kind === 'station';
    const command = station ? STEP : (arrival.command ?? 'library.draw');
    const asset = await store.commit({ command, actor: by, audited: !station }, (tx) => {
      const put = tx.put('asset', asContentStands(tx, drawnAsset(room, tx, arrival, made), room.clock.now()));
      enqueueProbe(room, tx, put);
      arrival.alongside(tx);
      return put;
    });
    await fsp.rm(path, { force: true });
    return asset;
  });
}

type Made = { hash: string; bytes: number };

function drawnAsset(room: Room, tx: Tx, arrival: DrawnArrival, made: Made): Asset {
  const { assetId, name, fileName, origin, approval, by, path } = arrival;
  const held = tx.get('asset', assetId);
  if (!held) {
    const fresh = newAsset({ path, originalName: fileName, ...made, by }, room.clock.now());
    return { ...fresh, ...origin, id: assetId, name, approval: approval ?? ('notNeeded' as const) };
  }
  const isStations = by.kind === STATION_ACTOR.kind;
  const trashedAt = isStations ? held.trashedAt : null;
  const { agencyId, category, ppid } = isStations ? held : origin;
  const approvedHash = approval === undefined && isBound(held) ? made.hash : null;
  const next = {
    ...held,
    ...made,
    agencyId,
    category,
    // Nobody's drawing takes it out of its class.
    ppid: held.ppid === 'exempt' ? held.ppid : ppid,
    name,
    originalName: fileName,
    trashedAt,
    approval: approval ?? held.approval,
    approvedHash,
  };
  return isProbed(next) && (next.probe.kind === 'image') === fileName.endsWith('.png') ? next : asImported(next);
}

const isBound = ({ approval, approvedHash, hash }: Asset): boolean => approval === 'approved' && approvedHash === hash;
