import { describe, expect, it } from 'vitest';
import type { FromDisplay } from '../../../electron/contract/display-protocol';
import { reason } from '../../../electron/contract/scalars';
import { newId } from '../../../electron/contract/ulid';
import { createReceipts, type KeptReceipt } from './receipts';

const id = newId();

function world(kept: readonly KeptReceipt[] = []) {
  const said: string[] = [];
  const state = { listens: true, kept, said };
  const receipts = createReceipts({
    kept,
    send(message: Extract<FromDisplay, { type: 'takeover' }>) {
      if (state.listens) said.push(`${message.event} ${message.at}`);
      return state.listens;
    },
    keep(now) {
      state.kept = now;
    },
  });
  return { state, receipts };
}

describe('receipts of a takeover', () => {
  it('are said as they come, each once', () => {
    const { state, receipts } = world();
    receipts.received(id, 10.4);
    receipts.received(id, 11);
    receipts.shown(id, 12);
    receipts.ended(id, 20);
    receipts.ended(id, 21);
    expect(state.said).toEqual(['received 10', 'shown 12', 'ended 20']);
  });

  it('that no station heard are said at the next welcome, also after a restart', () => {
    const { state, receipts } = world();
    receipts.received(id, 10);
    state.listens = false;
    receipts.shown(id, 12);
    receipts.fault(id, 13, reason('takeover.late', { name: 'Banjir' }));
    const later = world(state.kept);
    later.receipts.tellAll(50);
    expect(later.state.said).toEqual(['received 10', 'shown 12', 'fault 50']);
  });

  it('keep the first instant of one showing over a reload, and begin anew after an end', () => {
    const { state, receipts } = world();
    receipts.shown(id, 12);
    const { state: after, receipts: again } = world(state.kept);
    again.shown(id, 30);
    again.ended(id, 40);
    again.shown(id, 50);
    expect(after.said).toEqual(['shown 12', 'ended 40', 'shown 50']);
    expect(after.kept).toMatchObject([{ shownAt: 50, endedAt: null }]);
  });

  it('end nothing that was never told of', () => {
    const { state, receipts } = world();
    receipts.ended(id, 10);
    expect(state.said).toEqual([]);
  });
});
