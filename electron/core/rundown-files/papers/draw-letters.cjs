/**
 * Text of a paper into pdfmake, in the thread that draws (see draw-pdf.cjs). pdfmake sets a line in one typeface after
 * another from left to right; runs (domain/lettering) say which typeface each is for and which way it goes.
 */
const FONTS = { paper: 'Paper', arabic: 'Arabic', emoji: 'Emoji' };
/** What no typeface has stands out, so that nobody takes it for a question. */
const MISSING = { bold: true, color: '#ffffff', background: '#777777' };

/** In ems: room for vowel signs above and below. */
const ARABIC = { ascender: 1.05, height: 1.5 };

/** All text of a document's content; `lettering` has the runs of what needs them, by the pieces joined. */
function lettered(node, lettering) {
  const into = (part) => lettered(part, lettering);
  if (typeof node === 'string') return lettering.has(node) ? into({ text: node }) : node;
  if (Array.isArray(node)) return node.map(into);
  if (node === null || typeof node !== 'object') return node;
  if (node.text !== undefined) return withRuns(node, lettering);
  const children = Object.entries(node).filter(([name]) => ['stack', 'columns', 'table', 'body'].includes(name));
  return { ...node, ...Object.fromEntries(children.map(([name, child]) => [name, into(child)])) };
}

function withRuns(node, lettering) {
  const pieces = Array.isArray(node.text) ? node.text : [{ text: node.text }];
  const found = lettering.get(pieces.map(({ text }) => text).join('\0'));
  if (!found) return node;
  const text = found.pieces.flatMap((runs, at) =>
    runs.map((run) => ({ ...pieces[at], text: run.text, ...(run.missing ? MISSING : {}), ...setting(run) })),
  );
  const turned = found.rtl && (node.alignment ?? 'left') === 'left';
  return { ...node, text, ...(turned ? { alignment: 'right' } : {}) };
}

const setting = ({ face, level }) => ({ ...(face === 'paper' ? {} : { font: FONTS[face] }), face, level });

/** Makes pdfmake put each line, once it knows what stands on it, in the order in which it is seen (UAX #9, L1 and L2). */
function orderLines(LayoutBuilder) {
  const build = LayoutBuilder.prototype.buildNextLine;
  LayoutBuilder.prototype.buildNextLine = function buildOrderedLine(node) {
    const line = build.call(this, node);
    const runs = line?.inlines ?? [];
    for (const { face, font } of runs) if (face === 'arabic') keepLetters(font);
    if (runs.some(({ face, level }) => level > 0 || face === 'arabic')) order(line);
    return line;
  };
}

/**
 * Arabic letters share their parts: one curve stands in ba, ta and nun. pdfkit notes one letter for each shape, so that copied text
 * would be other words; here a shape is in the file once for each letter.
 */
function keepLetters(font) {
  if (font.copies) return;
  font.copies = new Map();
  font.layoutCache = Object.create(null);
  const file = font.font;
  const getGlyph = file.getGlyph;
  // fontkit keeps each shape with the letter that it first stood for.
  file.getGlyph = (id, codePoints) => {
    // oxlint-disable-next-line no-underscore-dangle -- its own name for them
    delete file._glyphs[id];
    return getGlyph.call(file, id, codePoints);
  };
  font.encode = (text, features) => {
    const { glyphs, positions } = font.layout(text, features);
    return [glyphs.map((glyph) => `0000${copyOf(font, glyph).toString(16)}`.slice(-4)), positions];
  };
}

function copyOf({ copies, subset, widths, unicode, scale }, { id, codePoints, advanceWidth }) {
  const key = [id, ...codePoints].join(' ');
  const known = copies.get(key);
  if (known !== undefined) return known;
  const copy = subset.glyphs.push(id) - 1;
  copies.set(key, copy);
  widths[copy] = advanceWidth * scale;
  unicode[copy] = codePoints;
  return copy;
}

function order(line) {
  trimEdges(line.inlines);
  const levels = line.inlines.map(({ level }) => level ?? 0);
  for (let level = Math.max(...levels); level > 0; level--) reverseFrom(line.inlines, level);
  let x = 0;
  for (const inline of line.inlines) {
    inline.x = x;
    x += inline.width;
  }
  Object.assign(line, { inlineWidths: x, leadingCut: 0, trailingCut: 0 });
  closeUp(line);
}

/** Noto's Arabic claims room for stacked signs of other languages; with it a line would be twice as high as its neighbours. */
function closeUp(line) {
  for (const inline of line.inlines) if (inline.face === 'arabic') inline.height = ARABIC.height * inline.fontSize;
  const ascender = ({ face, font }) => (face === 'arabic' ? ARABIC.ascender : font.ascender / 1000);
  line.getAscenderHeight = () => Math.max(...line.inlines.map((inline) => ascender(inline) * inline.fontSize));
}

/** A space at the end of a line would stand at its start, or within it, once it is turned round. */
function trimEdges(inlines) {
  const [first, last] = [inlines[0], inlines.at(-1)];
  Object.assign(last, { text: last.text.trimEnd(), width: last.width - last.trailingCut, trailingCut: 0 });
  if (first.text.trim() === '') return;
  Object.assign(first, { text: first.text.trimStart(), width: first.width - first.leadingCut, leadingCut: 0 });
}

/** Turns round each stretch of this level or more. */
function reverseFrom(inlines, level) {
  const within = (at) => at < inlines.length && (inlines[at].level ?? 0) >= level;
  for (let from = 0; from < inlines.length; from++) {
    if (!within(from)) continue;
    let to = from;
    while (within(to)) to++;
    inlines.splice(from, to - from, ...inlines.slice(from, to).reverse());
    from = to;
  }
}

module.exports = { lettered, orderLines };
