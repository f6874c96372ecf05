/** Debts as CSV: in plays, and in seconds by the planned length of each play. */
import en from '../../../resources/locales/en/debtsCsv.json';
import enProof from '../../../resources/locales/en/proof.json';
import id from '../../../resources/locales/id/debtsCsv.json';
import idProof from '../../../resources/locales/id/proof.json';
import type { Debt } from '../../contract/api/make-goods';
import type { Language } from '../../contract/records/user';
import { csvPieces, csvSeconds } from '../csv';

const WORDS = { id: { ...id, why: idProof.debts.why }, en: { ...en, why: enProof.debts.why } } as const;
const COLUMNS = Object.keys(id.columns) as (keyof (typeof id)['columns'])[];

export function debtsCsv(debts: readonly Debt[], language: Language): AsyncIterable<string> {
  const header = COLUMNS.map((column) => WORDS[language].columns[column]);
  return csvPieces(
    header,
    debts.map((debt) => cells(debt, language)),
    language,
  );
}

function cells(debt: Debt, language: Language): string[] {
  const { planned, shown, given, waived, owed, coming, why, ms } = debt;
  const words = WORDS[language].why;
  const seconds = (length: number) => csvSeconds(length, language);
  const row: Record<(typeof COLUMNS)[number], string> = {
    day: debt.day,
    booking: debt.bookingName,
    display: debt.displayName,
    agency: debt.agencyName ?? '',
    agreement: debt.agreement ?? '',
    why: why.map(({ kind, plays }) => words[kind].replace('{{plays}}', String(plays))).join(', '),
    planned: String(planned),
    shown: String(shown),
    lost: String(planned - shown),
    given: String(given),
    waived: String(waived),
    owed: String(owed),
    coming: String(coming),
    plannedSeconds: seconds(ms.planned),
    shownSeconds: seconds(ms.shown),
    lostSeconds: seconds(Math.max(0, ms.planned - ms.shown)),
    givenSeconds: seconds(ms.given),
    waivedSeconds: seconds(ms.waived),
    owedSeconds: seconds(ms.owed),
    bookingId: debt.bookingId,
    displayId: debt.displayId,
  };
  return COLUMNS.map((column) => row[column]);
}
