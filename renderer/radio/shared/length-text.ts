/** Lengths as people type them: `2:30`, `150` (seconds), `0:02:30`, `2m30`, `2 mnt 30 dtk`. Pure. */
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../../electron/domain/calendar';

export type LengthFault = 'negative' | 'unreadable' | 'tooLong';
export type LengthRead = { ms: number; fault: null } | { ms: null; fault: LengthFault };

const MINUTE_MS = 60 * SECOND_MS;
const HOURS = 'hours?|h|jam|j';
const MINUTES = 'minutes?|menit|mins?|mnt|m';
const SECONDS = 'seconds?|detik|secs?|dtk|s|d';
const UNITS = new RegExp(
  `^(?:(\\d+)\\s*(?:${HOURS})\\.?)?\\s*(?:(\\d+)\\s*(?:${MINUTES})\\.?)?\\s*(?:(\\d+)\\s*(?:${SECONDS})?\\.?)?$`,
  'i',
);

/** At most a day. Seconds, and minutes behind hours, are below 60. */
export function lengthIn(text: string): LengthRead {
  const written = text.trim();
  if (/^[-\u2212\u2013]/.test(written)) return { ms: null, fault: 'negative' };
  const ms = read(written);
  if (ms === null) return { ms: null, fault: 'unreadable' };
  return ms > DAY_MS ? { ms: null, fault: 'tooLong' } : { ms, fault: null };
}

function read(text: string): number | null {
  if (text === '') return null;
  if (/^\d{1,6}$/.test(text)) return Number(text) * SECOND_MS;
  if (/^\d{1,4}(?:[:.]\d{1,2}){1,2}$/.test(text)) return fields(text.split(/[:.]/).map(Number));
  const units = UNITS.exec(text);
  return units && /[a-z]/i.test(text) ? sum(units.slice(1).map((part) => Number(part ?? 0))) : null;
}

/** `[h, m, s]` or `[m, s]`. */
function fields(parts: number[]): number | null {
  if (parts.slice(1).some((part) => part > 59)) return null;
  return sum(parts.length === 3 ? parts : [0, ...parts]);
}

const sum = ([hours = 0, minutes = 0, seconds = 0]: number[]): number =>
  hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS;
