/** The MIME type of stored media from its first bytes. Names lie, and stored media has none. Pure. */

export const SNIFF_BYTES = 64;
export const UNKNOWN_MIME = 'application/octet-stream';

type Rule = [mime: string, at: number, magic: string];
/** In order; the first that fits. Magic is Latin-1. */
const RULES: readonly Rule[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['audio/wav', 8, 'WAVE'],
  ['video/x-msvideo', 8, 'AVI '],
  ['audio/flac', 0, 'fLaC'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/mpeg', 0, 'ID3'],
  ['video/mp2t', 0, '\x47'],
  ['video/mpeg', 0, '\x00\x00\x01\xba'],
  ['image/bmp', 0, 'BM'],
];

/** `head`: the first bytes of the file, 64 are enough. */
export function sniffMime(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  if (text.startsWith('ftyp', 4)) return isoMime(text.slice(8, 12));
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('webm') ? 'video/webm' : 'video/x-matroska';
  if (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2) return 'audio/mpeg';
  return RULES.find(([, at, magic]) => text.startsWith(magic, at))?.[0] ?? UNKNOWN_MIME;
}

function isoMime(brand: string): string {
  if (brand === 'qt  ') return 'video/quicktime';
  if (brand.startsWith('M4A')) return 'audio/mp4';
  if (brand.startsWith('avif')) return 'image/avif';
  if (brand.startsWith('hei') || brand.startsWith('mif1')) return 'image/heic';
  return 'video/mp4';
}
