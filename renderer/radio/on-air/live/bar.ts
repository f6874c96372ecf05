/** The whole show as one bar: planned above, what became of it below, all in shares of its width. Pure. */
import type { Show, Step } from '../../../../electron/contract/records/show';
import type { LiveTiming } from '../../../../electron/domain/rundown/live';
import type { Plan } from '../../../../electron/domain/rundown/plan';

export interface Block {
  key: string;
  title: string;
  /** 0..1 of the bar. */
  left: number;
  width: number;
  tone: 'planned' | 'aired' | 'onAir' | 'coming';
}

export interface ShowBar {
  planned: Block[];
  actual: Block[];
  /** Where the bar begins and ends, epoch ms. */
  from: number;
  to: number;
  /** Shares of the width; null outside it or where none is asked for. */
  now: number;
  plannedEnd: number | null;
  end: number;
}

export interface BarOf {
  plan: Plan;
  show: Show;
  steps: readonly Step[];
  live: LiveTiming;
  now: number;
}

export function barOf({ plan, show, steps, live, now }: BarOf): ShowBar {
  const from = Math.min(plan.start, show.startedAt);
  const to = Math.max(plan.end, plan.plannedEnd ?? 0, live.end, from + 1);
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const block = (key: string, title: string, tone: Block['tone'], [start, end]: [number, number]): Block => ({
    key,
    title,
    tone,
    left: share(start),
    width: Math.max(0, share(end) - share(start)),
  });
  const planned = plan.running.map(({ item, start, end }) =>
    block(item.id, item.title, 'planned', [start ?? from, end ?? from]),
  );
  const aired = steps
    .filter(({ outcome }) => outcome !== 'skipped')
    .map(({ id, title, startedAt, endedAt, outcome }) =>
      block(id, title, outcome === 'onAir' ? 'onAir' : 'aired', [startedAt, endedAt ?? now]),
    );
  const rest = live.current && live.current.remainingMs > 0 ? [now, now + live.current.remainingMs] : null;
  const left = rest ? [block('rest', live.current?.row.item.title ?? '', 'coming', rest as [number, number])] : [];
  const coming = live.coming.map(({ row, start, end }) => block(row.item.id, row.item.title, 'coming', [start, end]));
  return {
    planned,
    actual: [...aired, ...left, ...coming],
    from,
    to,
    now: share(now),
    plannedEnd: plan.plannedEnd === null ? null : share(plan.plannedEnd),
    end: share(live.end),
  };
}
