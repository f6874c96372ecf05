/** RFC 6381 codec strings from the sample description of a track. */
import { type Box, boxesIn, childrenOf, findBox, fullBox, needBox } from './mp4-box';

/** Bytes of a sample entry before its child boxes (ISO/IEC 14496-12, 12.1.3 and 12.2.3). */
const VISUAL_ENTRY_BYTES = 78;
const AUDIO_ENTRY_BYTES = 28;
const ES_DESCRIPTOR = 3;
const DECODER_CONFIG = 4;
const DECODER_SPECIFIC = 5;
const ESCAPED_OBJECT_TYPE = 31;

/** Such as `avc1.42c01e` or `mp4a.40.2`; the bare sample entry type for codecs Suar does not make. */
export function codecOf(bytes: Uint8Array, trak: Box): string {
  const entry = sampleEntry(bytes, trak);
  if (!entry) return '';
  if (entry.type === 'avc1' || entry.type === 'avc3') return avcString(bytes, entry);
  if (entry.type === 'mp4a') return aacString(bytes, entry);
  return entry.type.trim();
}

function sampleEntry(bytes: Uint8Array, trak: Box): Box | undefined {
  const stsd = needBox(bytes, trak, 'mdia', 'minf', 'stbl', 'stsd');
  return boxesIn(bytes, fullBox(bytes, stsd).at + 4, stsd.end)[0];
}

function avcString(bytes: Uint8Array, entry: Box): string {
  const avcC = childrenOf(bytes, entry, VISUAL_ENTRY_BYTES).find((child) => child.type === 'avcC');
  return avcC ? `${entry.type}.${avcProfile(bytes.subarray(avcC.body, avcC.end))}` : entry.type;
}

/** Profile, constraint flags and level of an `avcC` record (ISO/IEC 14496-15, 5.3.3), six hex digits. */
export function avcProfile(avcC: Uint8Array): string {
  return [...avcC.subarray(1, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function aacString(bytes: Uint8Array, entry: Box): string {
  const esds = childrenOf(bytes, entry, AUDIO_ENTRY_BYTES).find((child) => child.type === 'esds');
  const objectType = esds && audioObjectType(bytes.subarray(esds.body + 4, esds.end));
  return objectType ? `mp4a.40.${objectType}` : 'mp4a';
}

/** Walks ES descriptor > decoder config > decoder specific info (ISO/IEC 14496-1, 7.2.6). */
function audioObjectType(descriptors: Uint8Array): number | null {
  let at = 0;
  while (at < descriptors.length) {
    const tag = descriptors[at++];
    while ((descriptors[at++] ?? 0) & 0x80);
    if (tag === ES_DESCRIPTOR) at += 3;
    else if (tag === DECODER_CONFIG) at += 13;
    else if (tag === DECODER_SPECIFIC) return objectTypeBits(descriptors[at] ?? 0, descriptors[at + 1] ?? 0);
    else return null;
  }
  return null;
}

function objectTypeBits(first: number, second: number): number {
  const type = first >> 3;
  return type === ESCAPED_OBJECT_TYPE ? 32 + ((first & 7) << 3) + (second >> 5) : type;
}

/** Whether the track maps its media through an edit list that shifts it. */
export function hasEditShift(bytes: Uint8Array, trak: Box): boolean {
  const elst = findBox(bytes, trak, 'edts', 'elst');
  if (!elst) return false;
  const { version, at } = fullBox(bytes, elst);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at) > 1) return true;
  return version === 1 ? view.getBigInt64(at + 12) !== 0n : view.getInt32(at + 8) !== 0;
}
