/**
 * Lays a card on a panel: as large as it fits on one page, down to what is read at the panel's distance, else on several pages.
 * Pure; the station and every page of the console lay the same. Read `layout` first.
 */
import { encode } from 'uqr';
import type { Block, Content } from './content';
import { BASELINE, flow, heightOf, LINE, type Line, paged, type Region } from './flow';
import { linesOf, type Measure, type Width, widthsBy } from './lines';
import type { Box, Deck, Order } from './orders';
import { type CardPanel, smallestOn, unitOf } from './panel';

const LABEL_WEIGHT = 800;
/** Shares of `unitOf(panel)`. */
const LARGEST = 0.17;
const LABEL = 0.085;
/** More of the panel's height than this the label does not take: then it stands in the text. */
const HEAD_SHARE = 0.42;
const CODE_SHARE = 0.34;
const LEAST_MODULE = 2;
/** Light modules around a code, by which a camera finds it. */
const QUIET = 2;

interface Frame {
  panel: CardPanel;
  content: Content;
  smallest: number;
  margin: number;
  inner: Box;
  width: Width;
}

export function layout(content: Content, panel: CardPanel, measure: Measure): Deck {
  const { size: smallest, legible } = smallestOn(panel);
  const margin = Math.max(1, Math.round(Math.min(panel.width, panel.height) * 0.05));
  const inner = { x: margin, y: margin, width: panel.width - 2 * margin, height: panel.height - 2 * margin };
  const frame: Frame = { panel, content, smallest, margin, inner, width: widthsBy(measure) };
  const head = headOf(frame);
  const below = belowHead(frame, head);
  const code = codeOf(frame, below);
  const text = code ? code.rest : below;
  const blocks: Block[] = head ? content.blocks : [{ role: 'strong', text: content.label }, ...content.blocks];
  const { pages, size } = laid(blocks, frame, text);
  const still = [...(head?.orders ?? [stripe(frame)]), ...(code?.orders ?? [])];
  return {
    ...{ width: panel.width, height: panel.height, ground: content.colours.ground, size, smallest, legible },
    pages: pages.map((lines, at) => [
      ...still,
      ...count(frame, head, at, pages.length),
      ...textOrders(lines, text, frame),
    ]),
    left: [
      ...(content.qr && !code ? (['qr'] as const) : []),
      ...(content.logo && !head?.logo ? (['logo'] as const) : []),
    ],
  };
}

interface Head {
  orders: Order[];
  height: number;
  /** What is left beside the label for the page's number. */
  free: Box;
  labelSize: number;
  logo: boolean;
}

/** The label, and the logo at the other end. Null on a panel too low for both label and text. */
function headOf({ content, panel, smallest, inner, width }: Frame): Head | null {
  const size = Math.max(smallest, Math.round(unitOf(panel) * LABEL));
  const pad = Math.round(size * 0.35);
  const lines = linesOf(content.label, inner.width - 2 * pad, { size, weight: LABEL_WEIGHT, width });
  const height = Math.ceil(lines.length * size * LINE + pad);
  if (height > inner.height * HEAD_SHARE || lines.some((line) => line.endsWith('-'))) return null;
  const wide = Math.max(...lines.map((line) => width(line, size, LABEL_WEIGHT)));
  const pill = { x: inner.x, y: inner.y, width: Math.min(inner.width, Math.ceil(wide + 2 * pad)), height };
  const { label, onLabel } = content.colours;
  const words = lines.map((text, at): Order => {
    const y = inner.y + pad / 2 + at * size * LINE;
    const box = { x: inner.x + pad, y, width: pill.width - 2 * pad, height: size * LINE };
    return {
      kind: 'text',
      text,
      ...box,
      baseline: y + size * BASELINE,
      size,
      weight: LABEL_WEIGHT,
      fill: onLabel,
      on: label,
    };
  });
  const logo = logoBox(content, { ...inner, height }, pill);
  const right = logo ? logo.x - pad : inner.x + inner.width;
  const free = { x: pill.x + pill.width + pad, y: inner.y, width: right - (pill.x + pill.width + pad), height };
  const orders: Order[] = [{ kind: 'rect', ...pill, fill: label, radius: Math.round(size * 0.2) }, ...words];
  return {
    orders: [...orders, ...(logo ? [{ kind: 'logo' as const, ...logo }] : [])],
    height,
    free,
    labelSize: size,
    logo: logo !== null,
  };
}

function logoBox({ logo }: Content, row: Box, pill: Box): Box | null {
  if (!logo) return null;
  const scale = Math.min(row.height / logo.height, (row.width * 0.3) / logo.width);
  const [width, height] = [Math.floor(logo.width * scale), Math.floor(logo.height * scale)];
  const x = row.x + row.width - width;
  if (width < 8 || height < 8 || x < pill.x + pill.width + row.height) return null;
  return { x, y: row.y + Math.floor((row.height - height) / 2), width, height };
}

/** In place of a label on a low panel: its colour, along the left edge. */
const stripe = ({ content, panel, margin }: Frame): Order => ({
  ...{ kind: 'rect', x: 0, y: 0, width: Math.max(1, Math.floor(margin / 2)), height: panel.height },
  ...{ fill: content.colours.label, radius: 0 },
});

function belowHead({ inner }: Frame, head: Head | null): Box {
  const taken = head ? head.height + Math.round(head.labelSize * 0.5) : 0;
  return { ...inner, y: inner.y + taken, height: inner.height - taken };
}

interface Code {
  orders: Order[];
  rest: Box;
}

/** At the side of a wide panel, at the foot of a high one; null where its modules would be too small for a camera. */
function codeOf({ content, panel, smallest }: Frame, area: Box): Code | null {
  if (!content.qr) return null;
  const { data } = encode(content.qr, { ecc: 'M', border: QUIET });
  const beside = panel.width >= panel.height * 1.1;
  const room = beside ? Math.min(area.height, area.width * CODE_SHARE) : Math.min(area.width, area.height * CODE_SHARE);
  const module = Math.floor(room / data.length);
  if (module < LEAST_MODULE) return null;
  const side = module * data.length;
  const gap = Math.round(smallest * 0.6);
  const box = beside
    ? { x: area.x + area.width - side, y: area.y + Math.floor((area.height - side) / 2), width: side, height: side }
    : { x: area.x + Math.floor((area.width - side) / 2), y: area.y + area.height - side, width: side, height: side };
  const rest = beside ? { ...area, width: area.width - side - gap } : { ...area, height: area.height - side - gap };
  if (rest.height < smallest * LINE * 2) return null;
  const ground: Order = { kind: 'rect', ...box, fill: '#ffffff', radius: 0 };
  return { orders: [ground, { kind: 'modules', ...box, rows: data, module, fill: '#000000' }], rest };
}

/** The largest size at which as few pages as can be hold it. */
function laid(blocks: readonly Block[], frame: Frame, region: Region): { pages: Line[][]; size: number } {
  const { smallest, panel, width } = frame;
  const at = (size: number) => paged(flow(blocks, size, smallest, region, width), region.height);
  const fewest = at(smallest).length;
  let [low, high] = [smallest, Math.max(smallest, Math.floor(unitOf(panel) * LARGEST))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (at(middle).length <= fewest) low = middle;
    else high = middle - 1;
  }
  return { pages: at(low), size: low };
}

function textOrders(lines: readonly Line[], region: Box, { content }: Frame): Order[] {
  const { ground: on, ink, soft } = content.colours;
  let y = region.y + Math.max(0, (region.height - heightOf(lines)) / 2);
  return lines.map(({ text, size, weight, role, before }, at): Order => {
    y += at > 0 ? before : 0;
    const box = { x: region.x, y, width: region.width, height: size * LINE };
    y += size * LINE;
    return {
      kind: 'text',
      text,
      ...box,
      baseline: box.y + size * BASELINE,
      size,
      weight,
      fill: role === 'fine' ? soft : ink,
      on,
    };
  });
}

/** Which page of how many: as words beside the label, else as a bar along the foot. */
function count({ content, panel, smallest, margin, width }: Frame, head: Head | null, at: number, of: number): Order[] {
  if (of === 1) return [];
  const text = `${at + 1}/${of}`;
  const { soft, ground } = content.colours;
  const wide = Math.ceil(width(text, smallest, 600));
  if (head && wide <= head.free.width) {
    const { x, width: room } = head.free;
    const y = head.free.y + (head.height - smallest * LINE) / 2;
    const box = { x: x + room - wide, y, width: wide, height: smallest * LINE };
    return [
      {
        kind: 'text',
        text,
        ...box,
        baseline: y + smallest * BASELINE,
        size: smallest,
        weight: 600,
        fill: soft,
        on: ground,
      },
    ];
  }
  const height = Math.max(1, Math.floor(margin / 2));
  const step = panel.width / of;
  return [
    {
      kind: 'rect',
      x: Math.floor(at * step),
      y: panel.height - height,
      width: Math.ceil(step),
      height,
      fill: soft,
      radius: 0,
    },
  ];
}
