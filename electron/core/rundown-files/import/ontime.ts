/**
 * A project file of Ontime (getontime.no), versions 3 and 4, as rows. There `rundown` is a list, or `rundowns` are several, each
 * with its entries by id and the order of the top; a group names what is in it. Times are ms, of day since midnight.
 */
import { z } from 'zod';
import { Failure } from '../../../contract/failure';
import { reason } from '../../../contract/scalars';
import { DAY_MS, timeOf } from '../../../domain/calendar';
import type { Cell } from '../../sheets/cell';

const Ms = z.number().catch(0);
const Text = z.string().catch('');
const Flag = z.boolean().catch(false);

const Entry = z.object({
  id: Text,
  type: Text,
  title: Text,
  note: Text,
  cue: Text,
  duration: Ms,
  timeStart: z.number().nullable().catch(null),
  linkStart: z.union([z.boolean(), z.string()]).nullable().catch(null),
  skip: Flag,
  entries: z.array(z.string()).catch([]),
  parent: z.string().nullable().catch(null),
  custom: z.record(z.string(), z.unknown()).catch({}),
});
type Entry = z.infer<typeof Entry>;

const Rundown = z.object({ title: Text, order: z.array(z.string()), entries: z.record(z.string(), Entry) });
const Project = z.union([
  z.object({ rundowns: z.record(z.string(), Rundown) }),
  z.object({ rundown: z.array(Entry) }),
  // As Ontime answers `/data/rundowns/current`.
  Rundown.transform((rundown) => ({ rundowns: { current: rundown } })),
]);

const HEADINGS = ['Cue', 'Title', 'Type', 'Duration', 'Start', 'Hard start', 'Segment', 'Skip', 'Note'];
const GROUPS = new Set(['group', 'block']);

/** The rundown asked for, by number from 1, with a line of headings. @throws Failure invalidInput */
export function ontimeRows(text: string, number: number): Cell[][] {
  const flat = entriesOf(text, number);
  const custom = [...new Set(flat.flatMap(({ entry }) => Object.keys(entry.custom)))].slice(0, 50);
  const rows: Cell[][] = [[...HEADINGS, ...custom.map((key) => key.replaceAll('_', ' '))]];
  let reached: number | null = null;
  for (const { entry, segment } of flat) {
    const group = GROUPS.has(entry.type);
    const timed = entry.type === 'event' && entry.timeStart !== null;
    const start = timed ? (((entry.timeStart ?? 0) % DAY_MS) + DAY_MS) % DAY_MS : null;
    // Linked, or where the one before it ends, it follows; anything else was set by hand.
    const linked = entry.linkStart !== null && entry.linkStart !== false;
    const hard = start !== null && !linked && reached !== null && start !== reached && !entry.skip;
    if (start !== null && !entry.skip) reached = (start + entry.duration) % DAY_MS;
    rows.push([
      entry.cue,
      entry.title,
      group ? 'segmen' : '',
      group ? null : Math.round(entry.duration / 1000),
      start === null ? null : timeOf(start),
      hard ? 'ya' : '',
      segment,
      entry.skip || entry.type === 'milestone' ? 'ya' : '',
      entry.note,
      ...custom.map((key) => (typeof entry.custom[key] === 'string' ? (entry.custom[key] as string) : '')),
    ]);
  }
  return rows;
}

interface Placed {
  entry: Entry;
  /** Title of the group it is in. */
  segment: string;
}

function entriesOf(text: string, number: number): Placed[] {
  const project = Project.safeParse(jsonOf(text));
  if (!project.success) throw refused(reason('rundownFile.notOntime'));
  if ('rundown' in project.data) return fromList(project.data.rundown);
  const all = Object.values(project.data.rundowns);
  const asked = all[number - 1];
  if (!asked) throw refused(reason('sheet.noSheet', { number, count: all.length }));
  const { entries, order } = asked;
  const at = (id: string) => (Object.hasOwn(entries, id) ? entries[id] : undefined);
  return order.flatMap((id) => {
    const entry = at(id);
    if (!entry) return [];
    const inside = entry.entries.flatMap((key) => at(key) ?? []);
    return kept([{ entry, segment: '' }, ...inside.map((child) => ({ entry: child, segment: groupName(entry) }))]);
  });
}

/** Before version 4 a block is a line above those that belong to it. */
function fromList(list: readonly Entry[]): Placed[] {
  let segment = '';
  return kept(
    list.map((entry) => {
      if (!GROUPS.has(entry.type)) return { entry, segment };
      segment = groupName(entry);
      return { entry, segment: '' };
    }),
  );
}

const groupName = ({ title, id }: Entry): string => title || id;
/** Delays move others and are no item. Groups without a name go by their id. */
const kept = (all: readonly Placed[]): Placed[] =>
  all
    .filter(({ entry }) => entry.type !== 'delay')
    .map((placed) =>
      GROUPS.has(placed.entry.type)
        ? { ...placed, entry: { ...placed.entry, title: groupName(placed.entry) } }
        : placed,
    );

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(reason('rundownFile.notOntime'));
  }
}

const refused = (why: ReturnType<typeof reason>) => new Failure('invalidInput', {}, [why]);
