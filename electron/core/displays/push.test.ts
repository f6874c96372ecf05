import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { eventually } from '../../../tests/lib/eventually';
import type { Entry, Timeline } from '../../contract/records/timeline';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { atOnce } from '../../domain/steps';
import { messagesOf, Pusher } from './push';

const name = fc.string({ unit: 'binary', maxLength: 20 });
const clip = fc.record({
  kind: fc.constant('image' as const),
  bookingId: fc.constantFrom(null, newId()),
  because: fc.record({ code: fc.constant('why.booked'), params: fc.dictionary(name, fc.oneof(name, fc.integer())) }),
  ...{ assetId: fc.constant(newId()), name, hash: fc.constant('ab'.repeat(32)), bytes: fc.nat(), mime: name },
});
const some = fc.array(fc.tuple(fc.nat(9), fc.nat(), fc.nat()), { maxLength: 40 });
/** Also as many as take several steps. */
const entries = fc.oneof(
  { weight: 9, arbitrary: some },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 2047, max: 4097 }).map((n) => Array.from({ length: n }, (): Entry => [0, 0, n])),
  },
);
const skipped = fc.array(
  fc.record({ bookingId: fc.constant(null), assetId: fc.constant(null), because: fc.constant(reason('why.x')) }),
);

function timeline(revision: number, shared: Partial<Timeline> = {}): Timeline {
  const base = { countedAt: 1, from: 0, until: 1000, fit: 'contain' as const, clips: [], entries: [], skipped: [] };
  return { displayId: newId(), revision, ...base, ...shared };
}

/** As a display puts it together again. */
function whole(messages: readonly (string | Buffer)[]): unknown {
  const [head, body] = messages.map((message) => JSON.parse(String(message)));
  expect([head.type, body.type]).toEqual(['timeline', 'entries']);
  const { type: _, ...shared } = body;
  return { ...head.timeline, ...shared };
}

describe('messagesOf', () => {
  it('say the timeline, also where displays share parts of it, every time they are asked', () => {
    fc.assert(
      fc.property(
        entries,
        fc.array(clip, { maxLength: 4 }),
        fc.tuple(skipped, skipped),
        fc.array(fc.nat().filter(Boolean), { minLength: 1, maxLength: 5 }),
        (all, clips, left, numbers) => {
          for (const revision of numbers) {
            const one = timeline(revision, { entries: all, clips, skipped: left[revision % 2] ?? [] });
            expect(whole(atOnce(messagesOf(one)))).toEqual(JSON.parse(JSON.stringify(one)));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('make what is shared into text at most twice', () => {
    const toJSON = vi.fn(() => 0);
    const shared = { clips: [], skipped: [], entries: [Object.assign([0, 0, 1] as Entry, { toJSON })] };
    for (let display = 0; display < 20; display++) atOnce(messagesOf(timeline(display, shared)));
    expect(toJSON).toHaveBeenCalledTimes(2);
  });

  it('hand on the same bytes to every display', () => {
    const shared = { clips: [], entries: [[0, 0, 1] as Entry], skipped: [] };
    const [, second, third] = [1, 2, 3].map((revision) => atOnce(messagesOf(timeline(revision, shared)))[1]);
    expect(second).toBeInstanceOf(Buffer);
    expect(second).toBe(third);
  });
});

describe('Pusher', () => {
  it('sends to all, in pieces, without holding the loop', async () => {
    const sent: string[] = [];
    const send = (displayId: string, text: string | Buffer) => {
      if (String(text).startsWith('{"type":"entries"')) sent.push(displayId);
    };
    const pusher = new Pusher((displayId) => ({ send: (text) => send(displayId, text), bufferedBytes: () => 0 }));
    for (let display = 0; display < 200; display++) pusher.push(String(display), () => timeline(1));
    const turns: number[] = [];
    while (sent.length < 200) {
      await nextTurn();
      turns.push(sent.length);
    }
    expect(turns.length).toBeGreaterThan(2);
    expect(new Set(sent).size).toBe(200);
    expect(sent).toHaveLength(200);
  });

  it('gives a display that cannot keep up only the newest, once it has room, and lets no other wait for it', async () => {
    let buffered = 1e9;
    const got: Record<string, string[]> = { slow: [], quick: [] };
    const receiver = (displayId: string) => ({
      send: (text: string | Buffer) => void got[displayId]?.push(String(text)),
      bufferedBytes: () => (displayId === 'slow' ? buffered : 0),
    });
    const pusher = new Pusher(receiver);
    for (const revision of [1, 2, 3]) pusher.push('slow', () => timeline(revision));
    pusher.push('quick', () => timeline(9));
    await eventually(() => expect(got.quick).toHaveLength(2));
    expect(got.slow).toEqual([]);
    buffered = 0;
    await eventually(() => expect(got.slow).toHaveLength(2));
    expect(JSON.parse(got.slow?.[0] ?? '').timeline.revision).toBe(3);
  });
});
