/** Verdicts by hand: papers, rules, locks, clocks that cannot be trusted. */
import { describe, expect, it } from 'vitest';
import { ALWAYS, EVERYWHERE, type LockLift } from '../../contract/records/rule';
import { judge } from './judge';
import { writtenMatter } from './matter-of';
import { at, LOCK, matter, PANEL, RADIO, rule, under } from './samples';

const NOON = at('2024-11-20T12:00:00');
const IN_LOCK = at('2024-11-25T12:00:00');
const campaign = matter({ category: 'Iklan kampanye', agencyKind: 'participant' });
const codes = (verdict: ReturnType<typeof judge>) => [
  verdict.allowed,
  ...verdict.because.map(({ reason }) => reason.code),
];
const asked = (...of: Parameters<typeof judge>) => codes(judge(...of));

describe('papers', () => {
  it.each([
    ['exempt', matter({ ppid: 'exempt' }), 'judge.exempt'],
    ['waiting for approval', matter({ approval: 'pending' }), 'judge.notApproved'],
    ['rejected', matter({ approval: 'rejected' }), 'judge.rejected'],
    ['approved as another file', matter({ approval: 'approved', approvedHash: 'b'.repeat(64) }), 'judge.otherFile'],
    ['approved as no file', matter({ approval: 'approved' }), 'judge.otherFile'],
    ['not valid yet', matter({ from: NOON + 1 }), 'judge.notYet'],
    ['no longer valid', matter({ until: NOON }), 'judge.expired'],
    ['recalled', matter({ gone: 'recalled' }), 'judge.recalled'],
    ['binned', matter({ gone: 'binned' }), 'judge.binned'],
  ])('refuse what is %s, on every channel', (_what, of, code) => {
    for (const place of [PANEL, RADIO]) expect(asked(of, place, NOON, under([]))).toEqual([false, code]);
  });

  it('let through what was approved as this very file', () => {
    const approved = matter({ approval: 'approved', approvedHash: 'a'.repeat(64), from: NOON, until: NOON + 1 });
    expect(asked(approved, PANEL, NOON, under([]))).toEqual([true]);
  });

  it('warn of a berkala publication that is due to be looked at again', () => {
    expect(asked(matter({ ppid: 'periodic', reviewBy: NOON }), PANEL, NOON, under([]))).toEqual([
      true,
      'judge.reviewDue',
    ]);
  });
});

describe('a rule', () => {
  const tobacco = rule(1, {
    scope: { ...EVERYWHERE, categories: ['Iklan rokok'], channels: ['displays'] },
    time: { ...ALWAYS, hours: [{ start: '22:00:00', end: '05:00:00' }], outside: true },
    source: 'PP 28/2024 pasal 449',
  });
  const cigarettes = matter({ category: 'Iklan rokok' });

  it.each([
    ['21:59:59', false],
    ['22:00:00', true],
    ['23:59:59', true],
    ['00:00:00', true],
    ['04:59:59', true],
    ['05:00:00', false],
  ])('of hours across midnight: %s', (time, allowed) => {
    expect(judge(cigarettes, PANEL, at(`2026-03-02T${time}`), under([tobacco])).allowed).toBe(allowed);
  });

  it('says the article it goes by', () => {
    const [because] = judge(cigarettes, PANEL, NOON, under([tobacco])).because;
    expect(because).toMatchObject({
      effect: 'refuse',
      ruleId: tobacco.id,
      reason: { params: { source: tobacco.source } },
    });
  });

  it('is about its channel, kind of agency, display, group and place alone', () => {
    const scopes = [
      { channels: ['radio' as const] },
      { agencyKinds: ['village' as const] },
      { displayIds: [rule(1, {}).id] },
      { groupIds: [rule(2, {}).id] },
      { places: ['Pasar'] },
    ];
    for (const scope of scopes) {
      const only = rule(3, { scope: { ...EVERYWHERE, ...scope } });
      expect(asked(matter(), PANEL, NOON, under([only])), JSON.stringify(scope)).toEqual([true]);
    }
    const here = rule(3, { scope: { ...EVERYWHERE, displayIds: [PANEL.id], places: ['Alun-alun'] } });
    expect(asked(matter(), PANEL, NOON, under([here]))).toEqual([false, 'judge.refused']);
  });

  it('of weekdays counts a night to the day it begins on', () => {
    const saturday = rule(4, {
      time: { ...ALWAYS, weekdays: [6], hours: [{ start: '20:00:00', end: '02:00:00' }] },
    });
    const asks = (day: string) => judge(matter(), PANEL, at(day), under([saturday])).allowed;
    expect([asks('2026-03-07T21:00:00'), asks('2026-03-08T01:00:00'), asks('2026-03-08T21:00:00')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('that is switched off or no longer law does nothing', () => {
    expect(asked(matter(), PANEL, NOON, under([rule(5, { active: false })]))).toEqual([true]);
    expect(asked(matter(), PANEL, NOON, under([rule(5, { validTo: '2024-11-19' })]))).toEqual([true]);
    expect(asked(matter(), PANEL, NOON, under([rule(5, { validTo: '2024-11-20' })]))).toEqual([false, 'judge.refused']);
  });

  it('of length and of caps', () => {
    const longest = rule(6, { does: { kind: 'longest', ms: 29_000 } });
    expect(asked(matter(), PANEL, NOON, under([longest]))).toEqual([false, 'judge.tooLong']);
    const cap = rule(7, { does: { kind: 'cap', plays: 10, seconds: null, of: 'subject', counts: 'place' } });
    const context = under([cap]);
    const afterPlays = (plays: number) => asked(matter(), PANEL, NOON, { ...context, used: () => ({ plays, ms: 0 }) });
    expect([afterPlays(9), afterPlays(10)]).toEqual([[true], [false, 'judge.capPlays']]);
    const seconds = rule(8, { does: { kind: 'cap', plays: null, seconds: 60, of: 'all', counts: 'place' } });
    const used = (ms: number) => () => ({ plays: 1, ms });
    expect(asked(matter(), PANEL, NOON, { ...under([seconds]), used: used(30_000) })).toEqual([true]);
    expect(asked(matter(), PANEL, NOON, { ...under([seconds]), used: used(30_001) })).toEqual([
      false,
      'judge.capSeconds',
    ]);
  });

  it('goes by the stages of a calendar', () => {
    const calendar = {
      ...{ id: rule(9, {}).id, rev: 0, name: 'Pilkada', source: 'PKPU 2/2024', createdAt: 0 },
      stages: [{ key: 'iklan', name: 'Iklan', from: '2024-11-10', to: '2024-11-23' }],
    };
    const only = rule(10, {
      scope: { ...EVERYWHERE, categories: ['Iklan kampanye'] },
      time: { ...ALWAYS, stages: [`${calendar.id}/iklan`], outside: true },
    });
    const context = under([only], { calendars: [calendar] });
    const asks = (day: string) => judge(campaign, RADIO, at(day), context).allowed;
    const days = ['2024-11-09T23:59:59', '2024-11-10T00:00:00', '2024-11-23T23:59:59', '2024-11-24T00:00:00'];
    expect(days.map(asks)).toEqual([false, true, true, false]);
  });
});

describe('a lock', () => {
  it('refuses its categories during its days and not a second longer', () => {
    const asks = (day: string) => judge(campaign, PANEL, at(day), under([LOCK])).allowed;
    const days = ['2024-11-23T23:59:59', '2024-11-24T00:00:00', '2024-11-26T23:59:59', '2024-11-27T00:00:00'];
    expect(days.map(asks)).toEqual([true, false, false, true]);
    expect(asked(matter(), PANEL, IN_LOCK, under([LOCK]))).toEqual([true]);
  });

  it('refuses what nobody has said the category of, and a category the station does not know', () => {
    for (const category of [null, 'Profil daerah']) {
      expect(asked(matter({ category }), PANEL, IN_LOCK, under([LOCK]))).toEqual([false, 'judge.unknownUnderLock']);
      expect(asked(matter({ category }), PANEL, NOON, under([LOCK]))).toEqual([true]);
    }
  });

  it('gives way to no permit of certain days where the time is not certain', () => {
    const days = { ...ALWAYS, from: '2024-11-20', to: '2024-11-22' };
    const permit = (time = ALWAYS) => rule(60, { does: { kind: 'permit' }, time });
    const said = at('2024-11-21T12:00:00');
    const clock = { trusted: false as const, sureOf: said, upTo: IN_LOCK };
    const of = (time = ALWAYS) =>
      asked(matter({ category: null }), PANEL, said, { ...under([LOCK, permit(time)]), clock });
    expect(of(days)).toEqual([false, 'judge.unknownUnderLock']);
    expect(of()[0]).toBe(true);
    expect(of({ ...days, to: '2024-11-25' })[0]).toBe(true);
  });

  it('gives way to a permit for the unknown alone', () => {
    const permit = rule(60, { does: { kind: 'permit' }, scope: { ...EVERYWHERE, agencyKinds: ['commission'] } });
    const context = under([LOCK, permit]);
    expect(asked(matter({ category: null }), PANEL, IN_LOCK, context)).toEqual([true, 'judge.permitted']);
    expect(asked(matter({ category: null, agencyKind: 'village' }), PANEL, IN_LOCK, context)[0]).toBe(false);
    expect(asked({ ...campaign, agencyKind: 'commission' }, PANEL, IN_LOCK, context)).toEqual([false, 'judge.locked']);
  });

  it('gives way to no permit for what it names, also where the station has taken that category off its list', () => {
    const context = under([LOCK, rule(60, { does: { kind: 'permit' } })], { categories: ['Pemilu'] });
    expect(asked(campaign, PANEL, IN_LOCK, context)).toEqual([false, 'judge.locked']);
    expect(asked(matter({ category: 'Profil daerah' }), PANEL, IN_LOCK, context)).toEqual([true, 'judge.permitted']);
  });

  it('holds an emergency that is of its categories, and no other', () => {
    const emergency = { kind: 'text' as const, tone: 'emergency' as const, title: 'Banjir', body: '', qr: '' };
    expect(asked(writtenMatter(emergency), PANEL, IN_LOCK, under([LOCK]))).toEqual([true]);
    const misused = writtenMatter({ ...emergency, category: 'Iklan kampanye' });
    expect(asked(misused, PANEL, IN_LOCK, under([LOCK]))).toEqual([false, 'judge.locked']);
    const notice = writtenMatter({ ...emergency, tone: 'notice' });
    expect(asked(notice, PANEL, IN_LOCK, under([LOCK]))).toEqual([false, 'judge.unknownUnderLock']);
  });

  it('is lifted only while two different people have said so', () => {
    const [ani, budi] = [
      { id: 'ani', name: 'Ani' },
      { id: 'budi', name: 'Budi' },
    ];
    const lift: LockLift = {
      ...{ id: rule(70, {}).id, rev: 0, ruleId: LOCK.id, from: IN_LOCK - 1000, until: IN_LOCK + 1000 },
      ...{ reason: 'putusan pengadilan', askedBy: ani, askedAt: 0, endedBy: null, endedAt: null },
      ...{ confirmedBy: budi, confirmedAt: IN_LOCK - 500 },
    };
    const asks = (part: Partial<LockLift>, when = IN_LOCK) =>
      judge(campaign, PANEL, when, under([LOCK], { lifts: [{ ...lift, ...part }] })).allowed;
    expect(asks({})).toBe(true);
    expect(asks({ confirmedBy: null, confirmedAt: null })).toBe(false);
    expect(asks({ confirmedBy: ani })).toBe(false);
    expect(asks({ endedAt: IN_LOCK, endedBy: ani })).toBe(false);
    expect([asks({}, IN_LOCK - 501), asks({}, IN_LOCK + 1000)]).toEqual([false, false]);
  });

  it('holds wherever the clock cannot be trusted and it is not certainly over', () => {
    const untrusted = (sureOf: number) => ({
      ...under([LOCK]),
      clock: { trusted: false as const, sureOf, upTo: Number.POSITIVE_INFINITY },
    });
    const before = at('2024-10-01T00:00:00');
    expect(asked(campaign, PANEL, before, untrusted(0))).toEqual([false, 'judge.clockUnderLock']);
    expect(asked(campaign, PANEL, before, untrusted(IN_LOCK))).toEqual([false, 'judge.clockUnderLock']);
    expect(asked(matter({ category: null }), PANEL, before, untrusted(0))[0]).toBe(false);
    expect(asked(matter(), PANEL, before, untrusted(0))).toEqual([true]);
    expect(asked(campaign, PANEL, before, untrusted(at('2024-11-27T00:00:00')))).toEqual([true]);
  });

  it('brings nothing back whose days are over: a clock set back is held to what is certainly past', () => {
    const over = at('2024-11-10T00:00:00');
    const back = at('2024-11-01T12:00:00');
    const later = at('2024-11-20T12:00:00');
    const refusing = rule(1, { time: { ...ALWAYS, from: '2024-11-15' } });
    const set = (rules: Parameters<typeof under>[0] = []) => ({
      ...under(rules),
      clock: { trusted: false as const, sureOf: later, upTo: Number.POSITIVE_INFINITY },
    });
    expect(asked(matter({ until: over }), PANEL, back, set())).toEqual([false, 'judge.expired']);
    expect(asked(matter({ from: over }), PANEL, back, set())).toEqual([true]);
    expect(asked(matter(), PANEL, back, set([refusing]))).toEqual([false, 'judge.refused']);
    expect(asked(matter(), PANEL, back, under([refusing]))).toEqual([true]);
  });

  it('is not needed to refuse everything where the rules are not signed', () => {
    const unsigned = { book: null, clock: { trusted: true as const } };
    expect(asked(matter(), PANEL, NOON, unsigned)).toEqual([false, 'judge.unsigned']);
    const emergency = { kind: 'text' as const, tone: 'emergency' as const, title: 'Banjir', body: '', qr: '' };
    expect(asked(writtenMatter(emergency), PANEL, NOON, unsigned)).toEqual([true]);
  });
});
