/** What the API answers of exempt material to those who do not keep the desk: every query there is, asked one by one. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Caller } from '../contract/api/handlers';
import { procedures } from '../contract/api/needs';
import type { ProcedureMeta } from '../contract/api/procedure';
import { Failure } from '../contract/failure';
import { Contest, ContestEntry } from '../contract/records/contest';
import { QualityReport } from '../contract/records/quality';
import { mayDo, type Role } from '../contract/records/user';
import { reason } from '../contract/scalars';
import { newId } from '../contract/ulid';
import { video } from '../domain/compile-fixtures';
import { createLive } from './control/live';
import { createDoors } from './doors';
import { createRooms } from './rooms';
import { openStore, type Store } from './store';
import {
  caller,
  operator,
  putAsset,
  quiet,
  sampleBooking,
  sampleDisplay,
  sampleRecall,
  temporaryFolder,
} from './store/samples';

const NOW = Date.parse('2026-11-23T03:00:00Z');
const clock = { now: () => NOW };
const SECRET = 'Rahasiamutlak';
/** Of the sound, and as they stand in an answer. */
const PEAKS = [201, 7, 213, 11];
const TRACK = newId();
const TOLD = /rahasiamutlak|201,7,213,11/i;

let store: Store;
let handlers: Record<string, Record<string, (input: unknown, caller: Caller) => unknown>>;
let close: () => Promise<void>;

beforeEach(async () => {
  const { dir, remove } = temporaryFolder();
  store = await openStore({ dir, clock, log: quiet });
  const rooms = await createRooms({ store, clock, log: quiet, dataDir: dir });
  const { proof, alerts, displays, jobs } = rooms;
  const topics = { jobs: jobs.progressed, displays: displays.statuses, pairings: displays.pairingsChanged };
  const live = createLive(
    { committed: store.committed, ...topics, plays: proof.arrived, alerts: alerts.changed },
    clock,
    '0',
  );
  const loop = monitorEventLoopDelay();
  const doors = createDoors({ rooms, store, clock, live, dataDir: dir, loop, addresses: () => [] });
  handlers = doors.handlers as unknown as typeof handlers;
  close = async () => {
    live.close();
    await store.close();
    remove();
  };
});
afterEach(() => close());

/** Material with the word in all that is said of it, and all that tells of it. */
async function seed() {
  const display = sampleDisplay();
  const base = video(1, 3000, { ppid: 'exempt' });
  const finding = { severity: 'warning' as const, reason: reason('probe.silent', { name: SECRET }) };
  const loudness = { integratedLufs: -23, truePeakDbtp: -1, rangeLu: 3, thresholdLufs: -33 };
  const asset = {
    ...base,
    ...{ originalName: `${SECRET}.mp4`, notes: `Isinya ${SECRET}`, tags: [SECRET], subject: SECRET },
    probe: { ...base.probe, findings: [finding], loudness },
    pictures: { ...base.pictures, waveform: PEAKS },
  };
  const recall = sampleRecall(asset, { reason: `Menyebut ${SECRET}` });
  const contest = Contest.parse({
    ...{ id: newId(1), rev: 0, title: 'Sayembara', theme: '', call: '', rules: '', statement: '', categories: [] },
    ...{ opensOn: '2026-01-01', closesOn: '2026-02-01', criteria: [{ id: newId(2), name: 'Isi', weight: 1 }] },
    ...{ jurorIds: [newId(3)], state: 'shortlisted', decided: null, createdAt: 1 },
  });
  const entry = ContestEntry.parse({
    ...{ id: newId(4), rev: 0, contestId: contest.id, title: 'Karya', category: null, assetId: asset.id },
    ...{ entrant: { name: 'Warga', from: '', phone: '', email: '' }, confirmed: true, ownJurorIds: [] },
    ...{ state: 'disqualified', why: SECRET, rank: null, forgottenAt: null, createdAt: 1 },
    scores: [{ jurorId: contest.jurorIds[0], marks: {}, note: SECRET, at: 1 }],
  });
  await store.commit({ command: 'tests.seed', actor: operator }, (tx) => {
    putAsset(tx, asset);
    tx.put('display', display);
    tx.put('recall', recall);
    tx.put('contest', contest);
    tx.put('contestEntry', entry);
    const found = { id: 'a', kind: 'black', severity: 'warning', fromMs: 0, toMs: 1, picture: null, box: null };
    const words = { because: reason('quality.black', { name: SECRET }), todo: reason('quality.cut'), repair: null };
    tx.put(
      'qualityReport',
      QualityReport.parse({
        ...{ id: asset.id, rev: 0, hash: asset.hash, state: 'done', askedAt: 1, checkedAt: 1, more: 0, mendings: [] },
        ...{ findings: [{ ...found, ...words }], measured: null, failure: null },
      }),
    );
    const of = { rev: 0, assetId: asset.id, hash: asset.hash, createdAt: 1 };
    const cues = [{ startMs: 0, endMs: 1, text: SECRET }];
    tx.put('previewCaptions', { ...of, id: TRACK, name: SECRET, language: null, cues, createdBy: 'x' });
    const said = {
      atMs: 0,
      place: null,
      text: SECRET,
      by: { id: 'U1', name: 'x' },
      resolvedAt: null,
      resolvedBy: null,
    };
    tx.put('previewComment', { ...of, id: newId(6), ...said, replies: [] });
  });
  return { asset, display, recall, contest };
}
type Seeded = Awaited<ReturnType<typeof seed>>;

/** How each query that takes an asset is asked of this one. A new one is to be written here. */
const ofTheAsset = ({ asset: { id }, display }: Seeded): Record<string, object> => ({
  'library.get': { id },
  'library.usage': { id },
  'quality.of': { id },
  'quality.mended': { id },
  'quality.onPanel': { id, displayId: display.id },
  'previews.comments': { assetId: id },
  'previews.captions': { assetId: id },
  'previews.cues': { assetId: id, track: TRACK },
  'previews.links': { assetId: id },
  'requests.givable': { assetIds: [id] },
  'planning.check': {
    draft: sampleBooking({ what: { kind: 'asset', assetId: id }, where: { displayIds: [display.id], groupIds: [] } }),
  },
  'proof.plays': { assetId: id },
  'proof.summary': { assetId: id },
  'rules.ask': { matter: { kind: 'asset', assetId: id }, channels: ['repost'], displayIds: [display.id], at: NOW },
  'rules.spells': {
    matter: { kind: 'asset', assetId: id },
    channels: [],
    displayIds: [display.id],
    from: NOW,
    until: NOW + 1000,
  },
});

/** Others that lead to it. */
const beside = ({ asset: { id }, recall, contest }: Seeded): [string, object][] => [
  ['recalls.get', { id: recall.id }],
  ['contests.entries', { contestId: contest.id }],
  ['station.audit', { record: 'asset', id }],
];

interface Query {
  name: string;
  meta: ProcedureMeta;
  inputSchema: z.ZodType | undefined;
  takesAsset: boolean;
}

const queries = [...procedures].flatMap(([name, procedure]): Query[] => {
  const { meta, inputSchema, route } = procedure['~orpc'];
  if (meta.kind !== 'query' || meta.needs === 'open') return [];
  const schema = inputSchema instanceof z.ZodType ? inputSchema : undefined;
  const fields = schema ? JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })) : '';
  const takesAsset = /"assetIds?":/.test(fields) || (route.path ?? '').startsWith('/assets/{');
  return [{ name, meta, inputSchema: schema, takesAsset }];
});

async function answerOf({ name, inputSchema }: Query, input: unknown, role: Role): Promise<string> {
  const [room = '', procedure = ''] = name.split('.');
  const parsed = inputSchema ? inputSchema.parse(input) : undefined;
  try {
    return JSON.stringify(await handlers[room]?.[procedure]?.(parsed, { ...caller, role })) ?? '';
  } catch (fault) {
    if (fault instanceof Failure) return `${fault.code} ${JSON.stringify(fault.data)}`;
    throw fault;
  }
}

/** What each of them tells, as this role: those that take an asset, those that lead to it, and all that need nothing to be asked. */
async function told(seeded: Seeded, role: Role): Promise<Map<string, string>> {
  const asks = new Map([...Object.entries(ofTheAsset(seeded)), ...beside(seeded)]);
  const answers = new Map<string, string>();
  for (const query of queries) {
    // A stream; and the folder of the media, which nobody made here.
    if (['station.live', 'station.info'].includes(query.name) || !mayDo(role, query.meta.needs)) continue;
    const input = asks.get(query.name) ?? {};
    if (query.inputSchema && !query.inputSchema.safeParse(input).success) continue;
    answers.set(query.name, await answerOf(query, input, role));
  }
  return answers;
}

it('knows how to ask every query that takes an asset', async () => {
  const asks = ofTheAsset(await seed());
  const open = queries.filter(({ meta, takesAsset }) => takesAsset && mayDo('viewer', meta.needs));
  expect(Object.keys(asks).sort()).toEqual(open.map(({ name }) => name).sort());
  for (const { name, inputSchema } of open) expect(inputSchema?.safeParse(asks[name]).error, name).toBeUndefined();
});

it('tells nothing of what is in exempt material to those who do not keep the desk, whatever they ask', async () => {
  const seeded = await seed();
  const desk = await told(seeded, 'operator');
  const telling = [...desk].flatMap(([name, answer]) => (TOLD.test(answer) ? [name] : []));
  expect(telling).toEqual(
    expect.arrayContaining([
      ...['library.get', 'library.list', 'library.tags', 'quality.of', 'previews.captions', 'previews.cues'],
      ...['previews.comments', 'station.audit', 'recalls.list', 'recalls.get', 'contests.entries'],
    ]),
  );
  for (const role of ['viewer', 'producer'] as const) {
    const answers = await told(seeded, role);
    expect(answers.size).toBeGreaterThan(50);
    expect([...answers].filter(([, answer]) => TOLD.test(answer))).toEqual([]);
    for (const name of ['quality.of', 'quality.onPanel', 'quality.mended', 'previews.comments'])
      expect(answers.get(name), name).toMatch(/^withheld/);
  }
});
