/** Display profiles: the key renditions are shared by, and the picture size a panel needs of a source. Pure. */
import type { Profile } from '../contract/records/display';

/** Such as `800x400-contain-25-l23`: displays that agree on all of it share their renditions. */
export function profileKey(profile: Profile): string {
  const { width, height, fit, frameRate, loudnessLufs } = profile;
  return `${width}x${height}-${fit}-${frameRate}-${loudnessKey(loudnessLufs)}`;
}

/** Such as `audio-l16`: sound alone, for radio. */
export function audioKey(loudnessLufs: number | null): string {
  return `audio-${loudnessKey(loudnessLufs)}`;
}

function loudnessKey(lufs: number | null): string {
  return lufs === null ? 'asis' : `l${Math.abs(lufs)}`;
}

export interface Size {
  width: number;
  height: number;
}

export interface Framing {
  /** Size the source is scaled to; never larger than the source. */
  scaled: Size;
  /** Size kept from the middle of it; what the rendition has. */
  kept: Size;
}

/**
 * How a source (in pixels as shown) is scaled and cut for a panel. It is only ever made smaller, never padded: the
 * display page does the rest by the display's fit. Sizes are even, as 4:2:0 pictures need; at least 2 x 2.
 */
export function framing(source: Size, profile: Pick<Profile, 'width' | 'height' | 'fit'>): Framing {
  const scaled = scaledSize(source, profile);
  const cut = profile.fit === 'cover' || profile.fit === 'crop';
  const kept = cut
    ? { width: least(scaled.width, profile.width), height: least(scaled.height, profile.height) }
    : scaled;
  return { scaled: even(scaled), kept: even(kept) };
}

function scaledSize(source: Size, { width, height, fit }: Pick<Profile, 'width' | 'height' | 'fit'>): Size {
  const across = width / source.width;
  const down = height / source.height;
  if (fit === 'contain') return times(source, Math.min(1, across, down));
  if (fit === 'cover') return times(source, Math.min(1, Math.max(across, down)));
  if (fit === 'stretch') return { width: least(source.width, width), height: least(source.height, height) };
  return source;
}

const least = Math.min;

function times(size: Size, factor: number): Size {
  return { width: Math.round(size.width * factor), height: Math.round(size.height * factor) };
}

function even({ width, height }: Size): Size {
  return { width: evenLength(width), height: evenLength(height) };
}

function evenLength(length: number): number {
  return Math.max(2, length - (length % 2));
}
