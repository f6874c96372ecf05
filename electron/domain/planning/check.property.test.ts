/** What is said of a draft holds of the timeline that is compiled once it is kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../contract/api/planning';
import type { Booking, BookingHow } from '../../contract/records/booking';
import type { LoopPolicy } from '../../contract/records/loop-policy';
import { DAY_MS, dateOf, dayNumber, timeMs, timeOf } from '../calendar';
import { compile } from '../compile';
import { booking, idFor, inputFor, ofAsset, ofPlaylist, playlist, VT01, video } from '../compile-fixtures';
import { atOnce } from '../steps';
import { instantOf, localDay } from '../time';
import { policyOf } from '../traffic/fixtures';
import { checkSteps, PATIENT } from './check';
import { checkMany } from './check-many';
import { changed, type Ground } from './trial';

const S = 1000;
const ASSETS = [30, 15, 45, 20].map((seconds, n) =>
  video(n + 1, seconds * S, { validTo: n === 3 ? '2026-03-04' : null }),
);
const LIST = playlist(1, ASSETS.slice(0, 2));
const [FIRST, DAYS] = [dayNumber('2026-03-02'), 5];
const minute = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((n) => timeOf(n * 300 * S));
const how: fc.Arbitrary<BookingHow> = fc.oneof(
  fc.constant({ kind: 'rotation' as const }),
  fc.record({ slot: fc.integer({ min: 1, max: 4 }), every: fc.integer({ min: 1, max: 2 }) }).map((one) => ({
    ...{ kind: 'slot' as const, ...one, first: one.every - 1 },
  })),
  fc.record({ kind: fc.constant('share' as const), percent: fc.integer({ min: 5, max: 70 }) }),
  fc.record({
    ...{ kind: fc.constant('frequency' as const), plays: fc.integer({ min: 1, max: 40 }) },
    per: fc.constantFrom('hour' as const, 'day' as const),
  }),
  fc.record({
    ...{ kind: fc.constant('exact' as const), times: fc.uniqueArray(minute, { minLength: 1, maxLength: 3 }) },
    whenTaken: fc.constantFrom('join' as const, 'delay' as const),
  }),
);
const drafts: fc.Arbitrary<Pick<Booking, 'how' | 'what' | 'weekdays' | 'dayparts' | 'zone' | 'priority'>> = fc.record({
  how,
  what: fc.constantFrom(...ASSETS.map(ofAsset), ofPlaylist(LIST)),
  weekdays: fc.constantFrom<Booking['weekdays'][]>([1, 2, 3, 4, 5, 6, 7], [1, 3, 5]),
  dayparts: fc.constantFrom<Booking['dayparts'][]>(
    [{ start: '00:00:00', end: '24:00:00' }],
    [{ start: '06:00:00', end: '09:30:00' }],
    [{ start: '20:00:00', end: '01:00:00' }],
  ),
  zone: fc.constantFrom('station' as const, 'display' as const),
  priority: fc.constantFrom(5, 5, 8),
});
const policies: fc.Arbitrary<LoopPolicy> = fc
  .record({
    slots: fc.array(
      fc.record({
        ms: fc.constantFrom(30 * S, 60 * S),
        purpose: fc.constantFrom('any' as const, 'any' as const, 'partner' as const),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    opens: fc.constantFrom('06:00:00', '19:00:00'),
    closures: fc.constantFrom<LoopPolicy['closures'][]>([], [{ from: '2026-03-04', to: '2026-03-04', why: '' }]),
  })
  .map(({ opens, ...over }) =>
    policyOf({ ...over, hours: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens, closes: '22:00:00' })) }),
  );
const scenes = fc.record({
  policy: policies,
  zone: fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura'),
  beside: fc.array(drafts, { maxLength: 4 }),
  draft: drafts,
  aside: fc.record({ policy: policies, beside: fc.array(drafts, { maxLength: 2 }) }),
});
type Scene = typeof scenes extends fc.Arbitrary<infer T> ? T : never;

type Beside = Pick<Scene, 'policy' | 'beside' | 'zone'>;

function questionOf({ policy, beside, zone }: Beside, id: string = VT01.id) {
  const where = { displayIds: [id], groupIds: [] };
  const bookings = beside.map(({ what, ...over }, n) => booking(n + 1, what, { ...over, where }));
  const given = { policy, assets: ASSETS, playlists: [LIST], bookings, display: { ...VT01, id, zone } };
  const { from: _from, until: _until, ...question } = inputFor(given, 0, 1);
  return question;
}

function sceneOf({ draft, aside, ...here }: Scene) {
  const question = questionOf(here);
  const there = idFor('D', 2);
  const stage = { displayIds: [there], question: questionOf({ ...aside, zone: here.zone }, there) };
  const ground: Ground = {
    stages: [{ displayIds: [VT01.id], question }],
    elsewhere: () => [{ stage, names: ['VT-02'] }],
    ...{ besides: () => [], groupsOf: () => [] },
    ...{ zone: question.station.zone, agreements: [], today: '2026-01-01' },
  };
  const days = { from: dateOf(FIRST), to: dateOf(FIRST + DAYS - 1) };
  return { ground, question, made: booking(99, draft.what, { ...draft, ...days, createdAt: 99 }) };
}

/** Starts of a booking on a display over the whole of its period, compiled in one. */
function startsOf({ question, made }: ReturnType<typeof sceneOf>): { at: number; ms: number; code: string }[] {
  const from = (FIRST - 2) * DAY_MS;
  const input = { ...question, bookings: [...question.bookings, made], from, until: from + (DAYS + 4) * DAY_MS };
  const { clips, entries } = compile(input);
  return entries.flatMap(([clip, at, ms]) => {
    const { bookingId, because } = clips[clip] ?? {};
    return bookingId === made.id && because ? [{ at, ms, code: because.code }] : [];
  });
}
const runs = { numRuns: 40 };
const check = (ground: Ground, draft: Booking) => atOnce(checkSteps(ground, draft, null, PATIENT));

describe('a checked draft', () => {
  it('is placed as often as was said, and without a conflict is given what it asks for', () => {
    fc.assert(
      fc.property(scenes, (given) => {
        const scene = sceneOf(given);
        const { takes, conflicts, looked } = check(scene.ground, scene.made);
        const starts = startsOf(scene);
        expect(looked.exact).toBe(true);
        expect(starts).toHaveLength(takes.plays);
        expect(starts.reduce((sum, { ms }) => sum + ms, 0)).toBe(takes.ms);
        if (conflicts.some(({ severity }) => severity !== 'notice')) return;
        expect(takes.plays).toBeGreaterThan(0);
        const { zone } = scene.question.display;
        const byDay = new Map<number, number>();
        for (const { at } of starts) byDay.set(localDay(at, zone), (byDay.get(localDay(at, zone)) ?? 0) + 1);
        // A day on which a share leaves no room for turns has none, and is not among these.
        if (takes.least > 0) expect(Math.min(...byDay.values())).toBe(takes.least);
        expect(Math.max(...byDay.values())).toBe(takes.most);
        if (scene.made.how.kind !== 'exact') return;
        const clock = scene.made.zone === 'station' ? scene.ground.zone : zone;
        const wished = scene.made.how.times;
        for (const { at, code } of starts) {
          expect(code).toBe('why.exact');
          expect(wished.map((time) => instantOf(localDay(at, clock), timeMs(time), clock))).toContain(at);
        }
        expect(takes.least).toBe(wished.length);
      }),
      runs,
    );
  });

  /** As the station would look at it once it is booked elsewhere. */
  const groundOf = (ground: Ground, { displayIds }: Booking['where']): Ground => {
    const all = [...ground.stages, ...ground.elsewhere().map(({ stage }) => stage)];
    return { ...ground, stages: all.filter((stage) => displayIds.includes(stage.displayIds[0] ?? '')) };
  };
  /** What its own sentence says what to do about. */
  const SAID = ['plan.noRendition', 'plan.agreementMissing'];
  const isDeadEnd = ({ waysOut, advice, reason }: Conflict) =>
    waysOut.length === 0 && advice === null && !SAID.includes(reason.code);

  it('is rid of a conflict by each of its ways out, or told what to do, and comes to no dead end', () => {
    fc.assert(
      fc.property(scenes, (given) => {
        const { ground, made } = sceneOf(given);
        const { conflicts } = check(ground, made);
        expect(conflicts.filter(isDeadEnd)).toEqual([]);
        for (const { reason, waysOut } of conflicts) {
          for (const { change } of waysOut) {
            const taken = changed(made, change);
            const left = check(groundOf(ground, taken.where), taken).conflicts;
            expect(left.map((each) => each.reason.code)).not.toContain(reason.code);
            expect(left.filter(isDeadEnd)).toEqual([]);
          }
        }
      }),
      runs,
    );
  });

  it('is told who holds a full loop where there is no way out of it', () => {
    const holds = {
      ...{ what: ofAsset({ id: idFor('A', 2) }), weekdays: [1, 2, 3, 4, 5, 6, 7] },
      ...{ dayparts: [{ start: '00:00:00', end: '24:00:00' }], zone: 'station' as const, priority: 5 },
    };
    const full = scenes.map((scene) => {
      const slots = scene.policy.slots.map(({ ms }) => ({ ms, purpose: 'any' as const }));
      const beside = slots.map((_, n) => ({
        ...holds,
        how: { kind: 'slot' as const, slot: n + 1, every: 1, first: 0 },
      }));
      return { ...scene, policy: { ...scene.policy, slots }, beside };
    });
    fc.assert(
      fc.property(full, (given) => {
        const { ground, made } = sceneOf(given);
        const { conflicts } = check({ ...ground, elsewhere: () => [] }, made);
        expect(conflicts.filter(isDeadEnd)).toEqual([]);
        if (made.how.kind === 'slot') expect(conflicts).not.toEqual([]);
      }),
      runs,
    );
  });

  it('is told of among many as it is told of alone', () => {
    fc.assert(
      fc.property(scenes, (given) => {
        const { ground, question, made } = sceneOf(given);
        const patience = { more: () => true, moreWays: () => false };
        const { conflicts } = atOnce(checkSteps(ground, made, made, patience));
        const stages = ground.stages.map((stage) => ({
          ...stage,
          question: { ...question, bookings: [...question.bookings, made] },
        }));
        const [told] = atOnce(checkMany({ ...ground, stages }, [made], { more: () => true, moreOf: () => true }));
        // Whether a share is short by too many shares or by others is told by who is given time: beside the draft, not without it.
        const named = (code: string) => code.replace(/^plan\.share.*/, 'plan.share');
        const alone = conflicts.map(({ reason, severity, field, firstDay }) => [
          named(reason.code),
          severity,
          field,
          firstDay,
        ]);
        const among = told?.findings.map(({ reason, severity, field, day }) => [
          ...[named(reason.code), severity, field],
          day === null ? null : dateOf(day),
        ]);
        expect(among?.map(String).sort()).toEqual(alone.map(String).sort());
        expect(told).toMatchObject({ displays: 1, ofDisplays: 1, everyDay: true });
      }),
      runs,
    );
  });
});
