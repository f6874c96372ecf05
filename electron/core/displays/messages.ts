/** Reads what a page says. Pure: what cannot be read is answered with a reason, and a bad play costs no good one. */
import type { z } from 'zod';
import { FromDisplay, HeardFromDisplay, MAX_DISPLAY_MESSAGE_BYTES } from '../../contract/display-protocol';
import { PlayReport } from '../../contract/records/play';
import { type Reason, reason } from '../../contract/scalars';

/** A play that its schema refuses. */
export interface RefusedPlay {
  /** As the page knows it; null where it has none. */
  id: string | null;
  problem: string;
  raw: unknown;
}

export type Plays = { type: 'plays'; plays: PlayReport[]; refused: RefusedPlay[] };
export type Heard = Exclude<FromDisplay, { type: 'plays' }> | Plays;

/** Why a message is not taken. `why` is said on the display, `large` tells the close code. */
export interface Unreadable {
  why: Reason;
  large: boolean;
}

const KINDS: ReadonlySet<string> = new Set(FromDisplay.options.map(({ shape }) => shape.type.value));
/** As much of what a page sent as a sentence or the log can bear. */
const MOST_QUOTED = 60;

const unreadable = (why: Reason): Unreadable => ({ why, large: false });
export const TOO_LARGE: Unreadable = {
  why: reason('fault.messageTooLarge', { kilobytes: MAX_DISPLAY_MESSAGE_BYTES / 1024 }),
  large: true,
};
export const NOT_TEXT: Unreadable = unreadable(reason('fault.messageNotText'));

export function readMessage(text: string): Heard | Unreadable {
  if (text.length > MAX_DISPLAY_MESSAGE_BYTES) return TOO_LARGE;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return unreadable(reason('fault.messageNotJson'));
  }
  const { data, error } = HeardFromDisplay.safeParse(raw);
  if (!data) return explain(raw, error);
  return data.type === 'plays' ? readPlays(data.plays) : data;
}

/** A message that may not come now, such as a report before the greeting. */
export function outOfTurn(kind: string): Unreadable {
  return unreadable(reason('fault.messageOutOfTurn', { kind }));
}

function explain(raw: unknown, error: z.ZodError): Unreadable {
  const kind = fieldOf(raw, 'type');
  if (typeof kind !== 'string') return unreadable(reason('fault.messageWithoutKind'));
  if (!KINDS.has(kind)) return unreadable(reason('fault.messageUnknown', { kind: kind.slice(0, MOST_QUOTED) }));
  return unreadable(reason('fault.messageUnfit', { kind, problem: problemOf(error) }));
}

function readPlays(all: readonly unknown[]): Plays {
  const heard: Plays = { type: 'plays', plays: [], refused: [] };
  for (const raw of all) {
    const { data, error } = PlayReport.safeParse(raw);
    if (data) heard.plays.push(data);
    else heard.refused.push({ id: idOf(raw), problem: problemOf(error), raw });
  }
  return heard;
}

function idOf(raw: unknown): string | null {
  const id = fieldOf(raw, 'id');
  return typeof id === 'string' && id.length <= MOST_QUOTED ? id : null;
}

function fieldOf(raw: unknown, field: 'id' | 'type'): unknown {
  return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[field] : undefined;
}

/** The first that is wrong: the path of the field and what is amiss. */
function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 2 * MOST_QUOTED);
}
