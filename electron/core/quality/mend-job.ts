/** The `mend` job: a mended copy of a file becomes an asset of its own. The old one is never touched. */
import { join } from 'node:path';
import en from '../../../resources/locales/en/quality.json';
import id from '../../../resources/locales/id/quality.json';
import { Hopeless } from '../../contract/hopeless';
import type { ProbedAsset } from '../../contract/records/asset';
import type { JobInput } from '../../contract/records/job';
import type { RepairKind } from '../../contract/records/quality';
import type { Language } from '../../contract/records/user';
import { reason } from '../../contract/scalars';
import type { JobHandler } from '../jobs/types';
import { settingsOf } from '../store';
import { probedAsset, type Room, step } from './room';

type Input = JobInput<'mend'>;

export function mendJob(room: Room): JobHandler<'mend'> {
  return async (input, context) => {
    const { assetId, hash, newId, repairs } = input;
    // It was taken in, and the station fell before the job was noted as done.
    if (room.store.get('asset', newId)) return;
    const asset = probedAsset(room.store, assetId, hash);
    if (!asset)
      throw new Hopeless(reason('quality.changedSince', { name: room.store.get('asset', assetId)?.name ?? '' }));
    const source = room.shelf.sourceOf(asset);
    await room.shelf.withFolder(async (dir) => {
      const path = join(dir, 'mended');
      const extension = await room.media.mend({ source, probe: asset.probe, repairs }, path, context);
      const made = await room.shelf.takeMended({
        path,
        of: asset,
        id: newId,
        ...namesOf(room, asset, input, extension),
      });
      if (made !== newId) await found(room, input, made);
    });
  };
}

function namesOf(
  room: Room,
  { name, originalName }: ProbedAsset,
  { repairs, createdBy, createdById }: Input,
  extension: string,
) {
  const kinds = repairs.map(({ kind }) => kind);
  const stem = originalName.replace(/\.[^.]*$/, '');
  return {
    name: mendedName(name, kinds, settingsOf(room.store).language),
    originalName: `${stem.slice(0, 900)} ${kinds.join(' ')}.${extension}`,
    kinds,
    createdBy,
    createdById,
  };
}

const WORDS = { id, en };
const LONGEST_NAME = 200;

/** Such as `Cegah DBD (diperbaiki: kenyaringan)`. */
export function mendedName(name: string, kinds: readonly RepairKind[], language: Language): string {
  const words = WORDS[language];
  const what = ` (${words.mended}: ${kinds.map((kind) => words.repaired[kind]).join(', ')})`;
  return `${name.slice(0, LONGEST_NAME - what.length).trimEnd()}${what}`;
}

/** The same content was there already: that asset is the mended one. */
function found(room: Room, { assetId, newId }: Input, made: string): Promise<void> {
  return step(room, (tx) => {
    const report = tx.get('qualityReport', assetId);
    if (!report) return;
    const mendings = report.mendings.map((each) => (each.assetId === newId ? { ...each, assetId: made } : each));
    tx.put('qualityReport', { ...report, mendings });
  });
}
