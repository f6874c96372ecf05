import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { FromDisplay } from '../../../electron/contract/display-protocol';
import type { Clip } from '../../../electron/contract/records/timeline';
import { reason } from '../../../electron/contract/scalars';
import { newId } from '../../../electron/contract/ulid';
import { eventually } from '../../../tests/lib/eventually';
import { createStationClock } from '../clock/station-clock';
import { openDisplayDb } from '../keep/db';
import { createOutbox } from '../keep/outbox';
import { entryOf } from '../player/slot';
import { createRecorder } from '../recorder';
import { createPostman } from './postman';

const T0 = 1_700_000_000_000;
const CLIP: Clip = { kind: 'slate', bookingId: null, because: reason('why.slate') };

async function open() {
  const outbox = createOutbox(await openDisplayDb(undefined, newId()), {
    wall: Date.now,
    refused: (why) => {
      throw why;
    },
  });
  const recorder = createRecorder(createStationClock(null), outbox);
  const sent: FromDisplay[] = [];
  const postman = createPostman(outbox, (message) => sent.push(message) > 0);
  const play = async (displayId: string, start: number) => {
    const entry = entryOf({ displayId, revision: 1 }, CLIP, start, 1000);
    const slot = { id: entry.key, entry, shows: CLIP, instead: null, start, end: start + 1000 };
    await recorder.began(slot, start);
    await recorder.made({ slot, startedAt: start, endedAt: start + 1000, outcome: 'shown', because: null });
  };
  const ids = () => sent.flatMap((message) => (message.type === 'plays' ? [message.plays.map(({ id }) => id)] : []));
  return { outbox, postman, play, ids };
}

it('keeps plays made before the first welcome, and sends them as those of the display of their timeline', async () => {
  const { outbox, postman, play, ids } = await open();
  const [one, other] = [newId(), newId()];
  await play(one, T0);
  await play(other, T0 + 1000);
  await postman.look();
  expect(await outbox.waiting()).toBe(2);
  expect(ids()).toEqual([]);
  postman.welcome(one);
  await postman.look();
  await eventually(() => expect(ids()).toHaveLength(1));
  expect(ids()[0]).toHaveLength(1);
});

it('drops what the station refuses with what it has, and goes on with the next', async () => {
  const { outbox, postman, play, ids } = await open();
  const display = newId();
  await play(display, T0);
  await play(display, T0 + 1000);
  postman.welcome(display);
  await postman.look();
  await eventually(() => expect(ids()).toHaveLength(1));
  await play(display, T0 + 2000);
  const [kept = '', refused = ''] = ids()[0] ?? [];
  await postman.acknowledged([kept, refused]);
  expect(await outbox.waiting()).toBe(1);
  await eventually(() => expect(ids()[1]).toHaveLength(1));
});
