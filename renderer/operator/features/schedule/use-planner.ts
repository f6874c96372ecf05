/** What the desk is filtered by and coloured by, out of the address. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '../../../client/client';
import { colouringOf, passes } from './colouring';
import { displaysOf } from './form/overlap';
import type { ScheduleSearch } from './search';
import type { DisplayView } from './timeline/Row';
import type { ScheduleData } from './use-schedule-data';

type Search = Pick<ScheduleSearch, 'agency' | 'agreement' | 'category' | 'display' | 'group' | 'colour'>;

export function usePlanner(data: ScheduleData, search: Search) {
  const answer = useQuery(orpc.planner.owners.queryOptions({ input: { draftId: data.draft?.id } })).data;
  const { bookings, displays, groups } = data;
  const { agency, agreement, category, display, group, colour = 'booking' } = search;
  const owners = useMemo(() => new Map(answer?.bookings.map((each) => [each.bookingId, each])), [answer]);
  const colouring = useMemo(() => {
    const agencies = new Map(answer?.agencies.map(({ id, name }) => [id, name]));
    return colouringOf(bookings, colour, owners, agencies);
  }, [bookings, colour, owners, answer]);
  const isFiltered = agency !== undefined || agreement !== undefined || category !== undefined;
  const left = useMemo(() => {
    const filter = { agency, agreement, category };
    return new Set(bookings.filter((booking) => passes(booking, filter, owners)).map(({ id }) => id));
  }, [bookings, owners, agency, agreement, category]);
  const lets = useMemo(() => (id: string) => left.has(id), [left]);
  const rows = useMemo(() => {
    const members = groups.find(({ id }) => id === group)?.displayIds;
    const aired =
      isFiltered && new Set(bookings.filter(({ id }) => left.has(id)).flatMap((each) => [...displaysOf(each, groups)]));
    return displays.filter(
      ({ display: { id } }: DisplayView) =>
        (display === undefined || id === display) && (!members || members.includes(id)) && (!aired || aired.has(id)),
    );
  }, [displays, groups, bookings, left, isFiltered, display, group]);
  const nameOfAgency = useMemo(() => {
    const names = new Map(answer?.agencies.map(({ id, name }) => [id, name]));
    return (bookingId: string) => names.get(owners.get(bookingId)?.agencyId ?? '') ?? null;
  }, [answer, owners]);
  const numberOf = useMemo(() => {
    const numbers = new Map(answer?.agreements.map(({ id, number }) => [id, number]));
    return (agreementId: string | null) => numbers.get(agreementId ?? '') ?? null;
  }, [answer]);
  const exactMs = useMemo(() => (id: string) => owners.get(id)?.exactMs ?? null, [owners]);
  const choices = {
    agencies: answer?.agencies ?? [],
    agreements: answer?.agreements ?? [],
    categories: useMemo(() => [...new Set(answer?.bookings.flatMap((each) => each.category ?? []))].sort(), [answer]),
  };
  return { colouring, colour, lets, rows, choices, nameOfAgency, numberOf, exactMs };
}
export type Planner = ReturnType<typeof usePlanner>;
