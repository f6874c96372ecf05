/** The commands of `qualityApi`. */
import type { Caller, HandlersOf } from '../../contract/api/handlers';
import type { qualityApi, ShownMending, ShownReport } from '../../contract/api/quality';
import { type Asset, isProbed } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import type { Mending, QualityReport, Repair } from '../../contract/records/quality';
import { isOtherwise, limitsOf } from '../../contract/records/quality-limits';
import { newId } from '../../contract/ulid';
import { policiesOver } from '../../domain/loops';
import { findingsOnPanel, type Panel } from '../../domain/quality/on-panel';
import { repairFault } from '../../domain/quality/repairs';
import { refuseHidden } from '../rules/seen-by';
import { type Reader, requireRecord, type Store, settingsOf, type Tx } from '../store';
import { type Room, refused } from './room';

/** Below everything that somebody waits for. */
const PRIORITY = { quality: -20, mend: 10 } as const;
const MOST_MENDINGS = 50;

export function qualityHandlers(room: Room): HandlersOf<typeof qualityApi> {
  const { store } = room;
  return {
    of: ({ id }, caller) => shownReport(store, seen(store, id, caller)),
    onPanel({ id, displayId, pitchMm, viewingM }, caller) {
      const { report } = shownReport(store, seen(store, id, caller));
      if (!report) return [];
      const { profile, ...own } = requireRecord(store, 'display', displayId);
      const slotsMs = slotsOn(store, displayId);
      const panel: Panel = { profile, pitchMm: pitchMm ?? own.pitchMm, viewingM: viewingM ?? own.viewingM, slotsMs };
      return findingsOnPanel(report, panel, limitsOf(settingsOf(store).quality));
    },
    limits: () => limitsOf(settingsOf(store).quality),
    check: async ({ id }, caller) => {
      seen(store, id, caller);
      return store.commit({ command: 'quality.check', actor: caller.actor }, (tx) => {
        const asset = requireRecord(tx, 'asset', id);
        if (!isProbed(asset) || asset.trashedAt !== null) throw refused('quality.notReady', { name: asset.name });
        return queueCheck(room, tx, asset);
      });
    },
    repair: async (asked, caller) => {
      seen(store, asked.id, caller);
      const { actor } = caller;
      return store.commit({ command: 'quality.repair', actor }, (tx) => queueMending(room, tx, asked, actor));
    },
    mended: ({ id }, caller) => {
      const mendings = store.get('qualityReport', seen(store, id, caller).id)?.mendings ?? [];
      return mendings.flatMap(({ assetId }) => store.get('asset', assetId) ?? []);
    },
  };
}

/** What was found in it is as exempt as its picture. @throws Failure notFound, withheld */
function seen(store: Store, id: string, caller: Caller): Asset {
  const asset = requireRecord(store, 'asset', id);
  refuseHidden(store, asset, caller);
  return asset;
}

/** Within the transaction of whoever found out that there is something to check. The one that waits or runs stands for both. */
export function queueCheck(room: Pick<Room, 'jobs' | 'clock'>, tx: Tx, { id, hash, name }: Asset): QualityReport {
  const held = tx.get('qualityReport', id);
  const pending = held?.hash === hash && (held.state === 'queued' || held.state === 'checking');
  if (held && pending && room.jobs.unfinishedFor(id).some((job) => job.name === 'quality')) return held;
  const input = { assetId: id, hash };
  room.jobs.enqueue(tx, 'quality', { input, title: name, assetId: id, priority: PRIORITY.quality });
  const before = held?.hash === hash ? held : null;
  return tx.put('qualityReport', {
    id,
    rev: held?.rev ?? 0,
    hash,
    state: 'queued',
    askedAt: room.clock.now(),
    checkedAt: before?.checkedAt ?? null,
    findings: before?.findings ?? [],
    more: before?.more ?? 0,
    limits: before?.limits ?? null,
    measured: before?.measured ?? null,
    failure: null,
    mendings: held?.mendings ?? [],
  });
}

/** @throws Failure notFound, refused */
function queueMending(
  room: Room,
  tx: Tx,
  { id, hash, repairs }: { id: string; hash: string; repairs: Repair[] },
  by: Actor,
): Mending {
  const asset = requireRecord(tx, 'asset', id);
  if (!isProbed(asset) || asset.trashedAt !== null) throw refused('quality.notReady', { name: asset.name });
  if (asset.hash !== hash) throw refused('quality.changedSince', { name: asset.name });
  const fault = repairFault(repairs, asset.probe);
  if (fault) throw refused(fault.code, fault.params);
  const report = tx.get('qualityReport', id) ?? queueCheck(room, tx, asset);
  const newAssetId = newId(room.clock.now());
  const input = { assetId: id, hash, newId: newAssetId, repairs, createdBy: by.name, createdById: by.id };
  const job = room.jobs.enqueue(tx, 'mend', { input, title: asset.name, assetId: id, priority: PRIORITY.mend });
  const kinds = repairs.map(({ kind }) => kind);
  const mending: Mending = { assetId: newAssetId, jobId: job.id, kinds, askedAt: room.clock.now(), by: by.name };
  tx.put('qualityReport', { ...report, mendings: [...report.mendings, mending].slice(-MOST_MENDINGS) });
  return mending;
}

/** Captions may be brought after the check: then there are some. */
function shownReport(reader: Store, asset: Asset): ShownReport {
  const held = reader.get('qualityReport', asset.id) ?? null;
  const brought = reader.timed.where('previewCaptions', 'assetId', asset.id).some(({ hash }) => hash === asset.hash);
  const report =
    held && brought ? { ...held, findings: held.findings.filter(({ kind }) => kind !== 'noCaptions') } : held;
  const mendings = (report?.mendings ?? []).map((mending): ShownMending => {
    const job = reader.get('job', mending.jobId);
    const name = reader.get('asset', mending.assetId)?.name ?? null;
    return { ...mending, name, job: job?.state ?? null, failure: job?.failure ?? null };
  });
  const now = limitsOf(settingsOf(reader).quality);
  const otherLimits = report?.checkedAt != null && isOtherwise(report.limits, now);
  return { report, stale: report !== null && report.hash !== asset.hash, otherLimits, mendings };
}

/** Lengths of the slots of the loop that a display plays. */
function slotsOn(reader: Reader, displayId: string): number[] {
  const groups = new Map(reader.all('displayGroup').map((group) => [group.id, group.displayIds]));
  const policyOf = policiesOver(reader.all('loopPolicy'), (groupId) => groups.get(groupId) ?? []);
  return policyOf(displayId)?.slots.map(({ ms }) => ms) ?? [];
}
