import { beforeEach, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import { ALWAYS, EVERYWHERE, type RuleFields, StageCalendarFields } from '../../contract/records/rule';
import { SignedRulebook } from '../../contract/records/rulebook';
import { newId } from '../../contract/ulid';
import { DAY_MS, HOUR_MS } from '../../domain/calendar';
import { updateSettings } from '../control/settings';
import { type Store, settingsOf } from '../store';
import { caller, operator, putAsset, sampleAgency, sampleAsset, sampleDisplay, samplePlay } from '../store/samples';
import type { RulesRoom } from '.';
import { freshRules, program, second } from './fresh-rules';
import { endStale } from './lifts';
import { lockFields, ruleFields } from './samples';
import { seedRules } from './seed';

const START = Date.parse('2024-11-25T03:00:00Z');
const at = { now: START };
const clock = { now: () => at.now };

let store: Store;
let room: RulesRoom;
freshRules(at, START, (fresh, made) => {
  [store, room] = [fresh, made];
});

const pilkada = (shiftDays = 0, name = 'Pilkada Tirtaraya') =>
  room.handlers.stages.copy({ key: 'pilkada-2024', name, shiftDays }, caller);
const theLock = () => {
  const lock = store.all('rule').find(({ does }) => does.kind === 'lock');
  if (!lock) throw new Error('no lock');
  return lock;
};

describe('a rule', () => {
  it('keeps every version with who made it, also of one that is taken away', async () => {
    const { rules } = room.handlers;
    const made = await rules.create(ruleFields(), caller);
    const changed = await rules.update(
      { id: made.id, rev: made.rev, fields: ruleFields({ source: 'Perda 4/2025' }) },
      second,
    );
    expect(changed.version).toBe(2);
    await rules.remove({ id: made.id }, caller);
    const versions = await rules.versions({ id: made.id }, caller);
    expect(versions.map(({ version, by, removed, fields: { source } }) => [version, by, removed, source])).toEqual([
      [3, 'Operator 1', true, 'Perda 4/2025'],
      [2, 'Operator 2', false, 'Perda 4/2025'],
      [1, 'Operator 1', false, 'PP 28/2024'],
    ]);
  });

  it('is taken back by undo, a lock is not', async () => {
    await room.handlers.rules.create(ruleFields(), caller);
    await store.undo(operator);
    expect(store.all('rule')).toEqual([]);
    at.now -= 30 * DAY_MS;
    await room.handlers.rules.create(lockFields(), caller);
    await expect(store.undo(operator)).rejects.toMatchObject({ data: { code: 'nothingToUndo' } });
  });

  it('is refused where displays could no longer take the book', async () => {
    const many = { ...EVERYWHERE, displayIds: Array.from({ length: 5000 }, (_, n) => newId(n)) };
    await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
      for (const id of many.displayIds) tx.put('display', sampleDisplay({ id }));
    });
    const made: string[] = [];
    const create = async () =>
      void made.push((await room.handlers.rules.create(ruleFields({ scope: many }), caller)).id);
    for (let n = 0; n < 13; n++) await create();
    expect(await reasonsOf(create)).toEqual(['rules.tooLarge']);
    expect(
      SignedRulebook.shape.text.safeParse(JSON.stringify(room.handlers.rules.book(undefined, caller))).success,
    ).toBe(true);
    expect(store.all('rule')).toHaveLength(made.length);
  });

  it('names displays and stages that are there', async () => {
    const time = { ...ALWAYS, stages: [`${newId()}/kampanye`] };
    const wrong = ruleFields({ scope: { ...EVERYWHERE, displayIds: [newId()] }, time });
    expect(await reasonsOf(() => room.handlers.rules.create(wrong, caller))).toEqual([
      'booking.noDisplay',
      'rules.noStage',
    ]);
  });

  it('comes with Suar once, and not again after it was removed', async () => {
    await seedRules({ store, clock });
    expect(store.all('rule').map(({ source }) => source)).toEqual(['UU 7/2017 pasal 304', 'PP 28/2024 pasal 449']);
    for (const { id } of store.all('rule')) await room.handlers.rules.remove({ id }, caller);
    await seedRules({ store, clock });
    expect(store.all('rule')).toEqual([]);
  });
});

describe('a lock on its days', () => {
  it.each<[string, Partial<RuleFields>]>([
    ['switched off', { active: false }],
    ['made another rule', { does: { kind: 'warn' } }],
    ['ended earlier', { time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-25' } }],
    ['moved', { time: { ...ALWAYS, from: '2024-11-26', to: '2024-11-30' } }],
    [
      'bound to hours',
      { time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-26', hours: [{ start: '06:00:00', end: '22:00:00' }] } },
    ],
    ['bound to weekdays', { time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-26', weekdays: [1] } }],
    ['bound to the radio', { scope: { ...EVERYWHERE, categories: ['Iklan kampanye'], channels: ['radio'] } }],
    ['about something else', { scope: { ...EVERYWHERE, categories: ['Iklan rokok'] } }],
    ['no law any more', { validTo: '2024-11-25' }],
  ])('is not %s', async (_name, over) => {
    const made = await room.handlers.rules.create(lockFields(), caller);
    const change = () => room.handlers.rules.update({ id: made.id, rev: made.rev, fields: lockFields(over) }, second);
    expect(await reasonsOf(change)).toEqual(['rules.lockHolds']);
    expect(store.get('rule', made.id)).toEqual(made);
  });

  it('is made longer and wider by one person', async () => {
    const { id, rev } = await room.handlers.rules.create(lockFields(), caller);
    const wider = lockFields({ time: { ...ALWAYS, from: '2024-11-23', to: '2024-11-28' }, scope: EVERYWHERE });
    expect((await room.handlers.rules.update({ id, rev, fields: wider }, second)).version).toBe(2);
  });

  it('is removed after them, not on them, and not while it is lifted for an hour', async () => {
    const { id } = await room.handlers.rules.create(lockFields(), caller);
    expect(await reasonsOf(() => room.handlers.rules.remove({ id }, caller))).toEqual(['rules.lockHolds']);
    await liftForAnHour(id);
    expect(await reasonsOf(() => room.handlers.rules.remove({ id }, caller))).toEqual(['rules.lockHolds']);
    at.now = Date.parse('2024-11-26T17:00:00Z');
    await room.handlers.rules.remove({ id }, caller);
    expect(store.all('rule')).toEqual([]);
  });

  it('is not ended by its stage, and its stage goes nowhere while a rule goes by it', async () => {
    const { id, rev, name, source, stages } = await pilkada();
    const shorter = stages.map((stage) => (stage.key === 'masa-tenang' ? { ...stage, to: '2024-11-25' } : stage));
    const update = (next: typeof stages) =>
      room.handlers.stages.update({ id, rev, fields: { name, source, stages: next } }, caller);
    expect(await reasonsOf(() => update(shorter))).toEqual(['rules.lockHolds']);
    expect(await reasonsOf(() => update(stages.slice(0, 3)))).toContain('where.rule');
    expect(await reasonsOf(() => room.handlers.stages.remove({ id }, caller))).toContain('where.rule');
    const longer = stages.map((stage) => (stage.key === 'masa-tenang' ? { ...stage, to: '2024-11-27' } : stage));
    expect((await update(longer)).stages.find(({ key }) => key === 'masa-tenang')?.to).toBe('2024-11-27');
    await expect(store.undo(operator)).rejects.toMatchObject({
      data: { code: 'undoConflict', details: [{ code: 'rules.lockHolds' }] },
    });
  });

  it('keeps what it is about: material, agencies and panels are not said to be others on its days', async () => {
    const kpu = sampleAgency({ name: 'Peserta 1', kind: 'participant' });
    const panel = sampleDisplay({ place: 'Alun-alun' });
    const group = { id: newId(), rev: 0, name: 'Pusat kota', displayIds: [panel.id] };
    const campaign = sampleAsset({ category: 'Iklan kampanye', agencyId: kpu.id });
    const seed = { command: 'tests.seed', actor: operator };
    await store.commit(seed, (tx) => {
      tx.put('asset', campaign);
      tx.put('agency', kpu);
      tx.put('display', panel);
      tx.put('displayGroup', group);
    });
    at.now -= 30 * DAY_MS;
    await room.handlers.rules.create(lockFields(), caller);
    const ofKind = { ...EVERYWHERE, agencyKinds: ['participant' as const] };
    await room.handlers.rules.create(lockFields({ name: 'Peserta', scope: ofKind }), caller);
    const ofGroup = { ...EVERYWHERE, groupIds: [group.id] };
    await room.handlers.rules.create(lockFields({ name: 'Kelompok', scope: ofGroup }), caller);
    const ofSite = { ...EVERYWHERE, places: ['Alun-alun'] };
    await room.handlers.rules.create(lockFields({ name: 'Tempat', scope: ofSite }), caller);
    const change = (command: string, work: Parameters<typeof store.commit>[1]) =>
      store.commit({ command, actor: operator, undoable: true }, work);
    const ways = {
      category: () => change('library.update', (tx) => tx.put('asset', { ...campaign, category: 'Kesehatan' })),
      agency: () => change('library.update', (tx) => tx.put('asset', { ...campaign, agencyId: null })),
      kind: () => change('agencies.update', (tx) => tx.put('agency', { ...kpu, kind: 'local' })),
      member: () => change('groups.update', (tx) => tx.put('displayGroup', { ...group, displayIds: [] })),
      group: () => change('groups.remove', (tx) => tx.remove('displayGroup', group.id)),
      place: () => change('displays.update', (tx) => tx.put('display', { ...panel, place: 'Terminal' })),
    };
    at.now += 30 * DAY_MS;
    for (const [way, run] of Object.entries(ways))
      expect([way, ...(await reasonsOf(run))]).toEqual([way, 'rules.leavesLock']);
    // The evening before as well.
    at.now = Date.parse('2024-11-23T11:00:00Z');
    for (const [way, run] of Object.entries(ways))
      expect([way, ...(await reasonsOf(run))]).toEqual([way, 'rules.leavesLock']);
    // Once they are over each may be said, and on its days nobody's undo says so.
    at.now = Date.parse('2024-11-28T03:00:00Z');
    await change('library.update', (tx) => tx.put('asset', { ...campaign, category: 'Kesehatan' }));
    await change('library.update', (tx) => tx.put('asset', { ...campaign, category: 'Iklan kampanye' }));
    at.now = Date.parse('2024-11-25T03:00:00Z');
    expect(await reasonsOf(() => store.undo(operator))).toEqual(['rules.leavesLock']);
    await change('library.update', (tx) => tx.put('asset', { ...campaign, name: 'Lain', category: 'Iklan kampanye' }));
  });

  it('is not loosened by a permit, by a category made known, or by another zone', async () => {
    await room.handlers.rules.create(lockFields(), caller);
    const permit = ruleFields({ name: 'Izin', does: { kind: 'permit' }, scope: EVERYWHERE });
    expect(await reasonsOf(() => room.handlers.rules.create(permit, caller))).toEqual(['rules.permitUnderLock']);
    const settings = settingsOf(store);
    const change = (values: Partial<typeof settings>) =>
      updateSettings(store, { rev: settings.rev, values, actor: operator, dataDir: '/x' });
    const known = { categories: [...settings.categories, 'Visi misi'] };
    expect(await reasonsOf(() => change(known))).toEqual(['rules.categoryUnderLock']);
    expect(await reasonsOf(() => change({ zone: 'Asia/Jayapura' }))).toEqual(['rules.lockHolds']);
    at.now += 7 * DAY_MS;
    expect((await change(known)).categories).toContain('Visi misi');
  });
});

async function liftForAnHour(ruleId: string): Promise<void> {
  const until = at.now + HOUR_MS;
  const { id } = await room.handlers.lifts.ask({ ruleId, from: at.now, until, reason: 'Pengumuman resmi KPU' }, caller);
  await room.handlers.lifts.confirm({ id }, second);
}

describe('lifting a lock', () => {
  const ask = (by = caller, from = at.now) => {
    const asked = { ruleId: theLock().id, from, until: from + HOUR_MS, reason: 'Pengumuman resmi KPU' };
    return room.handlers.lifts.ask(asked, by);
  };
  const holding = async () =>
    (await room.handlers.rules.locks(undefined, caller)).map(({ liftedUntil }) => liftedUntil);
  beforeEach(() => pilkada());

  it('takes two people, holds for its time, and is in the history', async () => {
    const { id } = await ask();
    expect(await holding()).toEqual([null]);
    expect(await reasonsOf(() => room.handlers.lifts.confirm({ id }, caller))).toEqual(['rules.liftSamePerson']);
    expect(await holding()).toEqual([null]);
    await room.handlers.lifts.confirm({ id }, second);
    expect(await holding()).toEqual([at.now + HOUR_MS]);
    at.now += HOUR_MS;
    expect(await holding()).toEqual([null]);
    const told = store.audit.list({ record: 'lockLift', id, limit: 9 });
    expect(told.map(({ command, actor }) => [command, actor.name])).toEqual([
      ['lifts.confirm', 'Operator 2'],
      ['lifts.ask', 'Operator 1'],
    ]);
    expect(told.every(({ undoable }) => !undoable)).toBe(true);
  });

  it('is of these days of the lock alone, however long it is asked for', async () => {
    const [lock] = await room.handlers.rules.locks(undefined, caller);
    const asked = { ruleId: theLock().id, from: at.now, reason: 'Pengumuman resmi KPU' };
    const held = await room.handlers.lifts.ask({ ...asked, until: at.now + 400 * DAY_MS }, caller);
    expect(held.until).toBe(lock?.until);
    const after = { ...asked, from: held.until, until: held.until + HOUR_MS };
    expect(await reasonsOf(() => room.handlers.lifts.ask(after, caller))).toEqual(['rules.liftOver']);
  });

  it('is no work for a program, neither end of it', async () => {
    expect(await reasonsOf(() => ask(program))).toEqual(['rules.liftNeedsPerson']);
    const { id } = await ask();
    expect(await reasonsOf(() => room.handlers.lifts.confirm({ id }, program))).toEqual(['rules.liftNeedsPerson']);
  });

  it('is taken back by one person, and confirmed once', async () => {
    const { id } = await ask();
    await room.handlers.lifts.confirm({ id }, second);
    expect(await reasonsOf(() => room.handlers.lifts.confirm({ id }, second))).toEqual(['rules.liftConfirmed']);
    at.now += 1000;
    await room.handlers.lifts.end({ id }, caller);
    expect(await holding()).toEqual([null]);
    expect(await reasonsOf(() => room.handlers.lifts.end({ id }, caller))).toEqual(['rules.liftEnded']);
  });

  it('is forgotten when nobody confirms within a day', async () => {
    const { id } = await ask(caller, at.now + 30 * HOUR_MS);
    at.now += DAY_MS;
    expect(await reasonsOf(() => room.handlers.lifts.confirm({ id }, second))).toEqual(['rules.liftOver']);
    await endStale(store, at.now);
    expect(store.get('lockLift', id)).toMatchObject({ endedAt: at.now, endedBy: { name: 'Suar' } });
  });
});

describe('the template of Pilkada 2024', () => {
  const DATES = {
    ...{ 'badan-adhoc': '2024-04-17 2024-11-05', dp4: '2024-04-24 2024-05-31', perseorangan: '2024-05-05 2024-08-19' },
    ...{ 'daftar-pemilih': '2024-05-31 2024-09-23', pengumuman: '2024-08-24 2024-08-26' },
    ...{
      pendaftaran: '2024-08-27 2024-08-29',
      penelitian: '2024-08-27 2024-09-21',
      penetapan: '2024-09-22 2024-09-22',
    },
    ...{ kampanye: '2024-09-25 2024-11-23', 'iklan-media': '2024-11-10 2024-11-23' },
    ...{ 'masa-tenang': '2024-11-24 2024-11-26', pemungutan: '2024-11-27 2024-11-27' },
    rekapitulasi: '2024-11-27 2024-12-16',
  };
  const datesOf = (stages: StageCalendarFields['stages']) =>
    Object.fromEntries(stages.map(({ key, from, to }) => [key, `${from} ${to}`]));

  it('has every stage on its days, and moves all of them', async () => {
    const [template] = await room.handlers.stages.templates(undefined, caller);
    expect(StageCalendarFields.parse(template?.calendar)).toEqual(template?.calendar);
    expect(datesOf(template?.calendar.stages ?? [])).toMatchObject(DATES);
    const moved = await pilkada(366, 'Tahun depan');
    expect(datesOf(moved.stages)['masa-tenang']).toBe('2025-11-25 2025-11-27');
  });

  it('brings its rules, which refuse by their articles on their days and nothing else', async () => {
    await seedRules({ store, clock });
    await pilkada();
    const ask = async (category: string, day: string, ms = 30_000) => {
      const supposed = {
        kind: 'supposed',
        category,
        agencyKind: null,
        approval: 'notNeeded',
        ppid: 'periodic',
      } as const;
      const matter = { ...supposed, subject: 'Paslon 1', ms };
      const asked = { matter, at: Date.parse(`${day}T12:00:00+07:00`), displayIds: [], clock: 'trusted' as const };
      const answers = await room.handlers.rules.ask({ ...asked, channels: ['displays', 'radio'] }, caller);
      return answers.map(({ verdict }) => verdict.because.map(({ reason: { params } }) => params?.source).join(' + '));
    };
    const spot = 'Spot kampanye fasilitasi KPU';
    expect(await ask(spot, '2024-11-09')).toEqual(['PKPU 13/2024', 'PKPU 13/2024']);
    expect(await ask(spot, '2024-11-10')).toEqual(['', '']);
    expect(await ask(spot, '2024-11-23')).toEqual(['', '']);
    expect(await ask(spot, '2024-11-23', 45_000)).toEqual(['PKPU 13/2024', '']);
    expect(await ask(spot, '2024-11-23', 61_000)).toEqual(['PKPU 13/2024', 'PKPU 13/2024']);
    expect((await ask('Rekam jejak peserta', '2024-11-24'))[0]).toBe('PKPU 13/2024; PKPU 2/2024');
    expect((await ask('Rekam jejak peserta', '2024-11-27'))[0]).toBe('');
    expect(await ask('Iklan kampanye', '2024-11-15')).toEqual(['UU 7/2017 pasal 304', 'UU 7/2017 pasal 304']);
    expect(await ask('Kesehatan', '2024-11-25')).toEqual(['', '']);
    expect(store.all('rule').filter(({ source }) => source.startsWith('UU 7/2017'))).toHaveLength(1);
    expect(settingsOf(store).categories).toContain(spot);
  });

  it('says of a week when something may air', async () => {
    await pilkada();
    const from = Date.parse('2024-11-21T17:00:00Z');
    const matter = {
      kind: 'supposed',
      category: 'Rekam jejak peserta',
      agencyKind: null,
      approval: 'notNeeded',
    } as const;
    const whole = { ...matter, ppid: 'periodic', subject: null, ms: 1000 } as const;
    const asked = { matter: whole, from, until: from + 7 * DAY_MS, channels: ['radio' as const], displayIds: [] };
    const [radio] = await room.handlers.rules.spells(asked, caller);
    const refusedAt = radio?.spells.filter(({ verdict }) => !verdict.allowed).map((spell) => [spell.from, spell.until]);
    expect(refusedAt).toEqual([[Date.parse('2024-11-23T17:00:00Z'), Date.parse('2024-11-26T17:00:00Z')]]);
  });
});

describe('fairness', () => {
  it('counts what each subject was given by channel and place, also of material that is gone', async () => {
    const [one, two] = [sampleAsset({ subject: 'Paslon 1' }), sampleAsset({ subject: 'Paslon 2' })];
    const seed = { command: 'library.import', actor: operator };
    const [three, binned] = [sampleAsset({ subject: 'Paslon 3' }), sampleAsset({ subject: 'Paslon 4', trashedAt: 1 })];
    await store.commit(seed, (tx) => {
      for (const asset of [one, two, three, binned, sampleAsset()]) tx.put('asset', asset);
    });
    const noon = Date.parse('2024-11-12T05:00:00Z');
    const [left, right] = [newId(), newId()];
    const play = (assetId: string, displayId: string, hour: number, over = {}) =>
      samplePlay({
        assetId,
        displayId,
        startedAt: noon + hour * HOUR_MS,
        endedAt: noon + hour * HOUR_MS + 30_000,
        ...over,
      });
    store.plays.add([
      ...[play(one.id, left, 0), play(one.id, left, 1), play(one.id, right, 2), play(two.id, left, 3)],
      ...[play(one.id, left, 4, { outcome: 'skipped' }), play(two.id, '0000000000000000000RAD10CH', 5)],
      play(one.id, left, 24 * 9),
    ]);
    await store.commit({ command: 'library.purge', actor: operator }, (tx) => tx.remove('asset', two.id));
    const NOTHING = { plays: 0, seconds: 0, mostADay: 0, places: 0 };
    const days = { from: '2024-11-12', to: '2024-11-12' };
    expect(await room.handlers.rules.fairness(days, caller)).toEqual([
      { subject: 'Paslon 1', channel: 'displays', plays: 3, seconds: 90, mostADay: 3, places: 2 },
      { subject: 'Paslon 1', channel: 'radio', ...NOTHING },
      { subject: 'Paslon 1', channel: 'station', plays: 3, seconds: 90, mostADay: 3, places: 2 },
      { subject: 'Paslon 2', channel: 'displays', plays: 1, seconds: 30, mostADay: 1, places: 1 },
      { subject: 'Paslon 2', channel: 'radio', plays: 1, seconds: 30, mostADay: 1, places: 1 },
      { subject: 'Paslon 2', channel: 'station', plays: 2, seconds: 60, mostADay: 2, places: 2 },
      ...(['displays', 'radio', 'station'] as const).map((channel) => ({ subject: 'Paslon 3', channel, ...NOTHING })),
    ]);
    const weeks = await room.handlers.rules.fairness({ ...days, to: '2024-11-30' }, caller);
    expect(weeks.find(({ channel }) => channel === 'station')).toMatchObject({ plays: 4, mostADay: 3 });
    let csv = '';
    for await (const piece of await room.fairnessCsv(days, 'id', 'viewer')) csv += piece;
    expect(csv).toContain('Paslon 1;Layar;3;90,0;75,0;3;2');
    expect(csv).toContain('Paslon 3;Radio;0;0,0;0,0;0;0');
  });

  it('names nobody to others than the desk whom nothing but exempt material names, also when it is gone', async () => {
    const secret = { ppid: 'exempt' as const };
    const [aired, gone] = [
      sampleAsset({ subject: 'Paslon 5', ...secret }),
      sampleAsset({ subject: 'Paslon 6', ...secret }),
    ];
    const [also, never] = [
      sampleAsset({ subject: 'Paslon 1', ...secret }),
      sampleAsset({ subject: 'Paslon 7', ...secret }),
    ];
    await store.commit({ command: 'library.import', actor: operator }, (tx) => {
      for (const asset of [aired, gone, also, never]) putAsset(tx, asset);
      putAsset(tx, sampleAsset({ subject: 'Paslon 1', hash: 'e'.repeat(64) }));
    });
    const startedAt = Date.parse('2024-11-12T05:00:00Z');
    store.plays.add(
      [aired, gone, also].map(({ id }) => samplePlay({ assetId: id, startedAt, endedAt: startedAt + 1000 })),
    );
    await store.commit({ command: 'library.purge', actor: operator }, (tx) => tx.remove('asset', gone.id));
    const days = { from: '2024-11-12', to: '2024-11-12' };
    const named = async (role: 'viewer' | 'operator') =>
      new Set((await room.handlers.rules.fairness(days, { ...caller, role })).map(({ subject }) => subject));
    expect(await named('viewer')).toEqual(new Set(['Paslon 1']));
    expect(await named('operator')).toEqual(new Set(['Paslon 1', 'Paslon 5', 'Paslon 6', 'Paslon 7']));
    // Time that was given to whom all may know of stays given.
    expect(await room.handlers.rules.fairness(days, { ...caller, role: 'viewer' })).toContainEqual(
      expect.objectContaining({ subject: 'Paslon 1', channel: 'station', plays: 1 }),
    );
    let csv = '';
    for await (const piece of await room.fairnessCsv(days, 'id', 'viewer')) csv += piece;
    expect(csv).not.toMatch(/Paslon [567]/);
  });
});
