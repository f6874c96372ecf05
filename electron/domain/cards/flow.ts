/** Blocks of text at one size, cut into lines and dealt to pages. Pure. */
import type { Block, Role } from './content';
import { linesOf, type Width } from './lines';

/** Height of a line for its letters' size: what Inter's tallest and deepest letters reach. */
export const LINE = 1.22;
/** Where the feet of the letters stand in a line. */
export const BASELINE = 0.97;

const ROLES: Record<Role, { scale: number; weight: number }> = {
  figure: { scale: 2.6, weight: 800 },
  title: { scale: 1.35, weight: 750 },
  strong: { scale: 1, weight: 650 },
  text: { scale: 1, weight: 450 },
  fine: { scale: 0.8, weight: 500 },
};
const BLOCK_GAP = 0.4;

export interface Region {
  width: number;
  height: number;
}

export interface Line {
  text: string;
  size: number;
  weight: number;
  role: Role;
  /** Room left above it, unless it stands first on its page. */
  before: number;
  /** What is said again above it where it begins a page. */
  head: readonly Line[];
}

/** `size` of plain text; nothing is smaller than `smallest`, nor higher than the region. */
export function flow(blocks: readonly Block[], size: number, smallest: number, region: Region, width: Width): Line[] {
  return blocks.flatMap(({ role, text, under }, at): Line[] => {
    const head = under ? flow([{ role: 'strong', text: under }], size, smallest, region, width) : [];
    const { scale, weight } = ROLES[role];
    const wanted = Math.max(smallest, size * scale);
    const own = Math.min(wanted, region.height / LINE);
    const lines = linesOf(text, region.width, { size: own, weight, width });
    return lines.map((line, row) => ({
      ...{ text: line, size: own, weight, role },
      before: row === 0 && at > 0 ? size * BLOCK_GAP : 0,
      head,
    }));
  });
}

export const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { size, before }, at) => sum + size * LINE + (at > 0 ? before : 0), 0);

const isHeading = (last: Line | undefined, next: Line): boolean =>
  last !== undefined && ((last.role === 'title' && next.role !== 'title') || next.head[0]?.text === last.text);

/** Full pages, in order. A title does not stand alone at the foot of one. */
export function paged(lines: readonly Line[], height: number): Line[][] {
  const pages: Line[][] = [];
  let page: Line[] = [];
  for (const line of lines) {
    if (page.length > 0 && heightOf([...page, line]) > height + 0.01) {
      const carried = page.length > 1 && isHeading(page.at(-1), line) ? page.splice(-1) : [];
      pages.push(page);
      page = [...carried];
      if (carried.length > 0 && heightOf([...page, line]) > height + 0.01) {
        pages.push(page);
        page = [];
      }
    }
    if (page.length === 0 && pages.length > 0 && heightOf([...line.head, line]) <= height) page.push(...line.head);
    page.push(line);
  }
  return page.length > 0 || pages.length === 0 ? [...pages, page] : pages;
}
