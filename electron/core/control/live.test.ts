import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Kit, rpc, signedIn, startKit } from '../../../tests/lib/server-kit';
import type { Api } from '../../contract/api';
import type { LiveEvent } from '../../contract/live';
import { STATION_ACTOR } from '../../contract/records/audit';
import { newId } from '../../contract/ulid';
import { samplePlaylist } from '../store/samples';

let kit: Kit;
let client: ContractRouterClient<Api>;
let cookie: string;
beforeEach(async () => {
  kit = await startKit();
  ({ cookie } = await signedIn(kit, 'viewer'));
  client = createORPCClient(new RPCLink({ url: `${kit.origin}/rpc`, headers: { cookie } }));
});
afterEach(() => kit.close());

const progress = (ratio: number) => ({ ratio, speed: null, remainingMs: null });
const put = (name = 'A') =>
  kit.store.commit({ command: 'test', actor: STATION_ACTOR }, (tx) => tx.put('playlist', samplePlaylist({ name })));

describe('the live stream', () => {
  it('says hello, then what moved, over the link our pages use', async () => {
    const stream = await client.station.live();
    expect((await stream.next()).value).toMatchObject({ type: 'hello', version: '0.0.0-test' });
    const { id } = await put();
    expect((await stream.next()).value).toEqual({ type: 'changed', records: [{ record: 'playlist', id }] });
    kit.alerts.raise('disk', 'warning', { code: 'store.trouble', params: {} });
    expect((await stream.next()).value).toEqual({ type: 'alerts' });
    expect((await client.station.alerts())[0]).toMatchObject({ id: 'disk', severity: 'warning' });
    await stream.return?.();
    await expect.poll(() => kit.live.followers).toBe(0);
  });

  it('folds a burst into the newest word on each thing', async () => {
    const stream = await client.station.live();
    await stream.next();
    const id = newId();
    const puts = await Promise.all(Array.from({ length: 20 }, () => put()));
    for (let step = 0; step <= 100; step += 1) kit.jobs.emit({ id, state: 'running', progress: progress(step / 100) });
    const events: LiveEvent[] = [];
    while (!events.some((event) => event.type === 'job' && event.progress.ratio === 1)) {
      const step = await stream.next();
      if (!step.done) events.push(step.value);
    }
    expect(events.length).toBeLessThan(10);
    const moved = events.flatMap((event) => (event.type === 'changed' ? event.records : []));
    expect(new Set(moved.map((one) => one.id))).toEqual(new Set(puts.map((one) => one.id)));
  });

  it('tells a console that fell behind to ask for everything again', async () => {
    const stream = kit.live.follow();
    await stream.next();
    for (let index = 0; index < 5000; index += 1) {
      kit.jobs.emit({ id: String(index), state: 'running', progress: progress(0) });
    }
    expect((await stream.next()).value).toMatchObject({ type: 'hello' });
    kit.alerts.raise('a', 'error', { code: 'store.trouble', params: {} });
    expect((await stream.next()).value).toEqual({ type: 'alerts' });
    await stream.return();
  });

  it('says nothing about sessions', async () => {
    const stream = await client.station.live();
    await stream.next();
    await rpc(kit, 'auth.signOut', undefined, { cookie: (await signedIn(kit, 'operator')).cookie });
    const { id } = await put();
    const records: string[] = [];
    while (!records.includes(id)) {
      const { value } = (await stream.next()) as IteratorResult<LiveEvent, undefined>;
      if (value?.type === 'changed') for (const one of value.records) records.push(one.record, one.id);
    }
    expect(records).not.toContain('session');
    await stream.return?.();
  });

  it('forgets a console whose connection broke', async () => {
    const stop = new AbortController();
    const answer = await fetch(`${kit.origin}/api/live`, { headers: { cookie }, signal: stop.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    await expect.poll(() => kit.live.followers).toBe(1);
    stop.abort();
    await expect.poll(() => kit.live.followers).toBe(0);
  });

  it('ends for someone who may no longer come in', async () => {
    const stream = await client.station.live();
    await stream.next();
    const user = kit.store.all('user').find(({ signInName }) => signInName === 'viewer');
    const input = { id: user?.id, rev: user?.rev, disabled: true };
    await rpc(kit, 'users.update', input, { authorization: `Bearer ${kit.token}` });
    expect(await stream.next()).toMatchObject({ done: true });
  });

  it('ends soon when the server stops', async () => {
    const stream = await client.station.live();
    await stream.next();
    const rest = stream.next();
    const started = performance.now();
    await kit.server.close();
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(await rest).toMatchObject({ done: true });
    expect(kit.live.followers).toBe(0);
  });
});

describe('alerts', () => {
  it('keeps a dismissed one away until it says something else', () => {
    const { alerts } = kit;
    const disk = (bytes: number) => alerts.raise('disk', 'warning', { code: 'store.diskLow', params: { bytes } });
    disk(10);
    alerts.dismiss('disk');
    disk(10);
    expect(alerts.list()).toEqual([]);
    disk(5);
    expect(alerts.list()).toHaveLength(1);
    alerts.raise('ffmpeg', 'error', { code: 'probe.noTool', params: {} });
    expect(alerts.list().map(({ id }) => id)).toEqual(['ffmpeg', 'disk']);
    alerts.settle('disk');
    expect(alerts.list().map(({ id }) => id)).toEqual(['ffmpeg']);
  });
});
