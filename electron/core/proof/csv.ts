/** Plays as CSV, in the words of the reader's language. */
import en from '../../../resources/locales/en/playsCsv.json';
import enProof from '../../../resources/locales/en/proof.json';
import enReasons from '../../../resources/locales/en/reasons.json';
import id from '../../../resources/locales/id/playsCsv.json';
import idProof from '../../../resources/locales/id/proof.json';
import idReasons from '../../../resources/locales/id/reasons.json';
import { type Play, RADIO_CHANNEL_ID } from '../../contract/records/play';
import type { Language } from '../../contract/records/user';
import type { Reason } from '../../contract/scalars';
import { withoutEmptyBrackets } from '../../domain/empty-brackets';
import { localParts } from '../../domain/time';
import { zoneLabel } from '../../domain/zone-label';
import { csvPieces, csvSeconds } from '../csv';

const WORDS = {
  id: { ...id, slate: idProof.slate, radio: idProof.radio, reasons: idReasons },
  en: { ...en, slate: enProof.slate, radio: enProof.radio, reasons: enReasons },
} as const;
type Words = (typeof WORDS)[Language];
const COLUMNS = Object.keys(id.columns) as (keyof Words['columns'])[];

/** What the radio is called where a display's name stands. */
export const radioName = (language: Language): string => WORDS[language].radio;

export function csvRows(plays: Iterable<Play>, zone: string, language: Language): AsyncGenerator<string> {
  const words = WORDS[language];
  const header = COLUMNS.map((column) => words.columns[column]);
  return csvPieces(header, rowsOf(plays, zone, language), language);
}

function* rowsOf(plays: Iterable<Play>, zone: string, language: Language): Iterable<string[]> {
  for (const play of plays) yield cells(play, zone, language);
}

function cells(play: Play, zone: string, language: Language): string[] {
  const words = WORDS[language];
  const start = localParts(play.startedAt, zone);
  const row: Record<(typeof COLUMNS)[number], string> = {
    date: start.date,
    time: start.time,
    zone: zoneLabel(zone, play.startedAt),
    startedAt: new Date(play.startedAt).toISOString(),
    endedAt: new Date(play.endedAt).toISOString(),
    seconds: csvSeconds(play.endedAt - play.startedAt, language),
    display: play.displayId === RADIO_CHANNEL_ID ? words.radio : play.displayName,
    asset: play.assetName ?? play.assetId ?? words.slate,
    booking: play.bookingName ?? '',
    outcome: words.outcomes[play.outcome],
    because: play.because ? sentence(play.because, words.reasons, language) : '',
    frames: play.frames === null ? '' : String(play.frames),
    hash: play.hash ?? '',
    id: play.id,
  };
  return COLUMNS.map((column) => row[column]);
}

/** The sentence of a reason with its values filled in, lengths of time in seconds; the bare code where there is none. */
function sentence({ code, params }: Reason, reasons: object, language: Language): string {
  const found = code
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], reasons);
  if (typeof found !== 'string') return code;
  const said = found.replace(/\{\{(\w+)(, span)?\}\}/g, (_, name, isSpan) => {
    const value = params[name] ?? '';
    return isSpan ? `${csvSeconds(Number(value), language)} s` : String(value);
  });
  return withoutEmptyBrackets(said);
}
