/** Resumable uploads, tus 1.0 (https://tus.io/protocols/resumable-upload), at `/uploads`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayDo } from '../../../contract/records/user';
import { demand, identify } from '../identity';
import type { ServerDoors } from '../types';
import { removeQuiet } from './expiry';
import { createFinishing } from './finishing';
import { createUploadRecords } from './records';
import { createTus, type Sender, type Senders } from './tus';
import { UploadStore } from './upload-store';

const PATH = '/uploads';
const METHODS = ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'];
const SWEEP_EVERY_MS = 6 * 3_600_000;

export interface Uploads {
  /** Takes up what a crash left; call once the library can adopt files. */
  start(): void;
}

export function mountUploads(app: FastifyInstance, doors: ServerDoors, folder: string): Uploads {
  const store = new UploadStore(folder, createUploadRecords(folder, app.log));
  const finishing = createFinishing(store, doors.finishUpload);
  const senders: Senders = new WeakMap();
  const tus = createTus({ path: PATH, store, finishing, senders, admit: doors.admitUpload, log: app.log });

  app.removeAllContentTypeParsers();
  // The body stays on the wire: tus reads it.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  for (const url of [PATH, `${PATH}/:id`]) app.route({ method: METHODS, url, handler });

  /** Somebody of the library's, or from outside for a submission alone. */
  function senderOf(request: FastifyRequest): Sender {
    const identity = identify(request, doors.doorkeeper);
    if (identity && mayDo(identity.role, 'library')) return { actor: identity.actor, inside: true };
    const code = request.headers['suar-hand-in'];
    const outside = doors.outsideSender(identity, typeof code === 'string' ? code : null, request.ip);
    return outside ? { actor: outside, inside: false } : { actor: demand(identity, 'library').actor, inside: true };
  }

  async function handler(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    senders.set(request.raw, senderOf(request));
    reply.hijack();
    await tus.handle(request.raw, reply.raw).catch((fault) => app.log.warn({ err: fault }, 'upload request'));
  }

  const sweep = () => {
    removeQuiet(store, Date.now(), app.log).catch((fault) => app.log.warn({ err: fault }, 'old uploads not removed'));
  };
  const timer = setInterval(sweep, SWEEP_EVERY_MS).unref();
  app.addHook('onClose', async () => clearInterval(timer));
  return {
    start() {
      // First what arrived whole, however long the station was off since.
      void finishing
        .settleAll((fault, id) => app.log.warn({ err: fault, upload: id }, 'upload not taken up'))
        .catch((fault) => app.log.warn({ err: fault }, 'uploads not looked through'))
        .then(sweep);
    },
  };
}
