/** A paper as DOCX, in a thread (see core/sheets/thread.ts). `input` is `{ paper }`, as paper.ts has it. */
/** Twentieths of a point. */
const MM = 1440 / 25.4;
const SIZES = { A4: { width: 210 * MM, height: 297 * MM }, F4: { width: 215 * MM, height: 330 * MM } };
const SIDE = 20 * MM;
const GREY = '555555';
/** A face that every office has. */
const FACE = 'Arial';

module.exports = async ({ library, input: { paper } }) => {
  const docx = library('docx');
  const made = documentOf(docx, paper);
  return docx.Packer.toBuffer(made);
};

function documentOf(docx, paper) {
  const { Document, PageOrientation } = docx;
  const { width, height } = SIZES[paper.size];
  const orientation = paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const inner = (paper.landscape ? height : width) - 2 * SIDE;
  const draw = tools(docx, inner);
  return new Document({
    title: `${paper.title}: ${paper.subtitle}`,
    creator: paper.author,
    styles: { default: { document: { run: { font: FACE, size: 18 } } } },
    sections: [
      {
        // The library turns the sides itself.
        properties: {
          page: {
            size: { width: Math.round(width), height: Math.round(height), orientation },
            margin: { top: 850, bottom: 1020, left: Math.round(SIDE), right: Math.round(SIDE) },
          },
        },
        footers: { default: footer(docx, draw, paper, inner) },
        children: [
          ...letterhead(docx, draw, paper.letterhead),
          draw.line(paper.title.toUpperCase(), { bold: true, size: 26, center: true }),
          draw.line(paper.subtitle, { size: 22, center: true, after: 160 }),
          ...facts(draw, paper.facts),
          ...(paper.script ? script(draw, paper) : [table(draw, paper)]),
          ...paper.totals.map(([label, value], at) =>
            draw.line(`${label}: ${value}`, { bold: true, before: at === 0 ? 160 : 0 }),
          ),
          ...paper.remarks.map((text) => draw.line(text, { before: 160 })),
          draw.line('', { before: 240 }),
          signatures(draw, paper),
        ],
      },
    ],
  });
}

function tools(docx, inner) {
  const { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER };
  const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const THIN = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
  const frame = (border) => ({
    top: border,
    bottom: border,
    left: border,
    right: border,
    insideHorizontal: border,
    insideVertical: border,
  });
  const runs = (text, { bold, italics, size, color, underline } = {}) =>
    text.split('\n').map(
      (part, at) =>
        new TextRun({
          text: part,
          bold,
          italics,
          size,
          color,
          break: at > 0 ? 1 : 0,
          ...(underline ? { underline: {} } : {}),
        }),
    );
  const line = (text, look = {}) =>
    new Paragraph({
      children: runs(text, look),
      alignment: look.center ? alignments.center : alignments[look.align ?? 'left'],
      spacing: { before: look.before ?? 0, after: look.after ?? 0, line: look.line },
      keepNext: look.keepNext,
      ...(look.border ? { border: look.border } : {}),
    });
  const cell = (children, { width, fill, span } = {}) =>
    new TableCell({
      children,
      columnSpan: span,
      ...(width === undefined ? {} : { width: { size: Math.round(width), type: WidthType.DXA } }),
      ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
    });
  const row = (children, { header, whole } = {}) => new TableRow({ children, tableHeader: header, cantSplit: whole });
  const grid = (rows, widths, ruled) =>
    new Table({
      rows,
      columnWidths: widths.map(Math.round),
      width: { size: Math.round(inner), type: WidthType.DXA },
      layout: docx.TableLayoutType.FIXED,
      borders: frame(ruled ? THIN : NONE),
      margins: { top: 30, bottom: 30, left: 70, right: 70, marginUnitType: WidthType.DXA },
    });
  const para = (children, look = {}) => new Paragraph({ children, spacing: { before: 0, after: 60, line: look.line } });
  return { runs, line, cell, row, grid, para, inner, BorderStyle };
}

function letterhead({ BorderStyle }, draw, { lines, address }) {
  const last = lines.length - 1;
  const rule = { border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 18, space: 4, color: '000000' } } };
  const bare = address === '';
  return [
    ...lines.map((text, at) =>
      draw.line(text, {
        center: true,
        bold: at === last,
        size: at === last ? 30 : 24,
        ...(bare && at === last ? { ...rule, after: 240 } : {}),
      }),
    ),
    ...(bare ? [] : [draw.line(address, { center: true, size: 17, after: 240, ...rule })]),
  ];
}

function footer({ Footer, PageNumber, Paragraph, TabStopType, TextRun }, _draw, paper, inner) {
  const look = { size: 15, color: GREY };
  const [before = '', between = '', after = ''] = paper.page.split(/\{pages?\}/);
  const children = [
    new TextRun({ ...look, text: `${paper.printed}\t${before}` }),
    new TextRun({ ...look, children: [PageNumber.CURRENT] }),
    new TextRun({ ...look, text: between }),
    new TextRun({ ...look, children: [PageNumber.TOTAL_PAGES] }),
    new TextRun({ ...look, text: after }),
  ];
  const tabStops = [{ type: TabStopType.RIGHT, position: Math.round(inner) }];
  return new Footer({ children: [new Paragraph({ children, tabStops })] });
}

function facts({ cell, grid, line, row, inner }, pairs) {
  if (pairs.length === 0) return [];
  const widths = [1900, 240, inner - 2140];
  const rows = pairs.map((pair) =>
    row([pair[0], ':', pair[1]].map((text, at) => cell([line(text)], { width: widths[at] }))),
  );
  return [grid(rows, widths, false), line('')];
}

function table({ cell, grid, line, row, inner }, { columns, rows, noRows }) {
  const sum = columns.reduce((all, { weight }) => all + weight, 0);
  const widths = columns.map(({ weight }) => (inner * weight) / sum);
  const head = row(
    columns.map(({ heading, align }, at) =>
      cell([line(heading, { bold: true, align, size: 17 })], { width: widths[at], fill: 'DDDDDD' }),
    ),
    { header: true, whole: true },
  );
  const looks = { plain: {}, inside: {}, segment: { bold: true }, aside: { italics: true, color: GREY } };
  const body = rows.map(({ look, texts }) =>
    row(
      texts.map((text, at) =>
        cell([line(text, { ...looks[look], align: columns[at].align, size: 17 })], {
          width: widths[at],
          fill: look === 'segment' ? 'ECECEC' : undefined,
        }),
      ),
    ),
  );
  if (body.length === 0) body.push(row([cell([line(noRows, { color: GREY })], { span: columns.length })]));
  return grid([head, ...body], widths, true);
}

function script(draw, { script: sections, noRows }) {
  const { cell, grid, line, row, inner } = draw;
  if (sections.length === 0) return [line(noRows, { color: GREY })];
  const bar = [1200, inner - 2400, 1200];
  return sections.flatMap(({ start, title, duration, lines }) => [
    grid(
      [
        row([
          cell([line(start, { keepNext: true })], { width: bar[0], fill: 'DDDDDD' }),
          cell([line(title, { bold: true, keepNext: true })], { width: bar[1], fill: 'DDDDDD' }),
          cell([line(duration, { align: 'right', keepNext: true })], { width: bar[2], fill: 'DDDDDD' }),
        ]),
      ],
      bar,
      false,
    ),
    ...(lines.length === 0 ? [] : [line('', { size: 4 }), spoken(draw, lines)]),
    line('', { size: 10 }),
  ]);
}

function spoken({ cell, grid, line, para, row, runs, inner }, lines) {
  const widths = [1700, inner - 1700];
  return grid(
    lines.map(({ kind, speaker, pieces }, at) => {
      const again = kind === 'line' && lines[at - 1]?.kind === 'line' && lines[at - 1].speaker === speaker;
      const said = pieces.flatMap(({ text, look }) => {
        const aside = kind !== 'line' || look === 'aside';
        return runs(text, { bold: look === 'emphasis', italics: aside, size: 23, ...(aside ? { color: GREY } : {}) });
      });
      const name = line(again ? '' : speaker, { bold: true, size: 18 });
      return row([cell([name], { width: widths[0] }), cell([para(said, { line: 320 })], { width: widths[1] })]);
    }),
    widths,
    false,
  );
}

function signatures({ cell, grid, line, row, inner }, { signatures: blocks, signedOn }) {
  const width = inner / blocks.length;
  const last = blocks.length - 1;
  const block = ({ role, name, below }, at) =>
    cell(
      [
        line(at === last ? signedOn : '', { center: true, keepNext: true }),
        line(role, { center: true, keepNext: true, after: 900 }),
        name === ''
          ? line(`(${'\u2026'.repeat(16)})`, { center: true })
          : line(name, { center: true, bold: true, underline: true }),
        ...below.map((text) => line(text, { center: true, size: 16 })),
      ],
      { width },
    );
  return grid(
    [row(blocks.map(block), { whole: true })],
    blocks.map(() => width),
    false,
  );
}
