/** What may not air leaves a compiled day, whoever booked it and however; what stands in its place may. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProbedAsset } from '../../contract/records/asset';
import { ALWAYS, EVERYWHERE, type Rule } from '../../contract/records/rule';
import type { Clip } from '../../contract/records/timeline';
import { HOUR_MS } from '../calendar';
import { compile } from '../compile';
import { booking, inputFor, ofAsset, ofPlaylist, playlist, still, VT01, video } from '../compile-fixtures';
import { toInstant } from '../time';
import { checkTimeline, entryAt } from '../timeline';
import { judge } from './judge';
import { CATEGORIES, LOCK, rule, under } from './samples';
import type { Law } from './types';

const S = 1000;
const campaign = video(1, 30 * S, { category: 'Iklan kampanye', subject: 'Paslon 1' });
const health = video(2, 15 * S, { category: 'Kesehatan' });
const unknown = video(3, 20 * S);
const filler = still(4, { category: 'Pemilu' });
const fillers = playlist(9, [filler, campaign]);
const place = { channel: 'displays' as const, id: VT01.id, groupIds: [], site: '' };

const lawOf = (rules: readonly Rule[]): Law => ({
  ...{ place, context: under(rules), agencyOf: () => undefined, print: '' },
});
const at = (time: string) => toInstant('2024-11-25', time, VT01.zone);
const DAY = { from: '2024-11-20', to: '2024-11-30' };

function day(
  rules: readonly Rule[],
  assets: readonly ProbedAsset[],
  bookings = assets.map((asset, n) => booking(n + 1, ofAsset(asset), DAY)),
) {
  const input = inputFor(
    { assets: [...assets, filler, campaign], playlists: [fillers], bookings },
    at('00:00:00'),
    at('24:00:00'),
  );
  const display = { ...VT01, fillerPlaylistId: fillers.id };
  return compile({ ...input, display, from: at('00:00:00'), until: at('24:00:00'), law: lawOf(rules) });
}
const nameOf = (clip: Clip | undefined) => (clip?.kind === 'slate' ? 'slate' : clip?.name);
const shown = (plan: ReturnType<typeof day>) => [...new Set(plan.entries.map(([clip]) => nameOf(plan.clips[clip])))];

describe('a compiled day', () => {
  it('has nothing of what a lock holds, nor of what nobody knows, and filler that may stand in its place', () => {
    const plan = day([LOCK], [campaign, health, unknown]);
    expect(shown(plan).sort()).toEqual([health.name, filler.name]);
    expect(plan.skipped.map(({ because }) => because.code).sort()).toEqual(['judge.locked', 'judge.unknownUnderLock']);
    expect(plan.clips.some((clip) => 'name' in clip && clip.name === campaign.name)).toBe(false);
    expect(checkTimeline(plan)).toBeNull();
    expect(plan.lawful).toBe(true);
  });

  it('shows the slate with the reason where no filler may stand', () => {
    const all = rule(1, {});
    const plan = day([all], [health]);
    expect(shown(plan)).toEqual(['slate']);
    expect(plan.clips[0]?.because.code).toBe('judge.refused');
  });

  it('begins no clip that would reach into a time in which it may not air', () => {
    const evenings = rule(2, {
      scope: { ...EVERYWHERE, categories: ['Kesehatan'] },
      time: { ...ALWAYS, hours: [{ start: '18:00:07', end: '20:00:00' }] },
    });
    const plan = day([evenings], [health]);
    const names = plan.entries.filter(([clip]) => (plan.clips[clip] as { name?: string }).name === health.name);
    const [from, until] = [at('18:00:07'), at('20:00:00')];
    expect(names.every(([, start, ms]) => start + ms <= from || start >= until)).toBe(true);
    expect(entryAt(plan, at('18:00:06'))?.clip).toMatchObject({ name: filler.name });
    expect(entryAt(plan, at('20:00:10'))?.clip).toMatchObject({ name: health.name });
  });

  it('judges lengths by how long a thing is shown: a still has none of its own, and of a long clip a part may do', () => {
    const longest = rule(5, { scope: EVERYWHERE, does: { kind: 'longest', ms: 30 * S } });
    const picture = still(6, { category: 'Kesehatan' });
    const long = video(7, 90 * S, { category: 'Kesehatan' });
    const parts = playlist(8, [picture, picture, long, long]);
    const items = parts.items.map((item, n) => ({
      ...item,
      ...[{ stillMs: 60 * S }, { stillMs: 20 * S }, {}, { outMs: 25 * S }][n],
    }));
    const input = inputFor(
      { assets: [picture, long], playlists: [{ ...parts, items }], bookings: [booking(1, ofPlaylist(parts), DAY)] },
      at('00:00:00'),
      at('24:00:00'),
    );
    const plan = compile({ ...input, from: at('00:00:00'), until: at('24:00:00'), law: lawOf([longest]) });
    const lengths = new Set(plan.entries.flatMap(([clip, , ms]) => (plan.clips[clip]?.kind === 'slate' ? [] : [ms])));
    expect([...lengths].sort()).toEqual([20 * S, 25 * S]);
    expect(new Set(plan.skipped.map(({ because }) => because.code))).toEqual(new Set(['judge.tooLong']));
  });

  it('keeps caps of plays and of seconds, counted by the day, whenever it is asked for', () => {
    const cap = rule(3, {
      scope: { ...EVERYWHERE, categories: ['Iklan kampanye'] },
      does: { kind: 'cap', plays: 10, seconds: null, of: 'subject', counts: 'place' },
    });
    const plays = (plan: ReturnType<typeof day>) =>
      plan.entries.filter(([clip]) => (plan.clips[clip] as { name?: string }).name === campaign.name);
    const whole = day([cap], [campaign]);
    expect(plays(whole)).toHaveLength(10);
    const seconds = {
      ...cap,
      does: { kind: 'cap' as const, plays: null, seconds: 100, of: 'all' as const, counts: 'place' as const },
    };
    expect(plays(day([seconds], [campaign]))).toHaveLength(3);
    const input = inputFor(
      {
        assets: [campaign, filler],
        playlists: [fillers],
        bookings: [booking(1, ofAsset(campaign), DAY)],
      },
      at('00:00:00'),
      at('24:00:00'),
    );
    const noon = compile({
      ...input,
      display: { ...VT01, fillerPlaylistId: fillers.id },
      from: at('12:00:00'),
      until: at('13:00:00'),
      law: lawOf([cap]),
    });
    expect(plays(noon)).toHaveLength(0);
    expect(noon.from).toBeLessThanOrEqual(at('12:00:00'));
    expect(checkTimeline(noon)).toBeNull();
  });

  it('has nothing that is exempt, recalled, or approved as another file', () => {
    const bad = [
      video(11, 30 * S, { ppid: 'exempt' }),
      video(12, 30 * S, { recalledAt: 1 }),
      video(13, 30 * S, { approval: 'approved', approvedHash: 'f'.repeat(64) }),
      video(14, 30 * S, { approval: 'pending' }),
    ];
    for (const asset of bad) {
      const plan = day([], [asset]);
      expect(shown(plan), asset.name).not.toContain(asset.name);
      expect(plan.skipped).toHaveLength(1);
    }
  });

  it('shows at no instant what the judge refuses, whatever is booked and whatever the rules are', () => {
    const rules = fc.array(
      fc.record({
        categories: fc.subarray([...CATEGORIES]),
        kind: fc.constantFrom('refuse' as const, 'lock' as const, 'warn' as const),
        hours: fc.option(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))),
      }),
      { maxLength: 4 },
    );
    const books = fc.array(
      fc.tuple(fc.constantFrom(campaign, health, unknown), fc.constantFrom('rotation' as const, 'frequency' as const)),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(
        rules,
        books,
        fc.array(fc.integer({ min: 0, max: 24 * HOUR_MS - 1 }), { minLength: 20, maxLength: 20 }),
        (drawn, booked, instants) => {
          const two = (n: number) => String(n).padStart(2, '0');
          const made = drawn.map(({ categories, kind, hours }, n) =>
            rule(n, {
              does: { kind },
              scope: { ...EVERYWHERE, categories },
              time: {
                ...ALWAYS,
                from: '2024-11-25',
                to: '2024-11-25',
                hours: hours ? [{ start: `${two(hours[0])}:00:00`, end: `${two(hours[1])}:30:00` }] : [],
              },
            }),
          );
          const bookings = booked.map(([asset, kind], n) =>
            booking(n + 1, ofAsset(asset), {
              ...DAY,
              how: kind === 'rotation' ? { kind } : { kind, plays: 5, per: 'hour' },
            }),
          );
          const plan = day(made, [campaign, health, unknown], bookings);
          expect(checkTimeline(plan)).toBeNull();
          const context = under(made);
          for (const instant of instants) {
            const clip = entryAt(plan, at('00:00:00') + instant)?.clip;
            if (!clip || clip.kind === 'slate') continue;
            expect(clip.matter && judge(clip.matter, place, at('00:00:00') + instant, context).allowed).toBe(true);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

it('is laid as before where no rule is about anything in it', () => {
  const input = inputFor(
    { assets: [health], playlists: [], bookings: [booking(1, ofAsset(health), DAY)] },
    at('00:00:00'),
    at('24:00:00'),
  );
  const span = { from: at('00:00:00'), until: at('24:00:00') };
  const plain = compile({ ...input, ...span });
  const lawful = compile({ ...input, ...span, law: lawOf([LOCK]) });
  expect(lawful.entries).toEqual(plain.entries);
  expect(ofPlaylist(fillers).kind).toBe('playlist');
});
