/** The `rendition` job: makes one file that a display (or the radio) plays, and says so only when it is whole. */
import { Hopeless } from '../../contract/hopeless';
import { isProbed, type ProbedAsset, type ReadyRendition } from '../../contract/records/asset';
import type { Profile } from '../../contract/records/display';
import type { JobInput } from '../../contract/records/job';
import { type Reason, reason } from '../../contract/scalars';
import type { JobContext, JobHandler } from '../jobs';
import type { Work } from '../media/types';
import { settingsOf } from '../store';
import { keep, readyRendition, withIncoming } from './make';
import { type Feasible, isFeasible, type Plan, planOne } from './plan';
import { sourceOf } from './probe-job';
import { failedRendition, findSlot, keyOf, settled, withoutSlot, withRendition } from './renditions';
import { mayRender, type Room, step, workable } from './room';

type Input = JobInput<'rendition'>;

export function renditionJob(room: Room): JobHandler<'rendition'> {
  return async ({ assetId, profile, inMs }, context) => {
    const asset = workable(room.store, assetId);
    if (!asset || !isProbed(asset)) return;
    if (!mayRender(asset)) return drop(room, assetId, { profile, inMs });
    const plan = planOne(room.store, asset.probe, profile, inMs);
    if (!isFeasible(plan)) throw new Hopeless(plan.because[0] ?? reason('library.noRendition'));
    if (isMade(room, asset, plan, context)) return;
    await make(room, asset, plan, context);
  };
}

export function renditionGivenUp(room: Room): (input: Input, because: Reason) => Promise<void> {
  return ({ assetId, profile, inMs }, because) =>
    step(room, (tx) => {
      const asset = tx.get('asset', assetId);
      if (!asset || !isProbed(asset)) return;
      const profileKey = keyOf(profile, settingsOf(tx).audioLoudnessLufs);
      tx.put('asset', withRendition(asset, failedRendition({ profileKey, inMs }, [because])));
    });
}

/** Whether this very job made it already, before a crash kept it from saying so. */
function isMade({ files }: Room, asset: ProbedAsset, plan: Plan, { job }: JobContext): boolean {
  const old = findSlot(asset, plan);
  return old?.state === 'ready' && old.madeAt >= job.createdAt && files.has(old.hash);
}

async function make(room: Room, asset: ProbedAsset, plan: Feasible, work: Work): Promise<void> {
  if (plan.profile && room.drawnBy?.isDrawn(asset.id)) return draw(room, asset, plan, plan.profile, work);
  const source = sourceOf(room, asset);
  const { decision } = plan;
  if (decision === 'as-is') {
    const described = await room.media.describe(source, asset.probe);
    return record(room, asset, readyRendition(plan, asset, described, room.clock.now()));
  }
  await room.files.requireRoom(expectedBytes(asset, plan));
  await withIncoming(room, async (target) => {
    const { profile, inMs } = plan;
    const { audioLoudnessLufs } = settingsOf(room.store);
    const order = { source, probe: asset.probe, profile, inMs, decision, audioLoudnessLufs };
    const described = await room.media.render(order, target, { signal: work.signal, progress: work.progress });
    const commit = (made: { hash: string; bytes: number }) =>
      record(room, asset, readyRendition(plan, made, described, room.clock.now()));
    await keep(room, target, commit, work.signal);
  });
}

async function draw(room: Room, asset: ProbedAsset, plan: Feasible, profile: Profile, work: Work): Promise<void> {
  await withIncoming(room, async (target) => {
    const described = await room.drawnBy?.draw(asset.id, profile, target, work);
    if (!described) return;
    const drawn: Feasible = { ...plan, decision: 'transcode', because: [reason('decide.drawn')] };
    const commit = (made: { hash: string; bytes: number }) =>
      record(room, asset, readyRendition(drawn, made, described, room.clock.now()));
    await keep(room, target, commit, work.signal);
  });
}

/**
 * An approval is of a content and is carried to what is made of it: a rendition is kept only for the very content it was made of, and
 * never of what has meanwhile been exempted.
 */
function record(room: Room, madeOf: ProbedAsset, rendition: ReadyRendition): Promise<void> {
  return step(room, (tx) => {
    const asset = tx.get('asset', madeOf.id);
    if (!asset || !isProbed(asset)) return;
    const keeps = asset.hash === madeOf.hash && mayRender(asset);
    tx.put('asset', keeps ? withRendition(asset, rendition) : settled(withoutSlot(asset, rendition)));
  });
}

function drop(room: Room, assetId: string, { profile, inMs }: Pick<Input, 'profile' | 'inMs'>): Promise<void> {
  return step(room, (tx) => {
    const asset = tx.get('asset', assetId);
    if (!asset || !isProbed(asset)) return;
    const profileKey = keyOf(profile, settingsOf(tx).audioLoudnessLufs);
    if (findSlot(asset, { profileKey, inMs })?.state === 'queued')
      tx.put('asset', settled(withoutSlot(asset, { profileKey, inMs })));
  });
}

/** A guess that errs upwards: a copy is as large as its source, a transcode at most 8 Mbit/s or its source. */
function expectedBytes({ probe, bytes }: ProbedAsset, { decision, inMs }: Plan): number {
  if (decision === 'remux' || probe.kind === 'image') return bytes;
  return Math.min(bytes, ((probe.durationMs - inMs) / 1000) * 1_000_000);
}
