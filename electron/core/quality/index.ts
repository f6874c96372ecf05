/** Builds the quality room: material is looked through by itself and on demand, and mended with one click. */
import type { HandlersOf } from '../../contract/api/handlers';
import type { qualityApi } from '../../contract/api/quality';
import type { Asset } from '../../contract/records/asset';
import type { Committed, Tx } from '../store';
import { checkGivenUp, checkJob } from './check-job';
import { qualityHandlers, queueCheck } from './commands';
import { mendJob } from './mend-job';
import { probedAsset, type Room, step } from './room';

export interface QualityRoom {
  handlers: HandlersOf<typeof qualityApi>;
  /** Within the commit that a probe ends with. */
  checkProbed(tx: Tx, asset: Asset): void;
  start(): void;
  stop(): void;
}

export function createQuality(room: Room): QualityRoom {
  const { store, jobs, log } = room;
  jobs.register('quality', checkJob(room), checkGivenUp(room));
  jobs.register('mend', mendJob(room));
  let unsubscribe = () => {};

  return {
    handlers: qualityHandlers(room),
    checkProbed: (tx, asset) => void checkProbed(room, tx, asset),
    start() {
      unsubscribe = store.committed.subscribe((committed) => {
        follow(room, committed).catch((fault: unknown) => log.error({ err: fault }, 'a quality report did not follow'));
      });
    },
    stop: () => unsubscribe(),
  };
}

/** A file that was probed anew, for new displays or by hand, is still the same file. */
function checkProbed(room: Room, tx: Tx, asset: Asset): void {
  const report = tx.get('qualityReport', asset.id);
  if (report?.hash !== asset.hash || report.state === 'failed') queueCheck(room, tx, asset);
}

const OWN_STEPS: ReadonlySet<string> = new Set(['library.step', 'quality.step', 'jobs.step']);

/** An asset that is gone for good has no report; one that is out of the bin again is checked, if it was to be. */
async function follow(room: Room, { command, changes }: Committed): Promise<void> {
  if (OWN_STEPS.has(command)) return;
  const { store, jobs } = room;
  const ids = changes.filter(({ record }) => record === 'asset').map(({ id }) => id);
  const moved = ids.filter((id) => {
    const report = store.get('qualityReport', id);
    if (!report) return false;
    if (!store.get('asset', id)) return true;
    const pending = report.state === 'queued' || report.state === 'checking';
    const atWork = jobs.unfinishedFor(id).some(({ name }) => name === 'quality');
    return pending && !atWork && probedAsset(store, id, report.hash) !== null;
  });
  if (moved.length === 0) return;
  await step(room, (tx) => {
    for (const id of moved) {
      const asset = tx.get('asset', id);
      if (asset) queueCheck(room, tx, asset);
      else tx.remove('qualityReport', id);
    }
  });
}
