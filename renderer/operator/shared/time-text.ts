/** Times of a day as people type them. Pure. */

const PARTS = [24, 60, 60] as const;

/**
 * `6`, `630`, `06.30`, `6:30:15` as `HH:mm`, with `seconds` as `HH:mm:ss`; what is left out is zero. Null for anything that no 24-hour
 * clock shows.
 */
export function timeIn(text: string, seconds: boolean): string | null {
  const count = seconds ? 3 : 2;
  const digits = text.trim();
  const parts = /^\d+$/.test(digits) ? cut(digits) : digits.split(/[:. ]/);
  if (parts.length > count || !parts.every((part) => /^\d{1,2}$/.test(part))) return null;
  const numbers = Array.from({ length: count }, (_, index) => Number(parts[index] ?? 0));
  if (numbers.some((number, index) => number >= (PARTS[index] ?? 0))) return null;
  return numbers.map(two).join(':');
}

/** `630` is 6:30, `0630` too; of two digits or one, hours. */
function cut(digits: string): string[] {
  const even = digits.length > 2 && digits.length % 2 ? `0${digits}` : digits;
  return even.match(/\d{1,2}/g) ?? [];
}

/** The part of a time that the caret stands in, a step on; round the clock. Null where it is no whole time. */
export function stepped(time: string, caret: number, step: number): string | null {
  const whole = timeIn(time, time.length > 5);
  if (whole !== time) return null;
  const at = Math.floor(caret / 3);
  const numbers = time.split(':').map((part, index) => {
    const most = PARTS[index] ?? 60;
    return index === at ? (Number(part) + step + most) % most : Number(part);
  });
  return numbers.map(two).join(':');
}

const two = (number: number): string => String(number).padStart(2, '0');
