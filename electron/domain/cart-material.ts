/** What the cart of the radio has of an asset: a file it may play, or why not. Pure; the rules are those of every other booking. */
import type { CartMaterial } from '../contract/api/cart';
import { type Asset, isProbed, type Loudness, type ReadyRendition } from '../contract/records/asset';
import { type Reason, reason, type Zone } from '../contract/scalars';
import { MAX_TRUE_PEAK_DBTP, RADIO_TOLERANCE_LU } from './conform';
import { airsOf } from './material';
import { audioKey } from './profile';

export interface CartWanted {
  /** EBU R128 target of sound alone. */
  loudnessLufs: number;
  /** Whose days an asset's validity is counted in. */
  zone: Zone;
  /** When the rundown begins, epoch ms. */
  at: number;
}

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

function refusals(asset: Asset, { zone, at }: CartWanted): Reason[] {
  const { name, approval, trashedAt, validFrom, validTo } = asset;
  const { from, until } = airsOf(asset, zone);
  return [
    ...(approval === 'pending' || approval === 'rejected' ? [reason('why.notApproved', { asset: name })] : []),
    ...(trashedAt === null ? [] : [reason('why.binned', { asset: name })]),
    ...(at < from ? [reason('cart.notYetValid', { asset: name, from: validFrom ?? '' })] : []),
    ...(at >= until ? [reason('cart.noLongerValid', { asset: name, to: validTo ?? '' })] : []),
  ];
}

function readyOf(asset: Asset, file: ReadyRendition, { loudnessLufs: target, zone }: CartWanted): CartMaterial {
  const { hash, bytes, durationMs } = file;
  const { from, until } = airsOf(asset, zone);
  const kind = isProbed(asset) ? asset.probe.kind : null;
  return {
    state: 'ready',
    ...{ assetId: asset.id, name: asset.name, kind, hash, bytes, durationMs },
    loudnessLufs: file.loudness?.integratedLufs ?? null,
    truePeakDbtp: file.loudness?.truePeakDbtp ?? null,
    airsFrom: Number.isFinite(from) ? from : null,
    airsUntil: Number.isFinite(until) ? until : null,
    warnings: warningsOf(asset.name, file.loudness, durationMs, target),
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
