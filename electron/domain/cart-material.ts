/** What the cart of the radio has of an asset: a file it may play, or why not. Pure; the rules are those of every other booking. */
import type { CartMaterial } from '../contract/api/cart';
import { type Asset, isProbed, type Loudness, type ReadyRendition } from '../contract/records/asset';
import { type Reason, reason, type Zone } from '../contract/scalars';
import { DAY_MS } from './calendar';
import { MAX_TRUE_PEAK_DBTP, RADIO_TOLERANCE_LU } from './conform';
import { judge, refusalsOf } from './judge/judge';
import { matterOf } from './judge/matter-of';
import { papersAt } from './judge/papers';
import { spellsOf } from './judge/spells';
import type { Context, Matter, Place } from './judge/types';
import { airsOf } from './material';
import { audioKey } from './profile';

export interface CartWanted {
  /** EBU R128 target of sound alone. */
  loudnessLufs: number;
  /** Whose days an asset's validity is counted in. */
  zone: Zone;
  /** When the rundown begins, epoch ms. */
  at: number;
  /** Absent: its papers alone are read, and the moment is judged where it is placed. */
  law?: CartLaw;
}

export interface CartLaw {
  context: Context;
  place: Place;
  matterOf(asset: Asset): Matter;
}

/** A rundown is over long before. */
const FORESEEN_MS = 2 * DAY_MS;

/** Below this EBU R128 has no block to measure. */
const SHORTEST_MEASURED_MS = 400;

export function cartMaterial(assetId: string, asset: Asset | undefined, wanted: CartWanted): CartMaterial {
  if (!asset) {
    return { state: 'refused', assetId, name: assetId, kind: null, because: [reason('why.missingAsset')] };
  }
  const named = { assetId, name: asset.name, kind: isProbed(asset) ? asset.probe.kind : null };
  const refused = refusals(asset, wanted);
  if (refused.length > 0) return { state: 'refused', ...named, because: refused };
  const making = { state: 'making' as const, ...named, because: [reason('cart.notReady', { asset: asset.name })] };
  if (asset.state === 'failed') return { state: 'failed', ...named, because: [asset.failure] };
  if (!isProbed(asset)) return making;
  if (asset.probe.kind === 'image') {
    return { state: 'refused', ...named, because: [reason('cart.image', { asset: asset.name })] };
  }
  const key = audioKey(wanted.loudnessLufs);
  const file = asset.renditions.find(({ profileKey, inMs }) => profileKey === key && inMs === 0);
  if (file?.state === 'failed') {
    const because = file.because.length > 0 ? file.because : [reason('cart.failed', { asset: asset.name })];
    return { state: 'failed', ...named, because };
  }
  return file?.state === 'ready' ? readyOf(asset, file, wanted) : making;
}

function refusals(asset: Asset, { zone, at, law }: CartWanted): Reason[] {
  if (!law) return papersAt(matterOf(asset, undefined, zone), at);
  return refusalsOf(judge(law.matterOf(asset), law.place, at, law.context));
}

/** When it may air around the beginning, and what is to be known of it; a refusal that comes later ends it. */
function spellOf(asset: Asset, { at, zone, law }: CartWanted) {
  const { from, until } = airsOf(asset, zone);
  if (!law) return { from, until, warnings: [] };
  const matter = law.matterOf(asset);
  const spells = spellsOf(matter, law.place, at, at + FORESEEN_MS, law.context);
  const end = spells.find(({ verdict }) => !verdict.allowed)?.from ?? until;
  const warned = spells[0]?.verdict.because.filter(({ effect }) => effect === 'warn') ?? [];
  return { from, until: Math.min(until, end), warnings: warned.map(({ reason: why }) => why) };
}

function readyOf(asset: Asset, file: ReadyRendition, wanted: CartWanted): CartMaterial {
  const { hash, bytes, durationMs } = file;
  const { from, until, warnings } = spellOf(asset, wanted);
  const kind = isProbed(asset) ? asset.probe.kind : null;
  return {
    state: 'ready',
    ...{ assetId: asset.id, name: asset.name, kind, hash, bytes, durationMs },
    loudnessLufs: file.loudness?.integratedLufs ?? null,
    truePeakDbtp: file.loudness?.truePeakDbtp ?? null,
    airsFrom: Number.isFinite(from) ? from : null,
    airsUntil: Number.isFinite(until) ? until : null,
    leftOut: [],
    warnings: [...warnings, ...warningsOf(asset.name, file.loudness, durationMs, wanted.loudnessLufs)],
  };
}

function warningsOf(
  asset: string,
  measured: Loudness | null | undefined,
  durationMs: number,
  target: number,
): Reason[] {
  // Too short, silence, or made before files were measured: nobody has heard it but the people who made it.
  if (!measured) return durationMs < SHORTEST_MEASURED_MS ? [] : [reason('cart.notMeasured', { asset })];
  const lufs = Math.round(measured.integratedLufs * 10) / 10;
  const off = lufs - target;
  return [
    ...(off < -RADIO_TOLERANCE_LU ? [reason('cart.quieter', { asset, lufs, target })] : []),
    ...(off > RADIO_TOLERANCE_LU ? [reason('cart.louder', { asset, lufs, target })] : []),
    ...(measured.truePeakDbtp > MAX_TRUE_PEAK_DBTP
      ? [reason('cart.peak', { asset, peak: measured.truePeakDbtp })]
      : []),
  ];
}
