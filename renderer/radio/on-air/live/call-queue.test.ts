import { expect, it } from 'vitest';
import type { Call } from '../../../../electron/contract/records/rundown';
import { callsOf } from '../../../../electron/domain/rundown/calls';
import { partId, RUNDOWN_ID } from '../../../../electron/domain/rundown/samples';
import { callQueue, orderUp } from './call-queue';

const call = (number: number, order: string, state: Call['state']): Call => ({
  id: partId(number),
  rev: 1,
  rundownId: RUNDOWN_ID,
  caller: `Penelepon ${number}`,
  topic: '',
  line: '',
  note: '',
  state,
  order,
  onAirAt: null,
  endedAt: null,
  createdAt: 1,
  rehearsalId: null,
});

it('keeps who waits in order, and moves a caller up by one', () => {
  const { onAir, waiting, finished } = callQueue([
    call(1, 'a3', 'waiting'),
    call(2, 'a1', 'screened'),
    call(3, 'a0', 'done'),
    call(4, 'a2', 'onAir'),
    call(5, 'a4', 'dropped'),
    call(6, 'a2', 'waiting'),
  ]);
  expect(onAir?.id).toBe(partId(4));
  expect(waiting.map(({ id }) => id)).toEqual([partId(2), partId(6), partId(1)]);
  expect(finished).toBe(1);
  const order = orderUp(waiting, partId(1)) ?? '';
  expect(order > 'a1' && order < 'a2').toBe(true);
  expect(orderUp(waiting, partId(2))).toBeNull();
});

it('has callers of a rehearsal in no queue but its own', () => {
  const [rehearsal, real] = [{ id: partId(1) }, { id: partId(2) }];
  const calls = [call(1, 'a1', 'waiting'), { ...call(2, 'a2', 'waiting'), rehearsalId: rehearsal.id }];
  const numbers = (show: { id: string } | null) => callsOf(calls, show).map(({ caller }) => caller);
  expect(numbers(rehearsal)).toEqual(['Penelepon 1', 'Penelepon 2']);
  for (const show of [real, null]) expect(numbers(show)).toEqual(['Penelepon 1']);
});
