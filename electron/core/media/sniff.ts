/** What a file is by its first bytes, before any tool is asked. Pure. */
import { type Reason, reason } from '../../contract/scalars';

export const SNIFF_BYTES = 4096;

export type Sniffed =
  /** A picture file; `demuxer` reads it whatever its name is. */
  | { kind: 'picture'; demuxer: string }
  /** For ffprobe to say. */
  | { kind: 'unknown' }
  | { kind: 'refused'; because: Reason };

/** `head` is up to SNIFF_BYTES from the start of a file that is not empty. */
export function sniff(head: Uint8Array): Sniffed {
  return pictureOf(head) ?? refusedDocument(head) ?? refusedText(head) ?? { kind: 'unknown' };
}

function refuse(code: string, params: Reason['params'] = {}): Sniffed {
  return { kind: 'refused', because: reason(`probe.${code}`, params) };
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** By its first box: anything named `.mp4` is tried as MP4, and fails for want of an index. */
export function looksLikeMp4(head: Uint8Array): boolean {
  return /^(?:ftyp|moov|mdat|wide|free|skip|pnot)$/.test(latin(head.subarray(4, 8)));
}

function pictureOf(head: Uint8Array): Sniffed | null {
  const text = latin(head);
  if (text.startsWith('\xff\xd8\xff')) return { kind: 'picture', demuxer: 'jpeg_pipe' };
  if (text.startsWith('\x89PNG\r\n\x1a\n'))
    return { kind: 'picture', demuxer: isAnimatedPng(text) ? 'apng' : 'png_pipe' };
  if (text.startsWith('GIF8')) return { kind: 'picture', demuxer: 'gif' };
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return webp(head, text);
  if (/^....ftyp(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)/s.test(text))
    return refuse('imageFormat', { format: 'HEIC/AVIF' });
  if (text.startsWith('BM') && head[14] === 40) return refuse('imageFormat', { format: 'BMP' });
  if (/^(?:II\*\0|MM\0\*)/.test(text)) return refuse('imageFormat', { format: 'TIFF' });
  if (text.startsWith('8BPS')) return refuse('imageFormat', { format: 'Photoshop' });
  return null;
}

function isAnimatedPng(text: string): boolean {
  const control = text.indexOf('acTL');
  const data = text.indexOf('IDAT');
  return control > 0 && (data < 0 || control < data);
}

const WEBP_ANIMATION = 0x02;

/** ffmpeg cannot read a moving WebP. */
function webp(head: Uint8Array, text: string): Sniffed {
  const moving = text.slice(12, 16) === 'VP8X' && ((head[20] ?? 0) & WEBP_ANIMATION) !== 0;
  return moving ? refuse('imageFormat', { format: 'animated WebP' }) : { kind: 'picture', demuxer: 'webp_pipe' };
}

const PLAYLIST =
  /^(?:#EXTM3U|ffconcat|\[playlist\]|v=0\r?\no=|<\?xml[^>]*>\s*<(?:MPD|SmoothStreamingMedia|smil)|<MPD|<smil|file\s+')/i;
const SVG = /^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/is;

function refusedText(head: Uint8Array): Sniffed | null {
  const text = Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (SVG.test(text)) return refuse('svg');
  if (PLAYLIST.test(text)) return refuse('playlist');
  return isText(head) ? refuse('text') : null;
}

/** No control characters but line ends and tabs: no container begins so. */
function isText(head: Uint8Array): boolean {
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13) && isUtf8(head);
}

function isUtf8(head: Uint8Array): boolean {
  const cut = head.length === SNIFF_BYTES ? head.subarray(0, head.length - 3) : head;
  // A character cut in two at the end shows as one replacement, so more than one means it is no UTF-8.
  return (
    (Buffer.from(cut)
      .toString('utf8')
      .match(/\ufffd/g)?.length ?? 0) <= 1
  );
}

function refusedDocument(head: Uint8Array): Sniffed | null {
  const text = latin(head);
  if (text.startsWith('%PDF')) return refuse('document', { format: 'PDF' });
  if (text.startsWith('PK\x03\x04')) return refuse('document', { format: 'ZIP/Office' });
  if (text.startsWith('\xd0\xcf\x11\xe0')) return refuse('document', { format: 'Office' });
  if (text.startsWith('\x7fELF') || text.startsWith('MZ')) return refuse('document', { format: 'program' });
  return null;
}
