/** HTTP ranges, RFC 9110 section 14: one range of bytes; several are answered with the whole. */

export type Range = { kind: 'whole' } | { kind: 'part'; first: number; last: number } | { kind: 'none' };

/** What a `Range` header asks of `bytes` bytes; `none` is to be answered 416. A header that is no range is ignored. */
export function parseRange(header: string | undefined, bytes: number): Range {
  // Blanks after digits alone: two runs of them side by side would try every way to share them.
  const match = /^bytes=\s*(?:(\d+)\s*)?-\s*(?:(\d+)\s*)?$/i.exec(header ?? '');
  if (!match) return { kind: 'whole' };
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return { kind: 'whole' };
  if (from === '') return suffix(Number(to), bytes);
  const first = Number(from);
  const last = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < first) return { kind: 'whole' };
  return first < bytes ? { kind: 'part', first, last } : { kind: 'none' };
}

function suffix(length: number, bytes: number): Range {
  if (length === 0 || bytes === 0) return { kind: 'none' };
  return { kind: 'part', first: Math.max(0, bytes - length), last: bytes - 1 };
}
