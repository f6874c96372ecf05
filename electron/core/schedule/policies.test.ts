import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoopPolicyDraft } from '../../contract/api/policies';
import { idFor } from '../../domain/compile-fixtures';
import { policyOf } from '../../domain/traffic/fixtures';
import { operator, refused } from '../store/samples';
import { createPolicies } from './policies';
import { type Bench, caller, DISPLAYS, openBench } from './samples';

const [ONE, TWO] = DISPLAYS.map(({ id }) => id) as [string, string];
const GROUP = { id: idFor('G', 1), rev: 0, name: 'Alun-alun', displayIds: [TWO] };
const { id: _id, rev: _rev, createdAt: _at, ...FIELDS } = policyOf();
const draft = (over: Partial<LoopPolicyDraft> = {}): LoopPolicyDraft => ({ ...FIELDS, ...over });
const on = (displayIds: string[], groupIds: string[] = []) => ({ displayIds, groupIds });

let bench: Bench;
let policies: ReturnType<typeof createPolicies>;

beforeEach(async () => {
  bench = await openBench();
  policies = createPolicies(bench.store, bench.clock);
  await bench.store.commit({ command: 'tests.seed', actor: operator }, (tx) => tx.put('displayGroup', GROUP));
});
afterEach(() => bench.close());

async function refusal(run: () => unknown) {
  const { code, data } = await refused(run);
  return { code, details: data.details };
}

describe('a loop', () => {
  it('is made, changed, removed, and each of it undone', async () => {
    const made = await policies.create(draft({ where: on([ONE, ONE]) }), caller);
    expect(made.where).toEqual(on([ONE]));
    const slots = [{ ms: 15_000, purpose: 'partner' as const }];
    const changed = await policies.update({ id: made.id, rev: made.rev, draft: draft({ slots }) }, caller);
    expect(changed.slots).toEqual(slots);
    await policies.remove({ id: made.id }, caller);
    expect(await policies.list(undefined, caller)).toEqual([]);
    for (const command of ['policies.remove', 'policies.update', 'policies.create'])
      expect((await bench.store.undo(operator)).command).toBe(command);
  });

  it('may have hours and closures that overlap', async () => {
    const hours = [
      { weekday: 2, opens: '08:00:00', closes: '22:00:00' },
      { weekday: 1, opens: '06:00:00', closes: '12:00:00' },
      { weekday: 1, opens: '08:00:00', closes: '22:00:00' },
    ];
    const closures = [
      { from: '2026-03-20', to: '2026-03-25', why: 'Lebaran' },
      { from: '2026-03-19', to: '2026-03-21', why: 'Nyepi' },
    ];
    const made = await policies.create(draft({ hours, closures }), caller);
    expect(made.hours.map(({ weekday }) => weekday)).toEqual([1, 1, 2]);
    expect(made.closures.map(({ from }) => from)).toEqual(['2026-03-19', '2026-03-20']);
  });

  it('is refused with every reason at once', async () => {
    const bad = draft({
      slots: [],
      where: on([idFor('D', 99)], [idFor('G', 99)]),
      closures: [{ from: '2026-03-02', to: '2026-03-01', why: '' }],
    });
    const { code, details } = await refusal(() => policies.create(bad, caller));
    expect([code, details.map((each) => each.code)]).toEqual([
      'invalidInput',
      ['policy.emptyLoop', 'policy.closureEndsFirst', 'policy.noDisplay', 'policy.noGroup'],
    ]);
  });

  it('is refused where another already holds, which is named', async () => {
    await policies.create(draft({ name: 'Lama', where: on([ONE], [GROUP.id]) }), caller);
    const { details } = await refusal(() => policies.create(draft({ where: on([ONE, TWO], [GROUP.id]) }), caller));
    expect(details).toEqual([
      { code: 'policy.displayTaken', params: { display: 'VT-01', policy: 'Lama' } },
      { code: 'policy.groupTaken', params: { group: 'Alun-alun', policy: 'Lama' } },
    ]);
    // Its own goes before that of its group.
    expect(await policies.create(draft({ name: 'Sendiri', where: on([TWO]) }), caller)).toMatchObject({ rev: 1 });
  });

  it('forgets a display that is gone until that is undone', async () => {
    const made = await policies.create(draft({ where: on([ONE, TWO]) }), caller);
    await bench.store.commit({ command: 'displays.remove', actor: operator, undoable: true }, (tx) =>
      tx.remove('display', ONE),
    );
    const where = async () => (await policies.list(undefined, caller))[0]?.where.displayIds;
    expect(await where()).toEqual([TWO]);
    await bench.store.undo(operator);
    expect(await where()).toEqual([ONE, TWO]);
    expect((await refusal(() => policies.update({ id: made.id, rev: 9, draft: draft() }, caller))).code).toBe('stale');
  });
});
