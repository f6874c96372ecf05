import { describe, expect, it } from 'vitest';
import { check, emptyDraft, nameOf, needsCategory, type TakeoverDraft, timesOf } from './draft';

const ZONE = 'Asia/Jakarta';
const NOW = Date.parse('2025-11-24T14:05:00+07:00');
const draft = (part: Partial<TakeoverDraft> = {}): TakeoverDraft => ({
  ...emptyDraft(NOW, ZONE),
  title: 'Banjir',
  ...part,
});
const beside = { zone: ZONE, assetName: 'Klip', underLock: false };
const faults = (part: Partial<TakeoverDraft>, underLock = false) => {
  const checked = check(draft(part), NOW, { ...beside, underLock });
  return checked.ok ? [] : checked.faults;
};

describe('times', () => {
  it('count from the moment it is sent', () => {
    expect(timesOf(draft({ long: '15' }), NOW, ZONE)).toEqual({ from: NOW, until: NOW + 900_000 });
    expect(timesOf(draft({ long: 'open' }), NOW, ZONE)).toEqual({ from: NOW, until: null });
  });

  it('are of the station’s wall clock', () => {
    const planned = draft({
      long: 'planned',
      fromDay: '2025-11-25',
      fromTime: '09:00',
      untilDay: '2025-11-25',
      untilTime: '09:30',
    });
    const from = Date.parse('2025-11-25T09:00:00+07:00');
    expect(timesOf(planned, NOW, ZONE)).toEqual({ from, until: from + 1_800_000 });
  });
});

describe('check', () => {
  it('sends a text named by its title, to all displays and none by name', () => {
    const checked = check(draft({ displayIds: ['01J00000000000000000000000'], test: true }), NOW, beside);
    expect(checked).toMatchObject({
      ok: true,
      fields: { name: 'Banjir', test: true, where: { all: true, displayIds: [] }, from: NOW, until: null },
    });
  });

  it.each([
    [{ title: '  ' }, ['title']],
    [{ kind: 'asset' }, ['asset']],
    [{ kind: 'page', url: 'bmkg.go.id' }, ['url']],
    [{ kind: 'page', url: 'file:///etc/passwd' }, ['url']],
    [{ all: false }, ['where']],
    [{ long: 'until', untilDay: '2025-11-24', untilTime: '14:00' }, ['until']],
    [{ long: 'planned', fromDay: '2025-11-26', untilDay: '2025-11-25' }, ['until']],
    [{ title: '', all: false }, ['title', 'where']],
  ] as [Partial<TakeoverDraft>, string[]][])('of %o finds %o', (part, found) => expect(faults(part)).toEqual(found));

  it('forgives what the chosen kind does not use', () => {
    expect(faults({ kind: 'page', title: '', url: 'https://bmkg.go.id/' })).toEqual([]);
  });
});

describe('a category', () => {
  it('is asked for under a lock of a notice and a page, never of an emergency or of material', () => {
    expect(faults({ tone: 'notice' })).toEqual([]);
    expect(faults({ tone: 'notice' }, true)).toEqual(['category']);
    expect(faults({ tone: 'notice', category: 'Kebencanaan' }, true)).toEqual([]);
    expect(faults({ tone: 'emergency' }, true)).toEqual([]);
    expect(faults({ kind: 'page', url: 'https://bmkg.go.id/' }, true)).toEqual(['category']);
    expect(needsCategory(draft({ kind: 'asset' }), true)).toBe(false);
  });

  it('goes with the words and the page, and with no material', () => {
    const what = (part: Partial<TakeoverDraft>) => {
      const checked = check(draft({ category: 'Kebencanaan', ...part }), NOW, beside);
      return checked.ok ? checked.fields.what : null;
    };
    expect(what({})).toMatchObject({ category: 'Kebencanaan' });
    expect(what({ category: null })).not.toHaveProperty('category');
    expect(what({ kind: 'page', url: 'https://bmkg.go.id/' })).toMatchObject({ category: 'Kebencanaan' });
    expect(what({ kind: 'asset', assetId: '01J00000000000000000000000' })).not.toHaveProperty('category');
  });
});

it('a name has one line and two hundred characters at most', () => {
  expect(nameOf(draft({ title: 'Banjir\nbesar' }), '')).toBe('Banjir besar');
  expect(nameOf(draft({ title: 'x'.repeat(300) }), '')).toHaveLength(200);
  expect(nameOf(draft({ kind: 'page', url: ' https://bmkg.go.id/peta ' }), '')).toBe('bmkg.go.id/peta');
});
