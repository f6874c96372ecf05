/** What the board shows of a display or a group: its loop, who holds what, and what that comes to on the day. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { policiesOver } from '../../../../../electron/domain/loops';
import { orpc } from '../../../../client/client';
import type { ScheduleData } from '../use-schedule-data';
import { columnsOf, holdersOn } from './columns';

/** A display or a group, by what the address names, else the first display that has a loop. */
export function useBoard(data: ScheduleData, wanted: { display?: string; group?: string }, date: LocalDate) {
  const asked = useQuery(orpc.policies.list.queryOptions());
  const policies = useMemo(() => asked.data ?? [], [asked.data]);
  const { displays, groups, bookings } = data;
  const draftId = data.draft?.id;
  const group = groups.find(({ id }) => id === wanted.group);
  const loopOver = useMemo(() => {
    const members = new Map(groups.map(({ id, displayIds }) => [id, displayIds]));
    return policiesOver(policies, (groupId) => members.get(groupId) ?? []);
  }, [groups, policies]);
  const known = displays.map(({ display }) => display.id);
  const members = group?.displayIds.filter((id) => known.includes(id)) ?? [];
  const single = known.find((id) => id === wanted.display) ?? known.find(loopOver) ?? known[0];
  const displayIds = group && !wanted.display ? members : single === undefined ? [] : [single];
  const found = [...new Set(displayIds.map(loopOver))];
  const policy = found.length === 1 ? (found[0] ?? null) : null;
  const first = displayIds[0];
  // Members of a group that are under one loop have the same turns; the first stands for all.
  const counted = { enabled: policy !== null && first !== undefined };
  const inventory = useQuery({
    ...orpc.planning.inventory.queryOptions({
      input: { displayIds: [first ?? ''], from: date, to: date, by: 'day', draftId },
    }),
    ...counted,
  });
  const calendar = useQuery({
    ...orpc.planner.calendar.queryOptions({ input: { displayIds: [first ?? ''], from: date, days: 1, draftId } }),
    ...counted,
  });
  const ids = displayIds.join();
  const columns = useMemo(
    () => (policy ? columnsOf(policy, holdersOn(ids.split(','), date, bookings, groups)) : []),
    [policy, ids, date, bookings, groups],
  );
  const turns = inventory.data?.rows[0]?.cells[0]?.slots ?? null;
  const [day] = calendar.data?.days ?? [];
  return {
    pending: asked.isPending,
    fault: asked.error ?? inventory.error ?? calendar.error,
    place:
      group && !wanted.display ? { kind: 'group' as const, ...group } : { kind: 'display' as const, id: single ?? '' },
    displayIds,
    policy,
    /** Displays of the group are under several loops, or some under none. */
    several: found.length > 1,
    columns,
    turnsOf: (slot: number) => (turns ? (turns[slot - 1] ?? { plays: 0, free: 0 }) : null),
    playsOf: (bookingId: string) =>
      day ? (day.parts.find(([owner]) => calendar.data?.owners[owner] === bookingId)?.[2] ?? 0) : null,
  };
}
