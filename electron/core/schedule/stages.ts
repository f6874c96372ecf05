/** Displays as a check or an inventory looks at them: those that agree on all that decides what they show, once. */
import type { BookingDraft } from '../../contract/records/booking';
import { dateOf } from '../../domain/calendar';
import type { Question } from '../../domain/planning/day-kinds';
import type { Stage } from '../../domain/planning/stage';
import type { Elsewhere, Ground } from '../../domain/planning/trial';
import { profileKey } from '../../domain/profile';
import { atOnce, type Steps } from '../../domain/steps';
import { localDay } from '../../domain/time';
import { type Reader, settingsOf } from '../store';
import type { Network } from './network';
import { questionOf } from './questions';
import type { ScheduleView } from './view';

/** What a draft of a booking is held against. `ownId`: the booking that it is of; null for a new one. */
export function groundFor(
  { sources, network }: Pick<ScheduleView, 'sources' | 'network'>,
  draft: BookingDraft,
  ownId: string | null,
  now: number,
): Ground {
  const { zone } = settingsOf(sources);
  const links = network();
  const stages = stagesOf(sources, links, draft, ownId);
  return {
    stages,
    elsewhere: () => elsewhereOf(sources, links, stages, ownId),
    besides: (agreementId) => besidesOf(sources, links, stages, { agreementId, ownId }),
    groupsOf: links.groupsOf,
    zone,
    agreements: sources.all('agreement'),
    today: dateOf(localDay(now, zone)),
  };
}

function stagesOf(reader: Reader, network: Network, { where }: BookingDraft, ownId: string | null): Stage[] {
  const ids = [...where.displayIds, ...where.groupIds.flatMap((group) => network.membersOf(group))];
  return alike(reader, network, [...new Set(ids)], ownId);
}

/** Displays of an agency with very many: what is told of air time is then less than it is. */
const MOST_BESIDES = 60;

function besidesOf(
  reader: Reader,
  network: Network,
  stages: readonly Stage[],
  { agreementId, ownId }: { agreementId: string; ownId: string | null },
): Stage[] {
  const taken = new Set(stages.flatMap(({ displayIds }) => displayIds));
  const under = reader.all('booking').filter((each) => each.agreementId === agreementId && each.id !== ownId);
  const ids = new Set(under.flatMap(({ id }) => network.displaysOf(id)));
  const free = [...ids].filter((id) => !taken.has(id)).slice(0, MOST_BESIDES);
  return alike(reader, network, free, ownId);
}

/** Displays looked at, and those of them that are offered. */
const MOST_NEAR = 12;
const MOST_ELSEWHERE = 3;

/** Displays beside those a draft is on: first of the same groups and of the same kind, then by name. */
function elsewhereOf(
  reader: Reader,
  network: Network,
  stages: readonly Stage[],
  ownId: string | null,
): readonly Elsewhere[] {
  const taken = new Set(stages.flatMap(({ displayIds }) => displayIds));
  const groups = new Set(stages.flatMap(({ question }) => question.groupIds));
  const profiles = new Set(stages.map(({ question }) => profileKey(question.display.profile)));
  const near = reader
    .all('display')
    .filter(({ id }) => !taken.has(id))
    .map(({ id, name, profile }) => {
      const isNear = network.groupsOf(id).some((group) => groups.has(group));
      return { id, name, apart: Number(!profiles.has(profileKey(profile))) * 2 + Number(!isNear) };
    })
    .sort((a, b) => a.apart - b.apart || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NEAR);
  const names = new Map(near.map(({ id, name }) => [id, name]));
  return alike(reader, network, [...names.keys()], ownId)
    .slice(0, MOST_ELSEWHERE)
    .map((stage) => ({ stage, names: stage.displayIds.map((id) => names.get(id) ?? '') }));
}

/** Displays that agree on all that decides what they show, together; those that are gone are passed over. */
export function alike(reader: Reader, network: Network, displayIds: readonly string[], ownId: string | null): Stage[] {
  return atOnce(alikeInSteps(reader, network, displayIds, ownId));
}

export function* alikeInSteps(
  reader: Reader,
  network: Pick<Network, 'bookingsOn' | 'groupsOf' | 'policyOf'>,
  displayIds: readonly string[],
  ownId: string | null,
): Steps<Stage[]> {
  const stages = new Map<string, Stage & { displayIds: string[] }>();
  for (const id of displayIds) {
    yield;
    const display = reader.get('display', id);
    if (!display) continue;
    const question = withoutOwn(questionOf(reader, network, display), ownId);
    const { bookings, policy } = question;
    const { zone, profile, fillerPlaylistId } = display;
    const key = JSON.stringify([zone, profile, fillerPlaylistId, policy?.id, bookings.map((booking) => booking.id)]);
    const stage = stages.get(key);
    if (stage) stage.displayIds.push(id);
    else stages.set(key, { displayIds: [id], question });
  }
  return [...stages.values()];
}

function withoutOwn(question: Question, ownId: string | null): Question {
  return { ...question, bookings: question.bookings.filter(({ id }) => id !== ownId) };
}
