/**
 * A watched folder of an agency: each file that has come to rest in it becomes a draft. Files stay where they are; what has been taken
 * is known by its content, so that a restart takes nothing twice.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { STATION_ACTOR } from '../../contract/records/audit';
import type { Agency } from '../../contract/records/partner';
import { SubmissionFields } from '../../contract/records/submission';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { displayName, printableName } from '../../domain/file-names';
import { addVersion, make } from './course';
import type { Room } from './room';

const LOOK_MS = 5_000;
/** Hidden files, and the names under which programs keep what they have not finished. */
const UNFINISHED = /^[.~]|\.(part|partial|crdownload|download|tmp|temp)$/i;
const MATERIAL = /\.(mp4|mov|avi|mkv|webm|m4v|mpg|mpeg|ts|jpe?g|png|webp|gif|mp3|wav|ogg|m4a|aac|flac)$/i;

export interface Folders {
  start(): void;
  /** Looks once; what has not changed since the look before is taken. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

export function createFolders(room: Room): Folders {
  const { store, alerts, log } = room;
  /** Path -> size and time as last seen; taken ones are marked. */
  const seen = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    for (const agency of store.all('agency')) {
      if (agency.folder === null) continue;
      const alert = `submissions.folder.${agency.id}`;
      const names = await fsp.readdir(agency.folder).catch(() => null);
      if (names === null || isOwn(agency.folder)) {
        alerts.raise(alert, 'warning', reason('submission.folderGone', { folder: agency.folder, agency: agency.name }));
        continue;
      }
      alerts.settle(alert);
      for (const name of names) {
        const file = path.join(agency.folder, name);
        // One that cannot be read, or is refused, keeps nobody else's waiting.
        await lookAt(agency, file).catch((fault: unknown) => log.warn({ err: fault, file }, 'a file of an agency'));
      }
    }
  }

  /** The station's own records are no material. */
  const isOwn = (folder: string) => {
    const [own, given] = [path.resolve(room.dataDir), path.resolve(folder)];
    return own === given || own.startsWith(given + path.sep) || given.startsWith(own + path.sep);
  };

  async function lookAt(agency: Agency, file: string): Promise<void> {
    const name = path.basename(file);
    if (UNFINISHED.test(name) || !MATERIAL.test(name)) return;
    const stats = await fsp.lstat(file).catch(() => null);
    if (!stats?.isFile() || stats.size === 0) return;
    const mark = `${stats.size} ${stats.mtimeMs}`;
    const before = seen.get(file);
    if (before === `taken ${mark}`) return;
    if (before !== mark) {
      seen.set(file, mark);
      return;
    }
    await take(agency, file);
    seen.set(file, `taken ${mark}`);
  }

  async function take(agency: Agency, file: string): Promise<void> {
    const uploads = path.join(room.dataDir, 'uploads');
    await fsp.mkdir(uploads, { recursive: true });
    const copy = path.join(uploads, `folder-${newId()}`);
    try {
      const { hash, bytes } = await copyHashed(file, copy);
      if (store.all('submission').some(({ versions }) => versions.some((version) => version.hash === hash))) return;
      const known = store.assets.byHash(hash)[0];
      if (known && known.agencyId !== agency.id) return;
      const originalName = printableName(path.basename(file));
      const upload = { path: copy, originalName, hash, bytes, actor: STATION_ACTOR, agencyId: agency.id };
      const { assetId } = await room.finishUpload(upload);
      await store.commit({ command: 'submissions.fromFolder', actor: STATION_ACTOR }, (tx) => {
        const asset = tx.get('asset', assetId);
        if (!asset) return;
        const fields = SubmissionFields.parse({ title: displayName(originalName) });
        const made = make(room, tx, { agencyId: agency.id, fields, via: 'folder', createdBy: agency.name });
        const by = { id: `folder-${agency.id}`, name: agency.name, role: 'folder' };
        addVersion(room, tx, made, { asset, fileName: originalName, by, note: '' });
      });
    } finally {
      await fsp.rm(copy, { force: true });
    }
  }

  const inTurn = () => {
    running = running.then(look).catch((fault: unknown) => log.warn({ err: fault }, 'a folder of an agency'));
    return running;
  };

  return {
    look: inTurn,
    start() {
      timer = setInterval(() => void inTurn(), LOOK_MS).unref();
    },
    async stop() {
      if (timer) clearInterval(timer);
      await running;
    },
  };
}

async function copyHashed(from: string, to: string): Promise<{ hash: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(from), meter, createWriteStream(to, { flags: 'wx', mode: 0o600 }));
  return { hash: hash.digest('hex'), bytes };
}
