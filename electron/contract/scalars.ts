/** The small values every record is made of. Each is parsed wherever it crosses a process or the disk. */
import { z } from 'zod';

/** ULID: 26 characters of Crockford base 32, sortable by the millisecond of making. */
export const Id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
export type Id = z.infer<typeof Id>;

/** SHA-256 of a file's content, 64 lower-case hex digits; the address of media. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256 = z.infer<typeof Sha256>;

/** Integer epoch milliseconds, UTC. Bounded to 1970 and 25 December 9999: a damaged number is refused, and a year has four digits in any zone. */
export const LAST_INSTANT = 253_401_695_999_999;
export const Instant = z.int().min(0).max(LAST_INSTANT);
export type Instant = z.infer<typeof Instant>;

/** Integer milliseconds; never negative. */
export const DurationMs = z
  .int()
  .min(0)
  .max(1000 * 60 * 60 * 24 * 366);
export type DurationMs = z.infer<typeof DurationMs>;

/** A wall-clock time `HH:mm:ss`; `24:00:00` is allowed as the end of a day. */
export const LocalTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)$/);
export type LocalTime = z.infer<typeof LocalTime>;

/** A calendar day `YYYY-MM-DD` that exists. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** ISO weekday: 1 Monday .. 7 Sunday. */
export const Weekday = z.int().min(1).max(7);
export type Weekday = z.infer<typeof Weekday>;

/** An IANA zone name known to this runtime, such as `Asia/Jakarta`. */
export const Zone = z.string().refine(isZone, { error: 'unknown time zone' });
export type Zone = z.infer<typeof Zone>;

const knownZones = new Set<string>();

/** Asking the runtime costs tens of microseconds, and timelines are parsed by the thousand: remember the answer. */
function isZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    knownZones.add(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions() && name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Something said to a person: a code and the values that fill its sentence. The sentence itself stands in
 * `resources/locales/{id,en}/reasons.json` under the code, so that every refusal and explanation is in the
 * reader's language.
 */
export const Reason = z.object({
  code: z.string().regex(/^[a-z][A-Za-z]*(\.[a-zA-Z]+)+$/),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Reason = z.infer<typeof Reason>;

/** Builds a reason. `code` is namespaced by the room that says it: `decide.`, `probe.`, `why.`, `fault.`, `fail.`. */
export function reason(code: string, params: Reason['params'] = {}): Reason {
  return { code, params };
}

/** A name as a person gives it: trimmed, 1..200 characters, no control characters. */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !hasControlCharacter(text), { error: 'control characters' });

function hasControlCharacter(text: string): boolean {
  return [...text].some((char) => char < ' ' || char === '\u007f');
}
