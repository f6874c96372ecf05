/** A length as a person types it. */

const LONGEST_MS = 24 * 3_600_000;

/** `15`, `1:30`, `1:02:03` or `90s` as ms; null for what is not a length of at least one second. */
export function parseLength(text: string): number | null {
  const parts = text
    .trim()
    .replace(/\s*(s|dtk|detik|sec)$/i, '')
    .replaceAll('.', ':')
    .split(':');
  if (parts.length > 3 || !parts.every((part) => /^\d{1,5}$/.test(part))) return null;
  if (parts.slice(1).some((part) => Number(part) > 59)) return null;
  const ms = parts.reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
  return ms >= 1000 && ms <= LONGEST_MS ? ms : null;
}
