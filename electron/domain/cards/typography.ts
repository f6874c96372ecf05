/** Indonesian text as a printer sets it: quotation marks, and what must not be torn apart at the end of a line. Pure. */
import type { Language } from '../../contract/records/user';
import type { LocalDate } from '../../contract/scalars';

/** Non-breaking space. */
export const NB = '\u00a0';

const UNITS =
  '%|kg|g|km|m|cm|mm|ha|liter|persen|orang|jam|menit|detik|hari|minggu|bulan|tahun|ribu|juta|miliar|triliun|WIB|WITA|WIT';
const MONTHS =
  'Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|January|February|March|May|June|July|August|October|December';
/** Words that lean on the number or name after them. */
const LEANING = 'Rp|pukul|tanggal|nomor|No\\.|Jl\\.|RT|RW|Pasal|hlm\\.';

const RULES: readonly (readonly [RegExp, string])[] = [
  [/\r\n?/g, '\n'],
  [/[ \t\u00a0]+/g, ' '],
  [/ ?\n ?/g, '\n'],
  [/\n{3,}/g, '\n\n'],
  [/\.{3}/g, '…'],
  [/ -{1,2} /g, ' – '],
  // Opening where a word begins, closing elsewhere.
  [/(^|[\s([{–-])"/gmu, '$1“'],
  [/"/g, '”'],
  [/(^|[\s([{–“])'/gmu, '$1‘'],
  [/'/g, '’'],
  [new RegExp(`(\\d) (?=(?:${UNITS})(?![\\p{L}\\d]))`, 'gu'), `$1${NB}`],
  [new RegExp(`(?<![\\p{L}\\d])(\\d{1,2}) (?=(?:${MONTHS})(?!\\p{L}))`, 'gu'), `$1${NB}`],
  [new RegExp(`(?<!\\p{L})(${LEANING}) (?=\\S)`, 'giu'), `$1${NB}`],
  // A word of one letter does not stand alone at the end of a line.
  [/(?<![\p{L}\p{N}])(\p{L}) (?=\S)/gu, `$1${NB}`],
];

/** The same text, set. Never longer by more than nothing: one sign stands for one sign, spaces are joined. */
export function typeset(text: string): string {
  return RULES.reduce((set, [from, to]) => set.replace(from, to), text.normalize('NFC')).trim();
}

const formats = new Map<Language, Intl.DateTimeFormat>();

/** `Selasa, 24 November 2026`. */
export function dateWords(date: LocalDate, language: Language): string {
  const format =
    formats.get(language) ??
    new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' });
  formats.set(language, format);
  return typeset(format.format(new Date(`${date}T00:00:00Z`)));
}

/** `19.30`, as an Indonesian writes a time, or `19:30`. */
export const timeWords = (time: string, language: Language): string =>
  language === 'id' ? time.replace(':', '.') : time;
