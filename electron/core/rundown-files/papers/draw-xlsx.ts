/** A paper as one sheet: its head above, then the table, times as real times. */
import { DAY_MS } from '../../../domain/calendar';
import { type WrittenCell, writeWorkbook } from '../../sheets/workbook';
import type { Paper, ScriptSection } from './paper';

/** A cell holds 32,767 characters (Excel's limits). */
const LONGEST = 32_000;
/** And shows this many of a column. */
const MOST_WIDE = 60;

export function drawXlsx(paper: Paper): Promise<Buffer> {
  const heads = paper.script ? scriptHeads(paper) : paper.columns.map(({ heading }) => heading);
  const body = paper.script ? paper.script.flatMap(scriptRows) : tableRows(paper);
  const rows: WrittenCell[][] = [
    ...paper.letterhead.lines.map((line) => [bold(line)]),
    [text(paper.letterhead.address)],
    [bold(paper.title)],
    [text(paper.subtitle)],
    ...paper.facts.map(([label, value]) => [text(label), text(value)]),
    [text('')],
    heads.map(bold),
    ...body,
    [text('')],
    ...paper.totals.map(([label, value]) => [bold(label), bold(value)]),
    ...paper.remarks.map((remark) => [text(remark)]),
    ...paper.signatures.map(({ role, name, below }) => [text(role), text(name), ...below.map(text)]),
    [text(paper.printed)],
  ];
  const widths = paper.script ? [12, 28, 20, 90] : paper.columns.map(({ weight }) => Math.min(MOST_WIDE, weight + 4));
  const sticky = rows.findIndex((row) => row.length === heads.length && row[0]?.value === heads[0]) + 1;
  return writeWorkbook(rows, { name: paper.title, widths, sticky });
}

const text = (value: string): WrittenCell => ({ value: value.slice(0, LONGEST) });
const bold = (value: string): WrittenCell => ({ value: value.slice(0, LONGEST), bold: true });

function tableRows({ rows, columns }: Paper): WrittenCell[][] {
  return rows.map(({ texts, days, look }) =>
    texts.map((value, at) => {
      const number = days[at] ?? null;
      const format = columns[at]?.format ?? null;
      const whole = number !== null && format !== null ? { value: number, format } : text(value);
      return look === 'segment' ? { ...whole, bold: true } : whole;
    }),
  );
}

function scriptHeads({ scriptHeads: [speaker, said] }: Paper): string[] {
  return ['', '', speaker, said];
}

function scriptRows({ start, title, duration, lines }: ScriptSection): WrittenCell[][] {
  return [
    [start === '' ? text('') : { value: clockPart(start), format: 'hh:mm:ss' }, bold(title), text(duration), text('')],
    ...lines.map(({ speaker, pieces }) => [
      text(''),
      text(''),
      text(speaker),
      text(pieces.map((piece) => piece.text).join('')),
    ]),
  ];
}

function clockPart(clock: string): number {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  return (((hour * 60 + minute) * 60 + second) * 1000) / DAY_MS;
}
