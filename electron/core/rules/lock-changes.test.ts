import { beforeEach, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../../tests/fixtures/refusals';
import type { RecordName } from '../../contract/records';
import { ALWAYS, EVERYWHERE, type RuleFields } from '../../contract/records/rule';
import { newId } from '../../contract/ulid';
import { DAY_MS } from '../../domain/calendar';
import { updateSettings } from '../control/settings';
import { type Store, settingsOf } from '../store';
import { caller, colleague, operator, refused, sampleAgency, sampleAsset, sampleDisplay } from '../store/samples';
import type { RulesRoom } from '.';
import { freshRules, program, second } from './fresh-rules';
import { endStale } from './lifts';
import { lockFields, ruleFields } from './samples';

const MADE = Date.parse('2024-10-01T03:00:00Z');
const EVENING_BEFORE = Date.parse('2024-11-23T11:00:00Z');
const WEEK_BEFORE = EVENING_BEFORE - 6 * DAY_MS;
const AFTER = Date.parse('2024-11-27T03:00:00Z');
const WHY = 'Salah tanggal menurut KPU';
const at = { now: MADE };

let store: Store;
let room: RulesRoom;
freshRules(at, MADE, (fresh, made) => {
  [store, room] = [fresh, made];
});

const mine = () => room.handlers.lockChanges.mine(undefined, caller);
async function ask() {
  const held = await mine();
  return room.handlers.lockChanges.ask({ at: held?.at ?? 0, reason: WHY }, caller);
}
const confirm = (id: string, by = second) => room.handlers.lockChanges.confirm({ id }, by);
const seed = (work: Parameters<typeof store.commit>[1]) =>
  store.commit({ command: 'tests.seed', actor: operator }, work);

/** Every way by which one person could loosen a lock, as this person's own commands. */
async function waysRound(): Promise<Record<string, () => Promise<unknown>>> {
  const kpu = sampleAgency({ name: 'Peserta 1', kind: 'participant' });
  const panel = sampleDisplay({ place: 'Alun-alun' });
  const group = { id: newId(), rev: 0, name: 'Pusat kota', displayIds: [panel.id] };
  const campaign = sampleAsset({ category: 'Iklan kampanye' });
  await seed((tx) => [
    tx.put('asset', campaign),
    tx.put('agency', kpu),
    tx.put('display', panel),
    tx.put('displayGroup', group),
  ]);
  const calendar = await room.handlers.stages.copy({ key: 'pilkada-2024', name: 'Pilkada', shiftDays: 0 }, caller);
  const { id, rev } = await room.handlers.rules.create(lockFields(), caller);
  const scopes = { agencyKinds: ['participant' as const] };
  await room.handlers.rules.create(lockFields({ name: 'Peserta', scope: { ...EVERYWHERE, ...scopes } }), caller);
  const ofGroup = lockFields({ name: 'Kelompok', scope: { ...EVERYWHERE, groupIds: [group.id] } });
  await room.handlers.rules.create(ofGroup, caller);
  const ofPlace = lockFields({ name: 'Tempat', scope: { ...EVERYWHERE, places: ['Alun-alun'] } });
  await room.handlers.rules.create(ofPlace, caller);
  const update = (over: Partial<RuleFields>) =>
    room.handlers.rules.update({ id, rev, fields: lockFields(over) }, caller);
  const change = (work: Parameters<typeof store.commit>[1]) =>
    store.commit({ command: 'tests.change', actor: operator, undoable: true }, work);
  const { name, source, stages } = calendar;
  const restage = (to: string) =>
    stages.map((stage) => (stage.key === 'masa-tenang' ? { ...stage, from: '2024-11-24', to } : stage));
  const settings = () => settingsOf(store);
  const set = (values: Parameters<typeof updateSettings>[1]['values']) =>
    updateSettings(store, { rev: settings().rev, values, actor: operator, dataDir: '/x' });
  return {
    removed: async () => room.handlers.rules.remove({ id }, caller),
    'switched off': async () => update({ active: false }),
    shortened: async () => update({ time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-25' } }),
    moved: async () => update({ time: { ...ALWAYS, from: '2024-12-24', to: '2024-12-26' } }),
    narrowed: async () => update({ scope: { ...EVERYWHERE, categories: ['Iklan kampanye'], channels: ['radio'] } }),
    'its stage moved': async () =>
      room.handlers.stages.update(
        { id: calendar.id, rev: calendar.rev, fields: { name, source, stages: restage('2024-11-24') } },
        caller,
      ),
    'a permit': async () =>
      room.handlers.rules.create(ruleFields({ does: { kind: 'permit' }, scope: EVERYWHERE }), caller),
    'a category made known': () => set({ categories: [...settings().categories, 'Visi misi'] }),
    'another zone': () => set({ zone: 'Asia/Jayapura' }),
    'material said to be another': () => change((tx) => tx.put('asset', { ...campaign, category: 'Kesehatan' })),
    'an agency said to be another': () => change((tx) => tx.put('agency', { ...kpu, kind: 'local' })),
    'a panel out of its group': () => change((tx) => tx.put('displayGroup', { ...group, displayIds: [] })),
    'a panel moved': () => change((tx) => tx.put('display', { ...panel, place: 'Terminal' })),
  };
}
const OF_ITSELF = ['removed', 'switched off', 'shortened', 'moved', 'narrowed', 'its stage moved', 'another zone'];
/** What an office changes every day, and what gets round a lock only once it is near. */
const IN_PASSING = [
  ...['a permit', 'a category made known', 'material said to be another', 'an agency said to be another'],
  ...['a panel out of its group', 'a panel moved'],
];

describe('a lock whose days have not come', () => {
  it.each([...OF_ITSELF, ...IN_PASSING])('is not loosened by one person (%s), and is by two', async (way) => {
    const run = (await waysRound())[way] ?? (() => expect.fail(way));
    const when = IN_PASSING.includes(way) ? [WEEK_BEFORE, EVENING_BEFORE] : [MADE + DAY_MS, EVENING_BEFORE];
    for (const now of when) {
      at.now = now;
      const before = JSON.stringify([store.all('rule'), store.all('stageCalendar'), settingsOf(store)]);
      expect((await reasonsOf(run)).every((code) => /^rules\..*[lL]ock/.test(code))).toBe(true);
      expect(JSON.stringify([store.all('rule'), store.all('stageCalendar'), settingsOf(store)])).toBe(before);
    }
    const { id, lines, loosens } = await ask();
    expect(lines.length).toBeGreaterThan(0);
    expect(loosens.length).toBeGreaterThan(0);
    expect((await confirm(id)).confirmedBy).toEqual({ id: colleague.id, name: colleague.name });
    // It was made as it was meant.
    const { changes } = store.get('lockChange', id) ?? expect.fail('no request');
    for (const { record, id: of, after } of changes) {
      const now = store.get(record as RecordName, of);
      if (after === null) expect(now).toBeUndefined();
      else expect({ ...now, rev: 0, pictures: null }).toEqual({ ...after, rev: 0, pictures: null });
    }
  });

  it.each(IN_PASSING)('lets one person change what is changed every day while it is far ahead (%s)', async (way) => {
    const run = (await waysRound())[way] ?? (() => expect.fail(way));
    at.now = MADE + DAY_MS;
    await expect(run()).resolves.not.toThrow();
  });

  it('is free again when its last day is over', async () => {
    const { id } = await room.handlers.rules.create(lockFields(), caller);
    at.now = AFTER;
    await room.handlers.rules.remove({ id }, caller);
    expect(store.all('rule')).toEqual([]);
  });

  it('is not loosened by undo of what was done before it was made', async () => {
    const campaign = sampleAsset({ category: 'Kesehatan' });
    await seed((tx) => tx.put('asset', campaign));
    await store.commit({ command: 'library.update', actor: operator, undoable: true }, (tx) =>
      tx.put('asset', { ...campaign, category: 'Iklan kampanye' }),
    );
    await room.handlers.rules.create(lockFields(), second);
    at.now = WEEK_BEFORE;
    await expect(store.undo(operator)).rejects.toMatchObject({
      data: { code: 'undoConflict', details: [{ code: 'rules.leavesLock' }] },
    });
    // An undo is nothing to ask another for.
    expect(await mine()).toBeNull();
  });
});

describe('what waits for a second person', () => {
  let ruleId: string;
  beforeEach(async () => {
    ruleId = (await room.handlers.rules.create(lockFields(), caller)).id;
    at.now = EVENING_BEFORE;
  });
  const remove = (by = caller) => room.handlers.rules.remove({ id: ruleId }, by);

  it('is another’s to confirm, never a program’s, and once', async () => {
    await reasonsOf(remove);
    const { id } = await ask();
    expect(await mine()).toBeNull();
    expect(await reasonsOf(() => confirm(id, caller))).toEqual(['rules.liftSamePerson']);
    expect(await reasonsOf(() => confirm(id, program))).toEqual(['rules.liftNeedsPerson']);
    expect(store.get('rule', ruleId)).toBeDefined();
    await confirm(id);
    expect(store.get('rule', ruleId)).toBeUndefined();
    expect(await reasonsOf(() => confirm(id))).toEqual(['rules.liftConfirmed']);
    expect(await reasonsOf(() => room.handlers.lockChanges.end({ id }, caller))).toEqual(['rules.liftConfirmed']);
    const told = store.audit.list({ record: 'lockChange', id, limit: 9 });
    expect(told.map(({ command, actor, undoable }) => [command, actor.name, undoable])).toEqual([
      ['lockChanges.confirm', 'Operator 2', false],
      ['lockChanges.ask', 'Operator 1', false],
    ]);
    expect(told[0]?.changes.map(({ record }) => record)).toEqual(['lockChange', 'ruleVersion', 'rule']);
  });

  it('is a person’s own newest, for a quarter of an hour, and no program’s', async () => {
    await reasonsOf(() => remove(program));
    expect(await room.handlers.lockChanges.mine(undefined, program)).toBeNull();
    await reasonsOf(remove);
    expect(await room.handlers.lockChanges.mine(undefined, second)).toBeNull();
    const held = await mine();
    at.now += 15 * 60_000;
    const late = () => room.handlers.lockChanges.ask({ at: held?.at ?? 0, reason: WHY }, caller);
    expect(await reasonsOf(late)).toEqual(['rules.changeGone']);
  });

  it('is let be by whoever no longer wants it, but not a newer one', async () => {
    await reasonsOf(remove);
    const held = await mine();
    const drop = () => room.handlers.lockChanges.drop({ at: held?.at ?? 0 }, caller);
    at.now += 1000;
    await reasonsOf(remove);
    await drop();
    const newer = await mine();
    expect(newer?.at).toBe(at.now);
    await room.handlers.lockChanges.drop({ at: at.now }, caller);
    expect(await mine()).toBeNull();
    expect(store.get('rule', ruleId)).toBeDefined();
  });

  it('is refused by a code of its own', async () => {
    expect((await refused(remove)).code).toBe('needsTwo');
  });

  it('changes nothing when it is declined, or when nobody answers within a day', async () => {
    await reasonsOf(remove);
    const declined = await ask();
    await room.handlers.lockChanges.end({ id: declined.id }, second);
    expect(await reasonsOf(() => confirm(declined.id))).toEqual(['rules.liftEnded']);
    await reasonsOf(remove);
    const forgotten = await ask();
    at.now += DAY_MS;
    expect(await reasonsOf(() => confirm(forgotten.id))).toEqual(['rules.liftOver']);
    await endStale(store, at.now);
    expect(store.get('lockChange', forgotten.id)).toMatchObject({ endedAt: at.now, endedBy: { name: 'Suar' } });
    expect(store.get('rule', ruleId)).toBeDefined();
  });

  it('is refused where what it changes has moved since', async () => {
    await reasonsOf(remove);
    const { id } = await ask();
    const { rev } = store.get('rule', ruleId) ?? expect.fail('no rule');
    const wider = lockFields({ time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-28' } });
    await room.handlers.rules.update({ id: ruleId, rev, fields: wider }, second);
    expect(await reasonsOf(() => confirm(id))).toContain('store.movedSince');
    expect(store.get('rule', ruleId)?.time.to).toBe('2024-11-28');
  });

  it.each<[string, Parameters<typeof sampleAsset>[0]]>([
    ['content', { hash: 'd'.repeat(64) }],
    ['approval', { approval: 'approved', approvedHash: 'a'.repeat(64) }],
    ['class', { ppid: 'periodic', ppidReviewBy: '2025-01-01' }],
    ['validity', { validTo: '2024-12-31' }],
  ])('is refused where the %s of the material is another since', async (_, since) => {
    const campaign = sampleAsset({ category: 'Iklan kampanye', approval: 'pending' });
    await seed((tx) => tx.put('asset', campaign));
    await reasonsOf(() =>
      store.commit({ command: 'library.update', actor: operator }, (tx) =>
        tx.put('asset', { ...campaign, category: 'Kesehatan' }),
      ),
    );
    const { id } = await ask();
    const elsewhere = { command: 'tests.seed', actor: colleague };
    await store.commit(elsewhere, (tx) => tx.put('asset', { ...campaign, ...since }));
    expect(await reasonsOf(() => confirm(id))).toEqual(['store.movedSince']);
    expect(store.get('asset', campaign.id)).toMatchObject({ category: 'Iklan kampanye', ...since });
    // What the law does not read may change.
    await seed((tx) => tx.put('asset', { ...campaign, tags: ['baru'] }));
    await confirm(id);
    expect(store.get('asset', campaign.id)).toMatchObject({ category: 'Kesehatan', tags: ['baru'] });
  });

  it('loosens no lock that was made since it was asked', async () => {
    const campaign = sampleAsset({ category: 'Iklan kampanye' });
    await seed((tx) => tx.put('asset', campaign));
    const rename = () =>
      store.commit({ command: 'library.update', actor: operator }, (tx) =>
        tx.put('asset', { ...campaign, category: 'Kesehatan' }),
      );
    expect(await reasonsOf(rename)).toEqual(['rules.leavesLock']);
    const { id } = await ask();
    await room.handlers.rules.create(lockFields({ name: 'Kunci kedua' }), second);
    at.now += 16 * 60_000;
    const why = (await refused(() => confirm(id))).data.details;
    expect(why.map(({ params }) => params?.rule)).toEqual(['Kunci kedua']);
    expect(store.get('asset', campaign.id)?.category).toBe('Iklan kampanye');
  });

  it('is confirmed whole, however much it loosens, of which some is told', async () => {
    const panels = Array.from({ length: 25 }, (_, n) => sampleDisplay({ name: `VT-${n}` }));
    const group = { id: newId(), rev: 0, name: 'Kota', displayIds: panels.map(({ id }) => id) };
    await seed((tx) => [...panels.map((panel) => tx.put('display', panel)), tx.put('displayGroup', group)]);
    await room.handlers.rules.create(
      lockFields({ name: 'Kota', scope: { ...EVERYWHERE, groupIds: [group.id] } }),
      second,
    );
    const empty = () => seed((tx) => tx.put('displayGroup', { ...group, displayIds: [] }));
    expect(await reasonsOf(empty)).toHaveLength(20);
    const { id, loosens } = await ask();
    expect(loosens).toHaveLength(25);
    await confirm(id);
    expect(store.get('displayGroup', group.id)?.displayIds).toEqual([]);
  });

  it('is not that its group goes: it would hold nowhere, for good', async () => {
    const panel = sampleDisplay();
    const group = { id: newId(), rev: 0, name: 'Kota', displayIds: [panel.id] };
    await seed((tx) => [tx.put('display', panel), tx.put('displayGroup', group)]);
    const scope = { ...EVERYWHERE, groupIds: [group.id] };
    await room.handlers.rules.create(lockFields({ name: 'Kota', scope }), second);
    expect(await reasonsOf(() => seed((tx) => tx.remove('displayGroup', group.id)))).toEqual(['rules.leavesLock']);
    const { id } = await ask();
    expect(await reasonsOf(() => confirm(id))).toEqual(['where.rule']);
    expect(store.get('displayGroup', group.id)).toBeDefined();
  });

  it('says what it is by its lines', async () => {
    const { rev } = store.get('rule', ruleId) ?? expect.fail('no rule');
    const shorter = lockFields({ time: { ...ALWAYS, from: '2024-11-24', to: '2024-11-25' } });
    await reasonsOf(() => room.handlers.rules.update({ id: ruleId, rev, fields: shorter }, caller));
    expect((await mine())?.lines).toEqual([
      { kind: 'rule', name: 'Masa tenang', before: lockFields(), after: shorter },
    ]);
  });
});

describe('a lock made by mistake', () => {
  const make = async (over = {}) => (await room.handlers.rules.create(lockFields(over), caller)).id;
  const remove = (id: string, by = caller) => room.handlers.rules.remove({ id }, by);

  it('is taken back alone within a quarter of an hour by whoever made it', async () => {
    const id = await make();
    at.now += 15 * 60_000;
    expect(await reasonsOf(() => remove(id, second))).toEqual(['rules.lockHolds']);
    await remove(id);
    const late = await make();
    at.now += 15 * 60_000 + 1;
    expect(await reasonsOf(() => remove(late))).toEqual(['rules.lockHolds']);
  });

  it('is not where the clock was ahead when it was made', async () => {
    at.now = MADE + 30 * DAY_MS;
    const id = await make();
    at.now = MADE + 5 * DAY_MS;
    expect(await reasonsOf(() => remove(id))).toEqual(['rules.lockHolds']);
  });

  it('is not once its days have begun, nor once somebody else has had a hand in it', async () => {
    const id = await make();
    const { rev } = store.get('rule', id) ?? expect.fail('no rule');
    const wider = lockFields({ time: { ...ALWAYS, from: '2024-11-23', to: '2024-11-26' } });
    await room.handlers.rules.update({ id, rev, fields: wider }, second);
    expect(await reasonsOf(() => remove(id))).toEqual(['rules.lockHolds']);
    at.now = Date.parse('2024-11-25T03:00:00Z');
    const now = await make({ name: 'Hari ini' });
    expect(await reasonsOf(() => remove(now))).toEqual(['rules.lockHolds']);
  });
});
