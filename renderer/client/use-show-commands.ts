/** Commands of a show as a view gives them: at the turn that it shows, one at a time, and none while the station is lost. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Show } from '../../electron/contract/records/show';
import { type AirGuard, makeAirGuard } from './air-guard';
import { client } from './client';

interface At {
  id: string;
  turn: number;
}

export interface ShowCommands {
  /** The next item, or this one. */
  take(itemId?: string): void;
  back(): void;
  /** Holds, or goes on. */
  hold(): void;
  /** Leaves an item out, or takes it back in. */
  skip(itemId: string): void;
  /** Roll on, or off. */
  roll(): void;
  fit(drop: string[], lengths: Record<string, number>): void;
  end(): void;
  busy: boolean;
}

interface Options {
  show: Show | null;
  connected: boolean;
  /** It was refused, or went nowhere. */
  onFault: (fault: unknown) => void;
  /** Pressed while the station is lost. */
  onLost: () => void;
}

export function useShowCommands(options: Options): ShowCommands {
  const newest = useRef(options);
  newest.current = options;
  const guard = useRef<AirGuard>(null);
  guard.current ??= makeAirGuard();
  const [busy, setBusy] = useState(false);
  const { show } = options;
  useEffect(() => {
    if (show) guard.current?.saw(show.turn);
  }, [show]);

  const commands = useMemo(() => {
    const seen = () => newest.current.show;
    const give = async (what: string, run: (at: At) => Promise<Show>) => {
      const now = seen();
      if (!now) return;
      if (!newest.current.connected) return newest.current.onLost();
      if (!guard.current?.begin(what, performance.now())) return;
      setBusy(true);
      const answer = await run({ id: now.id, turn: now.turn }).catch((fault: unknown) => {
        newest.current.onFault(fault);
        return null;
      });
      guard.current.end(answer?.turn ?? null, seen()?.turn ?? 0);
      setBusy(false);
    };
    return {
      take: (itemId?: string) => void give(`take${itemId ?? ''}`, (at) => client.shows.take({ ...at, itemId })),
      back: () => void give('back', (at) => client.shows.back(at)),
      hold: () => void give('hold', (at) => client.shows.hold({ ...at, on: seen()?.current?.heldAt === null })),
      skip: (itemId: string) =>
        void give(`skip${itemId}`, (at) =>
          client.shows.skip({ ...at, itemIds: [itemId], on: !seen()?.skipped.includes(itemId) }),
        ),
      roll: () =>
        void give('roll', (at) => client.shows.mode({ ...at, mode: seen()?.mode === 'roll' ? 'hand' : 'roll' })),
      fit: (drop: string[], lengths: Record<string, number>) =>
        void give('fit', (at) => client.shows.fit({ ...at, drop, lengths })),
      end: () => void give('end', (at) => client.shows.end(at)),
    };
  }, []);
  return useMemo(() => ({ ...commands, busy }), [commands, busy]);
}
