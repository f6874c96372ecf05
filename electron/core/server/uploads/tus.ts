/** The tus server and what it asks of us at each step. */
import { stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Server } from '@tus/server';
import type { FastifyBaseLogger } from 'fastify';
import { Failure } from '../../../contract/failure';
import type { Actor } from '../../../contract/records/audit';
import { createKeyLocks } from '../../key-locks';
import { drained } from '../drain';
import { toFailure } from '../faults';
import type { ServerDoors } from '../types';
import { type Finished, type Finishing, nameOf, submissionOf } from './finishing';
import { noneIfAbsent, type UploadRecord } from './records';
import type { UploadStore } from './upload-store';

type Options = ConstructorParameters<typeof Server>[0];
type TusRequest = Parameters<NonNullable<Options['onIncomingRequest']>>[0];

/** Of one sender from outside, at once. */
const MOST_OPEN = 5;

/** Whom the gate let in, by request. */
export interface Sender {
  actor: Actor;
  /** Whether it may put files into the library itself. */
  inside: boolean;
}
export type Senders = WeakMap<IncomingMessage, Sender>;

interface Parts {
  path: string;
  store: UploadStore;
  finishing: Finishing;
  senders: Senders;
  admit: ServerDoors['admitUpload'];
  log: FastifyBaseLogger;
}

export function createTus({ path, store, finishing, senders, admit, log }: Parts): Server {
  const senderOf = (request: TusRequest): Sender => {
    const sender = senders.get(nodeRequest(request));
    if (!sender) throw new Failure('notSignedIn');
    return sender;
  };

  const begun = createKeyLocks();

  return new Server({
    path,
    datastore: store,
    relativeLocation: true,
    // None: no other site may send here.
    allowedOrigins: [],
    getFileIdFromRequest: (_request, id) => (id && /^[0-9a-f]{32}$/.test(id) ? id : undefined),
    async onUploadCreate(request, upload) {
      const { actor, inside } = senderOf(request);
      const submissionId = submissionOf(upload);
      await admit({ originalName: nameOf(upload), bytes: upload.size ?? null, submissionId, actor, inside });
      store.records.expect(upload.id, actor);
      // Noted at once, so that of many begun at the same moment each knows of those before it.
      if (!inside)
        await begun.run(actor.id, async () => {
          await makeRoom(store, actor);
          await store.records.set(upload.id, upload);
        });
      return {};
    },
    async onIncomingRequest(request, id) {
      if (request.method === 'POST') return;
      await assertOwn(store, id, senderOf(request).actor);
      // The sender asks how far it came: if that is the end, its last answer was lost and is given again.
      if (request.method === 'HEAD') announce(request, await finishing.settle(id));
    },
    async onUploadFinish(_request, { id }) {
      // The first may be the answer to a question that was asked before the last byte came.
      const finished = (await finishing.settle(id)) ?? (await finishing.settle(id));
      return { headers: finished ? headersOf(finished) : {} };
    },
    async onResponseError(request, fault) {
      await drained(nodeRequest(request));
      if (!(fault instanceof Failure) && 'status_code' in fault) return undefined;
      const failure = toFailure(fault, log);
      return { status_code: failure.status, body: JSON.stringify(failure.data) };
    },
  });
}

/**
 * Whoever holds a code could begin a thousand and fill the disk with what never ends. Nobody is shut out by what broke off before: the
 * oldest goes. What has arrived whole waits for the library alone.
 */
async function makeRoom(store: UploadStore, sender: Actor): Promise<void> {
  const open: UploadRecord[] = [];
  for (const id of await store.records.list()) {
    const record = await store.records.read(id);
    if (record?.actor.id === sender.id && !record.finished && !(await hasArrived(store, record))) open.push(record);
  }
  open.sort((a, b) => (a.creation_date < b.creation_date ? -1 : 1));
  for (const { id } of open.slice(0, Math.max(0, open.length - MOST_OPEN + 1))) await store.remove(id);
}

async function hasArrived(store: UploadStore, { id, size }: UploadRecord): Promise<boolean> {
  return (await stat(store.pathOf(id)).catch(noneIfAbsent))?.size === size;
}

/** Another's upload is as good as none. @throws Failure `notFound` */
async function assertOwn(store: UploadStore, id: string, sender: Actor): Promise<void> {
  const record = await store.records.read(id);
  if (record?.actor.id !== sender.id) throw new Failure('notFound', { record: 'upload' });
}

function headersOf({ assetId, duplicate }: Finished): Record<string, string> {
  return duplicate ? { 'Suar-Asset-Id': assetId, 'Suar-Duplicate': 'true' } : { 'Suar-Asset-Id': assetId };
}

function announce(request: TusRequest, finished: Finished | null): void {
  const headers = finished ? headersOf(finished) : {};
  for (const [name, value] of Object.entries(headers)) nodeResponse(request)?.setHeader(name, value);
}

function nodeRequest(request: TusRequest): IncomingMessage {
  const node = request.runtime?.node;
  if (!node) throw new Error('tus outside Node');
  return node.req as IncomingMessage;
}

function nodeResponse(request: TusRequest) {
  return request.runtime?.node?.res;
}
