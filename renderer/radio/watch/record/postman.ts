/** Brings what the box holds to the station, oldest first, until the station has it. Read `bring` first. */
import { ChunkAnswer } from '../../../../electron/contract/api/recordings';
import { backOffMs } from '../../../client/back-off';
import { client } from '../../../client/client';
import { failureOf } from '../../../client/failure';
import type { Box, KeptChunk, KeptFile } from './box';

/** What the postman asks of the station. */
export interface Desk {
  begin(file: KeptFile): Promise<unknown>;
  /** The number that the station waits for; null when it takes no more of this file. */
  chunk(id: string, chunk: KeptChunk, lost: number): Promise<number | null>;
  close(id: string, endedAt: number): Promise<unknown>;
}

export interface Postman {
  /** Something was put into the box. */
  wake(): void;
}

export function createPostman(box: Box, onChange: () => void, desk: Desk = stationDesk): Postman {
  const begun = new Set<string>();
  let running = false;
  let again = false;

  async function run(): Promise<void> {
    running = true;
    for (let attempt = 0; again; ) {
      again = false;
      try {
        for (const file of await box.files()) await bring(file);
        attempt = 0;
      } catch {
        again = true;
        await new Promise((resolve) => setTimeout(resolve, backOffMs(attempt)));
        attempt += 1;
      }
      onChange();
    }
    running = false;
  }

  /** All of a file that is there. @throws when the station cannot be reached, or cannot write. */
  async function bring(file: KeptFile): Promise<void> {
    const { id, endedAt } = file;
    if (!begun.has(id)) await desk.begin(file);
    begun.add(id);
    for (let chunk = await box.first(id); chunk; chunk = await box.first(id)) {
      const next = await bringChunk(id, chunk);
      if (next === null) return box.drop(id);
      await box.acknowledge(id, next);
      onChange();
    }
    if (endedAt === null) return;
    await desk.close(id, endedAt);
    await box.drop(id);
    begun.delete(id);
  }

  /** What lies before the first chunk that is left here is nowhere: the station is told not to wait for it. */
  async function bringChunk(id: string, chunk: KeptChunk): Promise<number | null> {
    const next = await desk.chunk(id, chunk, 0);
    return next === null || next > chunk.n ? next : desk.chunk(id, chunk, chunk.n - next);
  }

  return {
    wake() {
      again = true;
      if (!running) void run();
    },
  };
}

const stationDesk: Desk = {
  begin: ({ id, showId, input }) => client.recordings.begin({ id, showId, input }),
  close: (id, endedAt) =>
    client.recordings.close({ id, endedAt }).catch((fault: unknown) => {
      if (failureOf(fault)?.code !== 'notFound') throw fault;
    }),
  async chunk(id, { n, until, bytes }, lost) {
    const query = new URLSearchParams({ n: String(n), until: String(until), lost: String(lost) });
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await fetch(`/api/recordings/${id}/chunks?${query}`, { method: 'POST', body: bytes, headers });
    // Ended by its page before, or removed: it can take no more.
    if (answer.status === 409 || answer.status === 404) return null;
    if (!answer.ok) throw new Error(`chunk: ${answer.status}`);
    return ChunkAnswer.parse(await answer.json()).next;
  },
};
