import { describe, expect, it } from 'vitest';
import type { CartHolder } from '../../../electron/contract/api/cart';
import { newId } from '../../../electron/contract/ulid';
import { PlayerLease, type Standing } from './lease';

function page(station: { holder: CartHolder | null; deaf?: boolean }) {
  const key = newId();
  const told: Standing[] = [];
  const channel: { onmessage: ((event: MessageEvent) => void) | null; postMessage(): void; close(): void } = {
    onmessage: null,
    postMessage: () => {},
    close: () => {},
  };
  const lease = new PlayerLease({
    ...{ key, channel, told: (standing) => told.push(standing) },
    claim: async (force) => {
      if (station.deaf) throw new TypeError('unreachable');
      if (!station.holder || station.holder.key === key || force) station.holder = { key, name: 'Penyiar 1', since: 1 };
      return station.holder;
    },
    release: async () => {
      station.holder = null;
    },
  });
  const hear = async (data: string) => {
    channel.onmessage?.({ data } as MessageEvent);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { lease, told, key, hear };
}

describe('who plays', () => {
  it('is one page; the other is told, and takes over only by force, which the first hears', async () => {
    const station = { holder: null };
    const [one, two] = [page(station), page(station)];
    expect((await one.lease.take(false)).kind).toBe('mine');
    expect((await two.lease.take(false)).kind).toBe('other');
    expect(two.lease.mine).toBe(false);
    expect((await two.lease.take(true)).kind).toBe('mine');
    await one.hear(two.key);
    expect(one.lease.mine).toBe(false);
    expect(one.told.at(-1)?.kind).toBe('other');
    await two.lease.drop();
    expect(station.holder).toBeNull();
  });

  it('stays who it was while the station cannot be asked', async () => {
    const station: { holder: CartHolder | null; deaf?: boolean } = { holder: null };
    const one = page(station);
    await one.lease.take(false);
    station.deaf = true;
    await one.hear('another');
    expect(one.told.at(-1)).toEqual({ kind: 'mine', unheard: true });
    await one.lease.drop();
  });
});
