/** The server with the real store, users and control rooms behind it, and stand-ins for the rooms it only passes on to. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { procedures } from '../../electron/contract/api/needs';
import { Failure } from '../../electron/contract/failure';
import type { DisplayStatus } from '../../electron/contract/live';
import { STATION_ACTOR } from '../../electron/contract/records/audit';
import type { JobProgress, JobState } from '../../electron/contract/records/job';
import type { Role } from '../../electron/contract/records/user';
import { newId } from '../../electron/contract/ulid';
import { type Alerts, createAlerts } from '../../electron/core/control/alerts';
import { createLive, type Live } from '../../electron/core/control/live';
import { createStationHandlers } from '../../electron/core/control/station-handlers';
import { createServer, type Server } from '../../electron/core/server/server';
import type { ApiHandlers, ServerDoors } from '../../electron/core/server/types';
import { createTopic, openStore, type Store, type Topic } from '../../electron/core/store';
import { createAttempts } from '../../electron/core/users/attempts';
import { hashPassword } from '../../electron/core/users/password';
import { createUsers, type Users } from '../../electron/core/users/users';

export interface Kit {
  dir: string;
  port: number;
  origin: string;
  /** Bearer token of `DIR/admin-token`. */
  token: string;
  /** The station's clock; move it by hand. */
  clock: { now(): number; skip(ms: number): void };
  store: Store;
  users: Users;
  alerts: Alerts;
  live: Live;
  jobs: Topic<{ id: string; state: JobState; progress: JobProgress }>;
  server: Server;
  close(): Promise<void>;
}

export interface KitOptions {
  dir?: string;
  /** Leave the data directory behind, for a next start. */
  keep?: boolean;
  pagesDir?: string | null;
  extraHosts?: string[];
  doors?: Partial<ServerDoors>;
}

export const quiet = pino({ level: process.env.SUAR_TEST_LOG ?? 'silent' });
export const PASSWORD = 'sandi yang cukup panjang';

export async function startKit(options: KitOptions = {}): Promise<Kit> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'suar-server-')));
  const clock = handClock();
  const store = await openStore({ dir, clock, log: quiet });
  const users = await createUsers({ store, clock, log: quiet, attempts: createAttempts(clock), dataDir: dir });
  const alerts = createAlerts(clock);
  const jobs: Kit['jobs'] = createTopic();
  const displays = createTopic<DisplayStatus>();
  const topics = { jobs, displays, pairings: createTopic(), plays: createTopic(), alerts: alerts.changed };
  const live = createLive({ committed: store.committed, ...topics }, clock, '0.0.0-test');
  const station = createStationHandlers({
    store,
    clock,
    alerts,
    live,
    version: '0.0.0-test',
    startedAt: clock.now(),
    dataDir: dir,
    toolchain: async () => ({ ffmpeg: null, ffprobe: null, missing: [], rejected: [] }),
    mediaBytes: async () => 0,
    addresses: () => server.addresses(),
  });
  const handlers = { ...strangers(), ...users.handlers, station };
  const doors: ServerDoors = { ...plainDoors, handlers, doorkeeper: users.doorkeeper, ...options.doors };
  const extraHosts = () => options.extraHosts ?? [];
  const server = await createServer(doors, {
    pagesDir: options.pagesDir ?? null,
    dataDir: dir,
    log: quiet,
    extraHosts,
  });
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  const token = (await readFile(join(dir, 'admin-token'), 'utf8')).trim();
  const close = async () => {
    live.close();
    await server.close();
    await store.close();
    if (!options.keep) await rm(dir, { recursive: true, force: true });
  };
  return {
    dir,
    port,
    origin: `http://127.0.0.1:${port}`,
    token,
    clock,
    store,
    users,
    alerts,
    live,
    jobs,
    server,
    close,
  };
}

function handClock(): Kit['clock'] {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    skip(ms) {
      ahead += ms;
    },
  };
}

const plainDoors: Omit<ServerDoors, 'handlers' | 'doorkeeper'> = {
  takeRecordingChunk: () => Promise.reject(new Failure('notFound')),
  recordingAudio: () => null,
  takeAttachment: () => Promise.reject(new Failure('notFound')),
  attachmentFile: () => null,
  cardFile: () => Promise.reject(new Failure('notFound')),
  hoaxesCsv: async function* () {},
  podcast: { audio: () => null, feed: () => '', openAudio: () => null, openFeed: () => null, notHere: () => '' },
  previews: {
    commentsCsv: () => ({ name: 'comments.csv', rows: emptyRows() }),
    contactSheet: () => Promise.reject(new Failure('notFound')),
    see: { about: () => Promise.reject(new Failure('codeUnknown')), clip: nothingToSee, still: () => false },
  },
  connectDisplay: () => ({ message: () => {}, untaken: () => {}, closed: () => {} }),
  finishUpload: () => Promise.reject(new Failure('notFound')),
  admitUpload: () => Promise.resolve(),
  outsideSender: () => null,
  mayFetch: () => false,
  takePaper: () => Promise.reject(new Failure('notFound')),
  paperFile: () => null,
  usageCsv: async () => emptyRows(),
  media: () => null,
  recalledMedia: () => null,
  recallLetter: () => Promise.reject(new Failure('notFound')),
  mediaWithheld: () => [],
  displayPicture: () => null,
  playsCsv: () => emptyRows(),
  debtsCsv: async () => emptyRows(),
  fairnessCsv: async () => emptyRows(),
  displayCalendar: () => Promise.resolve(null),
  exportBookings: () => Promise.resolve(Buffer.from('')),
  importBookings: () => Promise.reject(new Failure('notFound')),
  rundownPaper: () => Promise.reject(new Failure('notFound')),
  paperGaps: () => Promise.reject(new Failure('notFound')),
  importRundown: () => Promise.reject(new Failure('notFound')),
  office: {
    letter: () => Promise.reject(new Failure('notFound')),
    registerCsv: () => emptyRows(),
    announcement: () => Promise.reject(new Failure('notFound')),
    winnersCsv: () => ({ name: 'winners.csv', rows: emptyRows() }),
  },
  health: () => ({ ok: true, version: '0.0.0-test', uptimeMs: 1000, loopBlockMaxMs: 0 }),
};

function nothingToSee(): never {
  throw new Failure('codeUnknown');
}

async function* emptyRows(): AsyncGenerator<string> {
  yield 'id\n';
}

/** A handler for every procedure of the rooms that are not here: it finds nothing. */
function strangers(): ApiHandlers {
  const tree: Record<string, Record<string, () => never>> = {};
  for (const name of procedures.keys()) {
    const [room = '', procedure = ''] = name.split('.');
    tree[room] = { ...tree[room], [procedure]: findsNothing };
  }
  return tree as unknown as ApiHandlers;
}

function findsNothing(): never {
  throw new Failure('notFound');
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
  json(): unknown;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer | object;
}

/** One request, as a program sends it: with whatever Host and Origin the test wants. */
export function ask(
  { port }: Pick<Kit, 'port'>,
  path: string,
  { method, headers = {}, body }: Ask = {},
): Promise<Answer> {
  const isJson = body !== undefined && typeof body === 'object' && !Buffer.isBuffer(body);
  const payload = isJson ? JSON.stringify(body) : (body as string | Buffer | undefined);
  const all = { ...(isJson ? { 'content-type': 'application/json' } : {}), ...lengthOf(payload), ...headers };
  return new Promise((resolve, reject) => {
    const verb = method ?? (body === undefined ? 'GET' : 'POST');
    const sent = request({ host: '127.0.0.1', port, path, method: verb, headers: all, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const whole = Buffer.concat(chunks);
        const text = whole.toString();
        const json = () => JSON.parse(text) as unknown;
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole, text, json });
      });
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

function lengthOf(payload: string | Buffer | undefined): Record<string, string> {
  return payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) };
}

/** Calls a procedure as our pages do. */
export async function rpc(kit: Pick<Kit, 'port'>, name: string, input?: unknown, headers: Record<string, string> = {}) {
  const body = input === undefined ? '{}' : JSON.stringify({ json: input });
  const all = { 'content-type': 'application/json', ...headers };
  const answer = await ask(kit, `/rpc/${name.replace('.', '/')}`, { method: 'POST', body, headers: all });
  const { json } = answer.json() as { json: unknown };
  return { ...answer, value: json, failure: (json as { data?: { code?: string; params?: object } } | null)?.data };
}

let hashed: Promise<string> | null = null;

/** Puts a user on record and signs in; the cookie goes into the `cookie` header of later calls. */
export async function signedIn(
  kit: Kit,
  role: Role,
  signInName: string = role,
  agencyId: string | null = null,
): Promise<{ cookie: string; id: string }> {
  const id = newId();
  // One hash for all: each takes as long as a sign-in.
  hashed ??= hashPassword(PASSWORD);
  const passwordHash = await hashed;
  const who = { id, rev: 0, signInName, name: signInName, role, agencyId };
  const user = { ...who, passwordHash, disabled: false, createdAt: 1 };
  await kit.store.commit({ command: 'test', actor: STATION_ACTOR }, (tx) => tx.put('user', user));
  const answer = await rpc(kit, 'auth.signIn', { signInName, password: PASSWORD });
  return { cookie: cookieOf(answer), id };
}

/** `name=value` of the session cookie that an answer sets. */
export function cookieOf({ headers }: Pick<Answer, 'headers'>): string {
  const cookie = headers['set-cookie']?.[0]?.split(';')[0];
  if (!cookie) throw new Error('no cookie was set');
  return cookie;
}
