/** What no set of rules may break, over rules and material at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgencyKind, Approval, Channel, PpidClass } from '../../contract/records/matter';
import { ALWAYS, CapCounts, CapOf, EVERYWHERE, type Rule, type RuleDoes } from '../../contract/records/rule';
import { dateOf, timeOf } from '../calendar';
import { judge } from './judge';
import { at, CATEGORIES, LOCK, matter, PANEL, RADIO, rule, under } from './samples';
import { spellsOf } from './spells';

const FIRST = at('2024-11-18T00:00:00');
const DAY = 86_400_000;
const PERMIT: RuleDoes = { kind: 'permit' };
const LAST = FIRST + 12 * DAY;

const day = fc.integer({ min: 0, max: 11 }).map((n) => dateOf(Math.floor((FIRST + 7 * 3_600_000) / DAY) + n));
const time = fc.integer({ min: 0, max: 95 }).map((quarter) => timeOf(quarter * 900_000));
const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });

const does: fc.Arbitrary<RuleDoes> = fc.oneof(
  fc.constant({ kind: 'refuse' as const }),
  fc.constant({ kind: 'warn' as const }),
  fc.constant({ kind: 'permit' as const }),
  fc.constant({ kind: 'lock' as const }),
  fc.integer({ min: 1, max: 60 }).map((seconds) => ({ kind: 'longest' as const, ms: seconds * 1000 })),
  fc.record({
    kind: fc.constant('cap' as const),
    plays: fc.integer({ min: 0, max: 5 }),
    seconds: fc.option(fc.integer({ min: 0, max: 300 })),
    of: fc.constantFrom(...CapOf.options),
    counts: fc.constantFrom(...CapCounts.options),
  }),
);
/** What has aired so far, here or elsewhere. */
const used = fc.record({ plays: fc.integer({ min: 0, max: 5 }), ms: fc.integer({ min: 0, max: 300_000 }) });

const rules: fc.Arbitrary<Rule[]> = fc
  .array(
    fc.record({
      does,
      categories: some([...CATEGORIES, 'Lain']),
      agencyKinds: some(AgencyKind.options),
      channels: some(Channel.options),
      days: fc.tuple(day, day),
      hours: fc.option(fc.record({ start: time, end: time })),
      weekdays: some([1, 2, 3, 4, 5, 6, 7]),
      outside: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ does: what, categories, agencyKinds, channels, days, hours, weekdays, outside }, index) => {
      const [from, to] = [...days].sort() as [string, string];
      const isLock = what.kind === 'lock';
      return rule(index, {
        does: what,
        scope: { ...EVERYWHERE, categories, agencyKinds, channels },
        time: { ...ALWAYS, from, to, hours: hours ? [hours] : [], weekdays, outside: outside && !isLock },
      });
    }),
  );

/** All of them locks or permits, at all times where they are not `dated`. */
const permitting = (all: readonly Rule[], dated: boolean): Rule[] =>
  all.map((each) => (each.does.kind === 'lock' ? each : { ...each, does: PERMIT, time: dated ? each.time : ALWAYS }));

const material = fc
  .record({
    category: fc.constantFrom(...CATEGORIES, 'Lain', 'Tak dikenal', null),
    agencyKind: fc.constantFrom(...AgencyKind.options, null),
    ppid: fc.constantFrom(...PpidClass.options),
    approval: fc.constantFrom(...Approval.options),
    approvedHash: fc.constantFrom('a'.repeat(64), 'b'.repeat(64), null),
    from: fc.option(fc.integer({ min: FIRST, max: LAST })),
    until: fc.option(fc.integer({ min: FIRST, max: LAST })),
    gone: fc.constantFrom('no' as const, 'no' as const, 'recalled' as const),
    ms: fc.integer({ min: 1, max: 60 }).map((seconds) => seconds * 1000),
  })
  .map((part) => matter(part));
const place = fc.constantFrom(PANEL, RADIO);
const instant = fc.integer({ min: FIRST, max: LAST });
const clock = fc.oneof(
  fc.constant({ trusted: true as const }),
  instant.map((sureOf) => ({ trusted: false as const, sureOf, upTo: Number.POSITIVE_INFINITY })),
);

describe('judge', () => {
  it('never lets a refusal lose to anything', () => {
    fc.assert(
      fc.property(rules, material, place, instant, clock, (all, of, where, when, trust) => {
        const refusing = rule(99, { does: { kind: 'refuse' } });
        const context = { ...under([...all, refusing]), clock: trust };
        const verdict = judge(of, where, when, context);
        expect(verdict.allowed).toBe(false);
        expect(verdict.because.some(({ ruleId }) => ruleId === refusing.id)).toBe(true);
      }),
    );
  });

  it('never allows more because a rule was added, unless the rule says that it permits', () => {
    fc.assert(
      fc.property(rules, rules, material, place, instant, clock, used, (all, more, of, where, when, trust, so) => {
        const added = more
          .filter(({ does: what }) => what.kind !== 'permit')
          .map((each, n) => ({ ...each, id: rule(n + 20, {}).id }));
        const told = { clock: trust, used: () => so };
        const before = judge(of, where, when, { ...under(all), ...told }).allowed;
        const after = judge(of, where, when, { ...under([...all, ...added]), ...told }).allowed;
        expect(after && !before).toBe(false);
      }),
    );
  });

  it('refuses the unknown under a lock, whatever else is said, but for a permit', () => {
    fc.assert(
      fc.property(
        rules,
        place,
        fc.integer({ min: at('2024-11-24T00:00:00'), max: at('2024-11-26T23:59:59') }),
        (all, where, when) => {
          const others = all.filter(({ does: what }) => what.kind !== 'permit');
          for (const category of [null, 'Tak dikenal'])
            expect(judge(matter({ category }), where, when, under([...others, LOCK])).allowed).toBe(false);
        },
      ),
    );
  });

  it('allows by a clock that nobody vouches for only what locks and permits allow at every time that it may be', () => {
    const unsure = fc.record({
      sureOf: instant,
      ahead: fc.oneof(fc.integer({ min: 1, max: 5 * DAY }), fc.constant(Number.POSITIVE_INFINITY)),
      shown: fc.oneof(
        { weight: 3, arbitrary: instant },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 2 * LAST }) },
      ),
      really: fc.double({ min: 0, max: 1, noNaN: true }),
      unknown: fc.boolean(),
    });
    let airing = 0;
    fc.assert(
      fc.property(rules, material, place, unsure, fc.boolean(), (all, of, where, when, dated) => {
        const context = under([...permitting(all, dated), LOCK]);
        const { sureOf, ahead, shown, really, unknown } = when;
        // Its own days are papers, which are read by the latest time that is certain.
        const thing = matter({ category: unknown ? null : of.category, agencyKind: of.agencyKind });
        const clock = { trusted: false as const, sureOf, upTo: sureOf + ahead };
        if (!judge(thing, where, shown, { ...context, clock }).allowed) return;
        airing += 1;
        const truth = Math.floor(sureOf + really * (Math.min(clock.upTo, LAST + 40 * DAY) - 1 - sureOf));
        expect(judge(thing, where, truth, context).allowed).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(airing).toBeGreaterThan(100);
  });

  it('never lets exempt, unapproved or recalled material air', () => {
    fc.assert(
      fc.property(rules, material, place, instant, clock, (all, of, where, when, trust) => {
        const context = { ...under(all), clock: trust };
        const bad = [
          { ppid: 'exempt' as const },
          { approval: 'pending' as const },
          { approval: 'rejected' as const },
          { gone: 'recalled' as const },
        ];
        for (const part of bad) expect(judge({ ...of, ...part }, where, when, context).allowed).toBe(false);
      }),
    );
  });
});

describe('spells', () => {
  it('say at every instant what the judge says', () => {
    fc.assert(
      fc.property(rules, material, place, instant, (all, of, where, when) => {
        const context = under(all);
        const spells = spellsOf(of, where, FIRST, LAST + 1, context);
        expect([spells[0]?.from, spells.at(-1)?.until]).toEqual([FIRST, LAST + 1]);
        const spell = spells.find(({ from, until }) => from <= when && when < until);
        expect(spell?.verdict).toEqual(judge(of, where, when, context));
      }),
    );
  });
});
