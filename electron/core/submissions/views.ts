/** Submissions as they are listed, looked at and drawn on a calendar. */
import type {
  CalendarBar,
  SubmissionQuery,
  SubmissionRow,
  SubmissionView,
  VersionView,
} from '../../contract/api/submissions';
import { type Asset, isProbed } from '../../contract/records/asset';
import type { Submission, SubmissionStanding, SubmissionVersion } from '../../contract/records/submission';
import type { LocalDate } from '../../contract/scalars';
import { lastDayOf } from '../../domain/agreement';
import type { Steps } from '../../domain/steps';
import { checked } from '../../domain/submission/checklist';
import { differenceOf, factsOf, fieldsOf } from '../../domain/submission/difference';
import { type Around, standingOf } from '../../domain/submission/standing';
import { newest } from '../../domain/submission/workflow';
import { wordsOf } from '../../domain/words';
import { inTurns } from '../loop';
import { requireRecord } from '../store';
import { onAirBefore } from './before';
import { returnsApproved } from './course';
import { placedIn } from './placed';
import { intakeRulesOf, type Room } from './room';

/** Asked once for many: a calendar day costs microseconds. */
const around = (room: Room): Around => ({ today: room.today(), airing: room.airing(), recalled: room.recalled() });

export const standing = (room: Room, submission: Submission): SubmissionStanding =>
  standingOf(submission, around(room));

type Asked = Pick<SubmissionQuery, 'search' | 'offset' | 'limit'> & Partial<SubmissionQuery>;

/** A page of those that are meant, what moved last first; counts of all that the words and the agency mean. */
export function listed(room: Room, asked: Asked) {
  const { store } = room;
  const isFound = wordsOf(asked.search);
  const now = around(room);
  const agencies = new Map(store.all('agency').map(({ id, name }) => [id, name]));
  const textOf = ({ title, receipt, letterNumber, responsible, agencyId }: Submission) =>
    `${title} ${receipt} ${letterNumber} ${responsible} ${agencies.get(agencyId) ?? ''}`;
  const meant = store
    .all('submission')
    .filter(({ agencyId }) => asked.agencyId === undefined || agencyId === asked.agencyId)
    .filter((submission) => isFound(() => textOf(submission)))
    .map((submission) => ({ submission, at: standingOf(submission, now), movedAt: movedAt(submission) }));
  const counts: Partial<Record<SubmissionStanding, number>> = {};
  for (const { at } of meant) counts[at] = (counts[at] ?? 0) + 1;
  const found = meant
    .filter(({ at }) => asked.standing === undefined || at === asked.standing)
    .sort((a, b) => b.movedAt - a.movedAt || (a.submission.id < b.submission.id ? 1 : -1));
  const items = found
    .slice(asked.offset, asked.offset + asked.limit)
    .map(({ submission, at }) => rowOf(room, submission, at, agencies.get(submission.agencyId) ?? ''));
  return { total: found.length, counts, items };
}

function movedAt({ createdAt, steps, versions }: Submission): number {
  return Math.max(createdAt, steps.at(-1)?.at ?? 0, versions.at(-1)?.at ?? 0);
}

function rowOf(room: Room, submission: Submission, at: SubmissionStanding, agencyName: string): SubmissionRow {
  const { id, rev, receipt, title, agencyId, category, validFrom, validTo, via, versions, createdAt } = submission;
  const version = newest(submission);
  const asset = room.store.get('asset', version?.assetId ?? '');
  return {
    ...{ id, receipt, title, agencyId, agencyName, standing: at, category, validFrom, validTo, via, createdAt },
    rev,
    hash: version?.hash ?? null,
    versions: versions.length,
    movedAt: movedAt(submission),
    thumbnail: thumbnailOf(asset),
    durationMs: asset && isProbed(asset) ? asset.probe.durationMs : null,
  };
}

const thumbnailOf = (asset: Asset | undefined): string | null =>
  asset && isProbed(asset) ? asset.pictures.thumbnail : null;

export function versionsOf({ store }: Pick<Room, 'store'>, submission: Submission): VersionView[] {
  // What is said of the newest may still change until it is looked at.
  const versions = submission.versions.map((version, at, { length }) =>
    at === length - 1 ? { ...version, fields: fieldsOf(submission) } : version,
  );
  const facts = versions.map((version) => factsOf(version, store.get('asset', version.assetId)));
  return versions.map(({ fields, ...version }, index) => {
    const asset = store.get('asset', version.assetId);
    const [before, mine] = [versions[index - 1], facts[index] ?? factsOf(version, undefined)];
    return {
      ...version,
      facts: mine,
      thumbnail: thumbnailOf(asset),
      isImage: asset !== undefined && isProbed(asset) && asset.probe.kind === 'image',
      state: asset?.state ?? 'gone',
      difference: before
        ? {
            ...differenceOf({ facts: facts[index - 1] ?? mine, fields: before.fields }, { facts: mine, fields }),
            ...{ before: before.fields, after: fields },
          }
        : null,
    };
  });
}

export function viewOf(room: Room, submission: Submission): SubmissionView {
  const { store } = room;
  const { id, name, kind } = requireRecord(store, 'agency', submission.agencyId);
  const rules = intakeRulesOf(store);
  const asset = assetOf(room, newest(submission));
  const probe = asset && isProbed(asset) ? asset.probe : null;
  return {
    submission,
    standing: standing(room, submission),
    agency: { id, name, kind },
    checklist: checked(rules.checklist, submission.category, submission.answers, probe),
    versions: versionsOf(room, submission),
    papers: store.all('paper').filter(({ of }) => of.id === submission.id),
    fourEyes: submission.category !== null && rules.fourEyes.includes(submission.category),
    ppid: asset?.ppid ?? 'anytime',
    ppidReviewBy: asset?.ppidReviewBy ?? null,
    returnsApproved: returnsApproved(store, submission),
    onAirBefore: onAirBefore(room, submission),
    placed: placedIn(room, submission),
  };
}

const assetOf = ({ store }: Pick<Room, 'store'>, version: SubmissionVersion | undefined): Asset | undefined =>
  version && store.get('asset', version.assetId);

/** Bars told between two looks at the loop. */
const PIECE = 200;

/**
 * What of all partners touches the days between two: material handed in, and the terms of agreements. Material without any day of its
 * own is in no month: it stands in the list.
 */
export const calendarOf = (room: Room, from: LocalDate, to: LocalDate): Promise<CalendarBar[]> =>
  inTurns(barsOf(room, from, to));

function* barsOf(room: Room, from: LocalDate, to: LocalDate): Steps<CalendarBar[]> {
  const { store } = room;
  const now = around(room);
  const agencies = new Map(store.all('agency').map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => agencies.get(id) ?? '';
  const bars = store.all('agreement').map((agreement): CalendarBar => {
    const { id, number, agencyId } = agreement;
    const days = { from: agreement.from, to: lastDayOf(agreement) };
    return { id, kind: 'agreement', title: number, agencyId, agencyName: nameOf(agencyId), ...days, standing: null };
  });
  for (const [at, submission] of store.all('submission').entries()) {
    if (at % PIECE === PIECE - 1) yield;
    const { id, title, agencyId, validFrom, validTo } = submission;
    if (submission.state === 'withdrawn' || (validFrom === null && validTo === null)) continue;
    const days = { from: validFrom ?? from, to: validTo ?? to };
    const standing = standingOf(submission, now);
    bars.push({ id, kind: 'submission', title, agencyId, agencyName: nameOf(agencyId), ...days, standing });
  }
  return bars.filter((bar) => bar.from <= to && bar.to >= from);
}
