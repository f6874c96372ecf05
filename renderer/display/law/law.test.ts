/** The rules on a display: signed ones are believed, others are not; a clock that nobody vouches for never lifts a lock. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Matter } from '../../../electron/contract/records/matter';
import { ALWAYS, EVERYWHERE } from '../../../electron/contract/records/rule';
import type { SignedRulebook } from '../../../electron/contract/records/rulebook';
import type { TakeoverOrder } from '../../../electron/contract/records/takeover';
import type { Clip } from '../../../electron/contract/records/timeline';
import { bookOf } from '../../../electron/domain/judge/book';
import { at, CATEGORIES, LOCK, matter, rule, ZONE } from '../../../electron/domain/judge/samples';
import { createLaw } from './law';
import { trustOf } from './trust';

const DAY = 86_400_000;
const IN_LOCK = at('2024-11-25T12:00:00');
const BEFORE = at('2024-11-20T12:00:00');
const AFTER = at('2024-11-27T12:00:00');
const key = generateKeyPairSync('ed25519');

function signed(version = 1, rules = [LOCK], by = key, madeAt = 0): SignedRulebook {
  const body = bookOf({ rules, calendars: [], lifts: [], categories: CATEGORIES, zone: ZONE });
  const text = JSON.stringify({ ...body, version, madeAt });
  const publicKey = by.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  return { text, signature: sign(null, Buffer.from(text), by.privateKey).toString('base64'), publicKey };
}

const clip = (of: Partial<Matter> | null): Clip => ({
  ...{ kind: 'image', bookingId: null, because: { code: 'why.booking', params: {} }, assetId: rule(1, {}).id },
  ...{ name: 'Klip', hash: 'a'.repeat(64), bytes: 1, mime: 'image/png' },
  ...(of ? { matter: matter(of) } : {}),
});
const campaign = clip({ category: 'Iklan kampanye' });

interface Here {
  book?: SignedRulebook | null;
  mark?: number;
  now?: number;
  synced?: boolean;
  expected?: boolean;
}

function display({ book = signed(), mark = 0, now = IN_LOCK, synced = true, expected = true }: Here = {}) {
  const kept: SignedRulebook[] = [];
  const marks: number[] = [];
  const clock = { now: () => now, synced: () => synced };
  const law = createLaw({
    clock,
    kept: { book, mark },
    keep: (each) => kept.push(each),
    keepMark: (each) => marks.push(each),
    welcome: () => null,
    expected: () => expected,
  });
  return { law, kept, marks, says: (of: Clip, when = now) => law.against(of, when)?.code ?? 'airs' };
}

describe('the rules on a display', () => {
  it('are asked at the instant, also where the station is gone', () => {
    const { says } = display();
    expect([says(campaign), says(campaign, BEFORE), says(campaign, AFTER)]).toEqual(['judge.locked', 'airs', 'airs']);
    expect([says(clip({})), says(clip(null))]).toEqual(['airs', 'judge.unknownUnderLock']);
    expect(says({ kind: 'slate', bookingId: null, because: { code: 'why.slate', params: {} } })).toBe('airs');
  });

  it('say of papers what the station would', () => {
    const { says } = display({ now: BEFORE });
    expect(says(clip({ ppid: 'exempt' }))).toBe('judge.exempt');
    expect(says(clip({ approval: 'pending' }))).toBe('judge.notApproved');
    expect(says(clip({ until: BEFORE }))).toBe('judge.expired');
    expect(says(clip({ gone: 'recalled' }))).toBe('judge.recalled');
  });

  it('are not believed when a byte of them was changed, and then nothing is shown but an emergency', () => {
    const book = signed();
    const tampered = { ...book, text: book.text.replace('"lock"', '"warn"') };
    const { says, law } = display({ book: tampered, now: BEFORE });
    expect(tampered.text).not.toBe(book.text);
    expect(says(clip({}))).toBe('judge.unsigned');
    const order = (tone: 'emergency' | 'notice'): TakeoverOrder => ({
      ...{ id: rule(2, {}).id, rev: 0, name: 'x', test: false, cue: false, from: 0, until: null },
      show: { kind: 'text', tone, title: 'Banjir', body: '', qr: '' },
    });
    expect(law.againstOrder(order('emergency'), BEFORE)).toBeNull();
    expect(law.againstOrder(order('notice'), BEFORE)?.code).toBe('judge.unsigned');
  });

  it('hold a notice to a length, of one without an end too', () => {
    const longest = rule(3, { does: { kind: 'longest', ms: 60_000 }, scope: EVERYWHERE, time: ALWAYS });
    const { law } = display({ book: signed(1, [longest]), now: BEFORE });
    const says = (until: number | null, cue = false) =>
      law.againstOrder(
        {
          ...{ id: rule(2, {}).id, rev: 0, name: 'x', test: false, cue, from: BEFORE, until },
          show: { kind: 'text', tone: 'notice', title: 'Jadwal', body: '', qr: '' },
        },
        BEFORE,
      )?.code ?? 'airs';
    expect([says(null), says(BEFORE + 60_001), says(BEFORE + 60_000)]).toEqual([
      ...['judge.tooLong', 'judge.tooLong', 'airs'],
    ]);
    // A cue goes with its item.
    expect(says(null, true)).toBe('airs');
  });

  it('must be there where what is shown was made under them', () => {
    expect(display({ book: null }).says(clip({}))).toBe('judge.unsigned');
    expect(display({ book: null, expected: false }).says(clip({}))).toBe('airs');
  });

  it('never go back to an older book, nor to one that is not signed', () => {
    const { law, says, kept } = display({ book: signed(5) });
    law.take(signed(4, []));
    law.take({ ...signed(6, []), signature: signed(7).signature });
    expect([says(campaign), kept.length]).toEqual(['judge.locked', 0]);
    law.take(signed(6, []));
    expect([says(campaign), kept.length]).toEqual(['airs', 1]);
  });

  it('are those of the station it is at now, and go on where a station was brought back from a copy', () => {
    const { law, says } = display({ book: signed(5, []) });
    law.take(signed(1, [LOCK], generateKeyPairSync('ed25519')));
    expect(says(campaign)).toBe('judge.locked');
    const restored = display({ book: signed(5, [], key, BEFORE) });
    restored.law.take(signed(3, [LOCK], key, BEFORE - 1));
    expect(restored.says(campaign)).toBe('airs');
    restored.law.take(signed(3, [LOCK], key, BEFORE + 1));
    expect(restored.says(campaign)).toBe('judge.locked');
  });

  it('hold a lock on a clock that was set back, forward, or never met the station', () => {
    const cold = { synced: false, mark: IN_LOCK };
    expect(display({ ...cold, now: BEFORE }).says(campaign)).toBe('judge.clockUnderLock');
    expect(display({ ...cold, now: AFTER }).says(campaign)).toBe('judge.clockUnderLock');
    expect(display({ synced: false, now: BEFORE + 3 * DAY }).says(campaign)).toBe('judge.clockUnderLock');
    // Long before it, and by a clock that went on from where the station left it, a lock to come holds nothing yet.
    expect(display({ synced: false, mark: BEFORE - 9 * DAY, now: BEFORE - 8 * DAY }).says(campaign)).toBe('airs');
    // The station was heard after its end.
    expect(display({ synced: false, mark: AFTER, now: AFTER + 1 }).says(campaign)).toBe('airs');
  });

  it('remember the time that the station told, once a minute and never backwards', () => {
    const { law, marks } = display({ mark: IN_LOCK - 60_000 });
    law.note();
    law.note();
    expect(marks).toEqual([IN_LOCK]);
    const back = display({ mark: IN_LOCK + 1, now: BEFORE });
    back.law.note();
    const cold = display({ synced: false });
    cold.law.note();
    expect([...back.marks, ...cold.marks]).toEqual([]);
  });
});

describe('trust', () => {
  it('is of a station that was heard, else bounded by the last time it was', () => {
    expect(trustOf({ synced: true, now: 5, mark: 9 })).toEqual({ trusted: true });
    expect(trustOf({ synced: false, now: 5, mark: 9 })).toEqual({
      ...{ trusted: false, sureOf: 9, upTo: Number.POSITIVE_INFINITY },
    });
    expect(trustOf({ synced: false, now: 9, mark: 9 })).toEqual({ trusted: false, sureOf: 9, upTo: 9 + 2 * DAY });
  });
});
