/** The last day of an agreement that has begun: nobody but the head of office lets material air past it. */

import { afterEach, beforeEach, expect, it } from 'vitest';
import { codes } from '../../../tests/fixtures/refusals';
import type { AgreementFields } from '../../contract/records/partner';
import { NOTHING_LENT } from '../../contract/records/partner';
import { openStore, type Store } from '../store';
import { caller, operator, quiet, sampleAgency, temporaryFolder } from '../store/samples';
import { createPartners } from '.';

let now = 0;
const clock = { now: () => now };
const goTo = (day: string) => {
  now = Date.parse(`${day}T03:00:00Z`);
};
const KPU = sampleAgency();

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let agreements: ReturnType<typeof createPartners>['handlers']['agreements'];

beforeEach(async () => {
  goTo('2026-03-02');
  folder = temporaryFolder();
  store = await openStore({ dir: folder.dir, clock, log: quiet });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => tx.put('agency', KPU));
  const alerts = { raise: () => {}, settle: () => {} };
  ({ agreements } = createPartners({ store, clock, log: quiet, dataDir: folder.dir, alerts }).handlers);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const fields = (part: Partial<AgreementFields>): AgreementFields => ({
  ...{ agencyId: KPU.id, number: 'PKS/001', from: '2026-01-01', to: '2026-03-01', lent: NOTHING_LENT },
  ...part,
});
const update = (id: string, part: Partial<AgreementFields>) =>
  agreements.update({ id, rev: store.get('agreement', id)?.rev ?? 0, fields: fields(part) }, caller);

it('is not made later by whoever plans, neither at once nor by way of a first day to come', async () => {
  const { id } = await agreements.create(fields({}), caller);
  expect(await codes(() => update(id, { to: '2026-12-31' }))).toEqual(['refused', 'agreement.prolonged']);
  expect(await codes(() => update(id, { from: '2026-06-01', to: '2026-06-30' }))).toEqual([
    'refused',
    'agreement.prolonged',
    'agreement.begun',
  ]);
  expect(await update(id, { number: 'PKS/001/2026' })).toMatchObject({ number: 'PKS/001/2026', to: '2026-03-01' });
});

it('is made later while it has not begun, as its paper is corrected', async () => {
  const { id } = await agreements.create(fields({ from: '2026-04-01', to: '2026-04-30' }), caller);
  expect(await update(id, { from: '2026-04-01', to: '2026-12-31' })).toMatchObject({ to: '2026-12-31' });
});

it('is not made later by taking back what made it earlier', async () => {
  const { id } = await agreements.create(fields({ to: '2026-12-31' }), caller);
  await update(id, { to: '2026-03-10' });
  goTo('2026-03-20');
  expect(store.audit.next('undo', operator)?.command).toBe('agreements.create');
  expect(store.get('agreement', id)?.to).toBe('2026-03-10');
});
