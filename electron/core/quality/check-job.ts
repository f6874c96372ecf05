/** The `quality` job: one pass over the file, judged, with a still of what can be seen. Begun anew after a crash. */
import { join } from 'node:path';
import type { ProbedAsset } from '../../contract/records/asset';
import type { JobInput } from '../../contract/records/job';
import type { FindingKind, QualityFinding, QualityReport } from '../../contract/records/quality';
import { limitsMark, limitsOf } from '../../contract/records/quality-limits';
import type { Reason } from '../../contract/scalars';
import { findingsOf, MOST_FINDINGS, measuredOf } from '../../domain/quality/findings';
import type { JobContext, JobHandler } from '../jobs/types';
import { settingsOf } from '../store';
import { probedAsset, type Room, slotsInUse, step } from './room';

type Input = JobInput<'quality'>;

export function checkJob(room: Room): JobHandler<'quality'> {
  return async ({ assetId, hash }, context) => {
    const asset = probedAsset(room.store, assetId, hash);
    if (!asset) return;
    await note(room, assetId, hash, { state: 'checking' });
    await room.shelf.withFolder((dir) => check(room, asset, dir, context));
  };
}

export function checkGivenUp(room: Room): (input: Input, because: Reason) => Promise<void> {
  return ({ assetId, hash }, failure) => note(room, assetId, hash, { state: 'failed', failure });
}

async function check(room: Room, asset: ProbedAsset, dir: string, context: JobContext): Promise<void> {
  const { probe, id, hash } = asset;
  const settings = settingsOf(room.store);
  const limits = limitsOf(settings.quality);
  const source = room.shelf.sourceOf(asset);
  const seen = await room.media.look({ source, probe, dir, limits }, context);
  const { audioLoudnessLufs } = settings;
  const all = findingsOf(probe, seen, { limits, slotsMs: slotsInUse(room.store), audioLoudnessLufs });
  const findings = await pictured(room, asset, all.slice(0, MOST_FINDINGS), dir, context);
  await room.shelf.setStills(
    id,
    findings.flatMap(({ picture }) => picture ?? []),
  );
  const measured = measuredOf(probe, seen);
  const more = all.length - findings.length;
  const judged = { findings, more, measured, limits: limitsMark(limits) };
  await note(room, id, hash, { state: 'done', checkedAt: room.clock.now(), ...judged, failure: null });
}

type Change = Partial<Omit<QualityReport, 'id' | 'hash'>>;

/** In the report of this content, if it is still the one that counts. */
function note(room: Room, id: string, hash: string, change: Change): Promise<void> {
  return step(room, (tx) => {
    const report = tx.get('qualityReport', id);
    if (report?.hash === hash) tx.put('qualityReport', { ...report, ...change });
  });
}

/** What can be seen in a still. */
const SEEN: ReadonlySet<FindingKind> = new Set([
  'black',
  'frozen',
  'flashing',
  'letterbox',
  'interlaced',
  'lowBitRate',
  'smallText',
  'duplicated',
  'colourRange',
]);
/** Each is a seek into the file. */
const MOST_STILLS = 24;

async function pictured(
  room: Room,
  asset: ProbedAsset,
  findings: readonly QualityFinding[],
  dir: string,
  context: JobContext,
): Promise<QualityFinding[]> {
  const { probe, id } = asset;
  if (!probe.video) return [...findings];
  const source = room.shelf.sourceOf(asset);
  const stills = new Map<number, string | null>();
  const quiet = { signal: context.signal, progress: () => {} };
  for (const finding of findings) {
    const atMs = momentOf(finding, probe.durationMs);
    if (!SEEN.has(finding.kind) || stills.has(atMs) || stills.size >= MOST_STILLS) continue;
    const target = join(dir, `still-${atMs}.jpg`);
    const made = await room.media.still({ source, probe, atMs, target }, quiet);
    stills.set(atMs, made ? await room.shelf.keepStill(id, target) : null);
  }
  return findings.map((finding) => {
    const picture = SEEN.has(finding.kind) ? (stills.get(momentOf(finding, probe.durationMs)) ?? null) : null;
    return { ...finding, picture };
  });
}

/** In the middle of what it is about; of the whole file, in the middle unless it stands at a moment. */
function momentOf({ fromMs, toMs }: QualityFinding, durationMs: number): number {
  if (toMs !== null) return Math.round((fromMs + toMs) / 2);
  return fromMs > 0 ? fromMs : Math.round(durationMs / 2);
}
