/** Filters between a source's picture and a panel's. Pure: data in, filter words out. */
import type { VideoStream } from '../../contract/records/asset';
import type { Framing } from '../../domain/profile';
import type { Capabilities } from './toolchain';

/** Below this a picture without a named matrix is taken for standard definition, as players do. */
const HD_HEIGHT = 600;

/** From the decoded picture to `kept` pixels of BT.709, limited range, black where it was transparent. */
export function pictureFilters(video: VideoStream, { scaled, kept }: Framing, have: Capabilities): string[] {
  const cut = scaled.width !== kept.width || scaled.height !== kept.height;
  return [
    ...(video.alpha ? FLATTEN : []),
    ...(canToneMap(video, have) ? toneMapped(scaled) : [scale(video, scaled)]),
    ...(cut ? [`crop=${kept.width}:${kept.height}`] : []),
    'setsar=1',
  ];
}

export function hasToneMap({ filters }: Capabilities): boolean {
  return filters.has('zscale') && filters.has('tonemap');
}

export function canToneMap(video: Pick<VideoStream, 'hdr'>, have: Capabilities): boolean {
  return video.hdr && hasToneMap(have);
}

/** Colour times alpha is the picture on black. */
const FLATTEN = ['format=gbrap', 'premultiply=inplace=1', 'format=gbrp'];

function scale(video: VideoStream, { width, height }: { width: number; height: number }): string {
  return `scale=${width}:${height}:flags=bicubic:${matrixIn(video)}out_color_matrix=bt709:out_range=tv`;
}

/** swscale takes an unnamed matrix for BT.601 whatever the size, so it is named. */
function matrixIn(video: VideoStream): string {
  if (/^(?:gb|rgb|bgr|argb|abgr|0rgb|0bgr|pal8|gray|mono)/.test(video.pixelFormat) || video.alpha) return '';
  if (video.colorSpace) return '';
  return `in_color_matrix=${video.codedHeight > HD_HEIGHT ? 'bt709' : 'bt601'}:`;
}

/** Scaled first, in its own coding: fewer pixels to map. Hable keeps highlights without dimming faces. */
function toneMapped({ width, height }: { width: number; height: number }): string[] {
  return [
    `scale=${width}:${height}:flags=bicubic`,
    'zscale=transfer=linear:npl=203',
    'format=gbrpf32le',
    'zscale=primaries=bt709',
    'tonemap=tonemap=hable:desat=0',
    'zscale=transfer=bt709:matrix=bt709:range=limited',
  ];
}

export function deinterlacer({ filters }: Capabilities): string {
  return filters.has('bwdif') ? 'bwdif=mode=send_frame' : 'yadif=mode=send_frame';
}

/** VP8 and VP9 keep alpha in a second stream that only libvpx reads. */
export function alphaDecoder({ codec, alpha }: VideoStream, { decoders }: Capabilities): string[] {
  const decoder = codec === 'vp9' ? 'libvpx-vp9' : codec === 'vp8' ? 'libvpx' : null;
  return alpha && decoder && decoders.has(decoder) ? ['-c:v', decoder] : [];
}
