/** Papers of a rundown: for officials to sign, for the studio to read from. */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { PaperFormat, PaperKind, PaperQuery } from '../../../contract/api/rundown-files';
import { inTurns } from '../../loop';
import type { Clock, Store } from '../../store';
import { draw } from './draw';
import { guestsPaper } from './guests-paper';
import { letteringOf } from './lettering';
import { logPaper } from './log-paper';
import type { Paper } from './paper';
import { rundownPaper } from './rundown-paper';
import { scriptPaper } from './script-paper';
import { readScripts, readShow, readSource } from './source';

export interface PaperAsked {
  rundownId: string;
  kind: PaperKind;
  format: PaperFormat;
  query: PaperQuery;
}

export interface Papers {
  /** `name` is for the file, without what files may not be called. @throws Failure notFound */
  paper(asked: PaperAsked): Promise<{ name: string; bytes: Buffer }>;
  /** How many characters of it no typeface of a PDF has. @throws Failure notFound */
  paperGaps(asked: Omit<PaperAsked, 'format'>): Promise<number>;
}

export function createPapers(store: Store, clock: Clock): Papers {
  return {
    async paper(asked) {
      const paper = await made(store, clock.now(), asked);
      const { date } = store.get('rundown', asked.rundownId) ?? { date: '' };
      const name = `${paper.title} ${paper.subtitle} ${date}`.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
      return { name: `${name}.${asked.format}`, bytes: await draw(paper, asked.format) };
    },
    async paperGaps(asked) {
      const { missing } = await inTurns(letteringOf(await made(store, clock.now(), asked)));
      return missing;
    },
  };
}

async function made(store: Store, now: number, { rundownId, kind, query }: Omit<PaperAsked, 'format'>): Promise<Paper> {
  const source = readSource(store, rundownId);
  // Reading 2,000 items takes some 20 ms, and planning them comes next.
  await yieldToOthers();
  const printing = { query, now };
  switch (kind) {
    case 'rundown':
      return inTurns(rundownPaper(source, printing));
    case 'script':
      return inTurns(scriptPaper(source, readScripts(store, rundownId), printing));
    case 'guests':
      return guestsPaper(source, printing);
    case 'log':
      return inTurns(logPaper(source, readShow(store, rundownId, query.showId), printing));
    default:
      return kind satisfies never;
  }
}
