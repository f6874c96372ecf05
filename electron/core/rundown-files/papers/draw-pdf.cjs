/* global letters */
/**
 * A paper as PDF, in a thread (see core/sheets/thread.ts). `input` is `{ paper, lettering, fonts, more }`: as paper.ts and lettering.ts
 * have them, paths of Roboto, and whole files of other typefaces. `letters` is draw-letters.cjs.
 */
const MM = 72 / 25.4;
const SIZES = { A4: { width: 210 * MM, height: 297 * MM }, F4: { width: 215 * MM, height: 330 * MM } };
const SIDE = 20 * MM;
const GREY = '#555555';
const LINE = '#999999';
const LOOKS = {
  plain: {},
  segment: { bold: true, fillColor: '#ececec' },
  inside: {},
  aside: { color: GREY, italics: true },
};
/** A row with more than this may run over the edge of a page. */
const LONG = 600;

module.exports = async ({ library, input: { paper, lettering, fonts, more } }) => {
  const pdfmake = library('pdfmake');
  letters.orderLines(library('layout').default);
  const allowed = new Set(Object.values(fonts));
  pdfmake.setFonts({ Paper: fonts, Arabic: inOne(pdfmake, 'arabic', more), Emoji: inOne(pdfmake, 'emoji', more) });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
  const { content, footer, ...rest } = documentOf(paper);
  const lettered = (node) => letters.lettered(node, lettering);
  const whole = { ...rest, content: lettered(content), footer: (...page) => lettered(footer(...page)) };
  return pdfmake.createPdf(whole).getBuffer();
};

/** One face for every style; kept in memory, since it came out of a compressed file. */
function inOne(pdfmake, face, more) {
  const name = `${face}.ttf`;
  if (more[face]) pdfmake.virtualfs.writeFileSync(name, Buffer.from(more[face]));
  return { normal: name, bold: name, italics: name, bolditalics: name };
}

function documentOf(paper) {
  const { width, height } = SIZES[paper.size];
  const page = paper.landscape ? { width: height, height: width } : { width, height };
  const inner = page.width - 2 * SIDE;
  return {
    pageSize: page,
    pageOrientation: paper.landscape ? 'landscape' : 'portrait',
    pageMargins: [SIDE, 15 * MM, SIDE, 18 * MM],
    language: paper.language === 'id' ? 'id-ID' : 'en-GB',
    info: { title: `${paper.title}: ${paper.subtitle}`, author: paper.author, creator: 'Suar', producer: 'Suar' },
    defaultStyle: { font: 'Paper', fontSize: 9, lineHeight: 1.15 },
    content: [
      ...letterhead(paper.letterhead, inner),
      { text: paper.title.toUpperCase(), bold: true, fontSize: 13, alignment: 'center' },
      { text: paper.subtitle, fontSize: 11, alignment: 'center', margin: [0, 0, 0, 8] },
      facts(paper.facts),
      ...bodyOf(paper, inner),
      ...totals(paper.totals),
      ...paper.remarks.map((text) => ({ text, margin: [0, 8, 0, 0] })),
      ...(paper.signatures.length > 0 ? [signatures(paper)] : []),
    ],
    footer: (number, count) => ({
      margin: [SIDE, 6 * MM, SIDE, 0],
      fontSize: 7.5,
      color: GREY,
      columns: [
        { text: paper.printed, width: '*' },
        { text: paper.page.replace('{page}', number).replace('{pages}', count), width: 'auto', alignment: 'right' },
      ],
    }),
  };
}

function bodyOf(paper, inner) {
  if (paper.stills) return stills(paper, inner);
  return paper.script ? script(paper) : [table(paper, inner)];
}

const STILLS_ACROSS = 3;
const STILLS_GAP = 10;

/** Three in a row; a picture and what stands under it stay together. */
function stills({ stills: all, noRows }, inner) {
  if (all.length === 0) return [{ text: noRows, color: GREY }];
  const width = (inner - STILLS_GAP * (STILLS_ACROSS - 1)) / STILLS_ACROSS;
  const rows = [];
  for (let at = 0; at < all.length; at += STILLS_ACROSS) rows.push(all.slice(at, at + STILLS_ACROSS));
  return rows.map((row) => ({
    columns: row.map((still) => ({ width, stack: stillOf(still, width) })),
    columnGap: STILLS_GAP,
    margin: [0, 0, 0, 10],
    unbreakable: row.every(({ lines }) => lines.join('').length <= LONG),
  }));
}

function stillOf({ jpeg, title, lines, mark }, width) {
  const image = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
  return [
    { image, width },
    ...(mark ? [ringOf(jpeg, mark, width)] : []),
    { text: title, bold: true, fontSize: 8.5, margin: [0, 2, 0, 0] },
    ...lines.map((text) => ({ text, fontSize: 8, margin: [0, 1, 0, 0] })),
  ];
}

/** Where in the picture a comment points. */
function ringOf(jpeg, { x, y }, width) {
  const size = sizeOf(jpeg);
  const height = (width * size.height) / size.width;
  const ring = (r, lineColor, lineWidth) => ({ type: 'ellipse', x: 0, y: 0, r1: r, r2: r, lineColor, lineWidth });
  return {
    canvas: [ring(7, '#ffffff', 3), ring(7, '#c4001a', 1.5)],
    relativePosition: { x: x * width, y: (y - 1) * height },
  };
}

/** From its frame header (ITU-T T.81, B.2.2). */
function sizeOf(jpeg) {
  const bytes = Buffer.from(jpeg);
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1];
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  return { height: 9, width: 16 };
}

/** The last line is the house itself; a thick and a thin rule below, as on official letters. */
function letterhead({ lines, address }, inner) {
  const last = lines.length - 1;
  const rule = (y, lineWidth) => ({ type: 'line', x1: 0, x2: inner, y1: y, y2: y, lineWidth });
  return [
    ...lines.map((text, at) => ({ text, alignment: 'center', bold: at === last, fontSize: at === last ? 15 : 12 })),
    ...(address === '' ? [] : [{ text: address, alignment: 'center', fontSize: 8.5, margin: [0, 1, 0, 0] }]),
    { canvas: [rule(4, 2), rule(7, 0.6)], margin: [0, 0, 0, 12] },
  ];
}

function facts(pairs) {
  if (pairs.length === 0) return [];
  const body = pairs.map(([label, value]) => [label, ':', value]);
  return { table: { widths: [90, 4, '*'], body }, layout: tight, margin: [0, 0, 0, 8] };
}

const tight = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingTop: () => 0.5,
  paddingBottom: () => 0.5,
  paddingLeft: () => 0,
  paddingRight: () => 6,
};

const ruled = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingTop: () => 2.5,
  paddingBottom: () => 2,
  paddingLeft: () => 4,
  paddingRight: () => 4,
};

function table({ columns, rows, noRows }, inner) {
  const sum = columns.reduce((all, { weight }) => all + weight, 0);
  // Each cell has 8 pt of padding and half a line's width.
  const room = inner - columns.length * 8.5 - 0.5;
  const head = columns.map(({ heading, align }) => ({
    text: heading,
    bold: true,
    alignment: align,
    fillColor: '#dddddd',
  }));
  const body = rows.map(({ look, texts }) =>
    texts.map((text, at) => ({ text, alignment: columns[at].align, ...LOOKS[look] })),
  );
  if (body.length === 0)
    body.push([{ text: noRows, colSpan: columns.length, color: GREY }, ...columns.slice(1).map(() => '')]);
  const short = rows.every(({ texts }) => texts.every((text) => text.length <= LONG));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: short,
      widths: columns.map(({ weight }) => (room * weight) / sum),
      body: [head, ...body],
    },
    layout: ruled,
    fontSize: 8.5,
  };
}

/** Each item: a bar with its times, then who speaks at the left and what is said at the right. */
function script({ script: sections, noRows }) {
  if (sections.length === 0) return [{ text: noRows, color: GREY }];
  return sections.flatMap((section) => [
    {
      table: {
        widths: [56, '*', 'auto'],
        body: [
          [
            { text: section.start, fillColor: '#dddddd' },
            { text: section.title, bold: true, fillColor: '#dddddd' },
            { text: section.duration, alignment: 'right', fillColor: '#dddddd' },
          ],
        ],
      },
      layout: 'noBorders',
      fontSize: 10,
      margin: [0, 8, 0, 2],
      headlineLevel: section.lines.length > 0 ? 1 : undefined,
    },
    ...(section.lines.length === 0 ? [] : [spoken(section.lines)]),
  ]);
}

function spoken(lines) {
  const body = lines.map(({ kind, speaker, pieces }, at) => {
    const again = kind === 'line' && lines[at - 1]?.kind === 'line' && lines[at - 1].speaker === speaker;
    const text = pieces.map((piece) => ({
      text: piece.text,
      bold: piece.look === 'emphasis',
      italics: kind !== 'line' || piece.look === 'aside',
      ...(kind !== 'line' || piece.look === 'aside' ? { color: GREY } : {}),
    }));
    return [{ text: again ? '' : speaker, bold: true, fontSize: 9 }, { text }];
  });
  return { table: { widths: [80, '*'], body }, layout: wide, fontSize: 11.5, lineHeight: 1.35 };
}

const wide = { ...tight, paddingTop: () => 2, paddingBottom: () => 3, paddingRight: () => 10 };

function totals(pairs) {
  if (pairs.length === 0) return [];
  const body = pairs.map(([label, value]) => [
    { text: label, bold: true },
    { text: value, bold: true, alignment: 'right' },
  ]);
  return [{ table: { widths: [130, 60], body }, layout: tight, margin: [0, 8, 0, 0], unbreakable: true }];
}

function signatures({ signatures: blocks, signedOn }) {
  const last = blocks.length - 1;
  const column = ({ role, name, below }, at) => ({
    width: '*',
    alignment: 'center',
    stack: [
      { text: at === last ? signedOn : ' ' },
      { text: role },
      { text: ' ', margin: [0, 0, 0, 42] },
      name === '' ? { text: `(${'\u2026'.repeat(16)})` } : { text: name, bold: true, decoration: 'underline' },
      ...below.map((text) => ({ text, fontSize: 8 })),
    ],
  });
  return { columns: blocks.map(column), margin: [0, 20, 0, 0], unbreakable: true };
}
