/** Whether a rundown is ready to go on air, point by point. Nothing of it forbids the start: who starts decides. Pure. */
import type { Spoken } from '../../../../electron/contract/rundown-feed';
import { PLAYED } from '../../../../electron/domain/rundown/kinds';
import type { Plan, Row } from '../../../../electron/domain/rundown/plan';

export type Point = 'empty' | 'approved' | 'material' | 'script' | 'duration' | 'hardStarts' | 'guests';

export interface Readiness {
  point: Point;
  ok: boolean;
  /** What it is about, in the order of the rundown: titles, or names of guests by key. */
  about: { id: string; title: string; ms: number | null }[];
  /** By how much the whole is over (above 0) or under; null where the point is about no time. */
  overMs: number | null;
}

/** A second is nothing that one hears. */
const NOTICED_MS = 1000;

interface Given {
  plan: Plan;
  spoken: readonly Spoken[];
  guests: readonly { guestId: string; arrived: boolean }[];
}

export function readinessOf({ plan, spoken, guests }: Given): Readiness[] {
  const { running, overMs } = plan;
  if (running.length === 0) return [{ point: 'empty', ok: false, about: [], overMs: null }];
  const written = new Set(spoken.filter(({ words }) => Object.keys(words).length > 0).map(({ itemId }) => itemId));
  const conflicts = running.filter(({ hardAt, gapMs }) => hardAt !== null && Math.abs(gapMs) >= NOTICED_MS);
  const off = overMs !== null && Math.abs(overMs) >= NOTICED_MS;
  const list = (point: Point, rows: readonly Row[]): Readiness => ({
    point,
    ok: rows.length === 0,
    about: rows.map(({ item, gapMs }) => ({
      id: item.id,
      title: item.title,
      ms: point === 'hardStarts' ? -gapMs : null,
    })),
    overMs: null,
  });
  const away = guests.filter(({ arrived }) => !arrived);
  return [
    list(
      'approved',
      running.filter(({ item }) => item.status !== 'approved'),
    ),
    list(
      'material',
      running.filter(({ item }) => PLAYED.has(item.kind) && item.spots.length === 0),
    ),
    list(
      'script',
      running.filter(({ item }) => item.kind === 'script' && !written.has(item.id)),
    ),
    { point: 'duration', ok: !off, about: [], overMs: overMs ?? 0 },
    list('hardStarts', conflicts),
    {
      point: 'guests',
      ok: away.length === 0,
      about: away.map(({ guestId }) => ({ id: guestId, title: '', ms: null })),
      overMs: null,
    },
  ];
}
