/** ffmpeg and ffprobe as found, what they lack, and fluent-ffmpeg made ready for them. Read `loadToolchain` first. */
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import ffmpeg from 'fluent-ffmpeg';
import type { Toolchain } from '../../contract/api/station';
import { type FoundTool, findTools, type RejectedTool } from './find-tools.mjs';

const run = promisify(execFile);

/** What Suar needs of ffmpeg; `optional` makes some results better and is never missed in silence. */
const NEEDED = { encoders: ['libx264', 'aac'], filters: ['loudnorm', 'ebur128', 'drawtext', 'scale'] } as const;
const OPTIONAL_FILTERS = ['zscale', 'tonemap', 'bwdif', 'alimiter'] as const;
const OPTIONAL_DECODERS = ['libvpx', 'libvpx-vp9'] as const;

export interface Capabilities {
  filters: ReadonlySet<string>;
  decoders: ReadonlySet<string>;
}

export interface Tools {
  toolchain: Toolchain;
  capabilities: Capabilities;
}

/** As `-version` is given in find-tools.mjs: one that hangs must not hold up every job behind it. */
const PATIENCE_MS = 15_000;

/** Looks once; never throws. An ffmpeg that does not say in time what it can do is told of as rejected. */
export async function loadToolchain(env: Record<string, string | undefined>, patienceMs = PATIENCE_MS): Promise<Tools> {
  const { ffmpeg: found, ffprobe, rejected } = await findTools(env);
  if (found?.from === 'ffmpeg-static') sparePackagedBuild();
  if (!found) return without(ffprobe, rejected);
  try {
    const [words] = await Promise.all([listAll(found, patienceMs), within(patienceMs, prime(found))]);
    const missing = [...missingOf(words.encoders, NEEDED.encoders), ...missingOf(words.filters, NEEDED.filters)];
    return { toolchain: { ffmpeg: found, ffprobe, missing, rejected }, capabilities: capabilitiesOf(words) };
  } catch (fault) {
    const why = String((fault as Error).message ?? fault).split('\n')[0] ?? '';
    return without(ffprobe, [...rejected, { tool: 'ffmpeg', path: found.path, from: found.from, why }]);
  }
}

function without(ffprobe: FoundTool | null, rejected: RejectedTool[]): Tools {
  return { toolchain: { ffmpeg: null, ffprobe, missing: [], rejected }, capabilities: none() };
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  const late = new AbortController();
  const limit = sleep(ms, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error(`no answer within ${ms} ms`);
  });
  limit.catch(() => {});
  await Promise.race([work, limit]).finally(() => late.abort());
}

/** As in ffprobe.ts; fluent-ffmpeg offers no environment of its own to set it in. */
function sparePackagedBuild(): void {
  process.env.GCONV_PATH ??= '/nonexistent';
}

function none(): Capabilities {
  return { filters: new Set(), decoders: new Set() };
}

function missingOf(have: ReadonlySet<string>, needed: readonly string[]): string[] {
  return needed.filter((name) => !have.has(name));
}

function capabilitiesOf({ filters, decoders }: Words): Capabilities {
  const known = [...NEEDED.filters, ...OPTIONAL_FILTERS];
  return {
    filters: new Set(known.filter((name) => filters.has(name))),
    decoders: new Set(OPTIONAL_DECODERS.filter((name) => decoders.has(name))),
  };
}

interface Words {
  encoders: ReadonlySet<string>;
  decoders: ReadonlySet<string>;
  filters: ReadonlySet<string>;
}

async function listAll({ path }: FoundTool, timeout: number): Promise<Words> {
  const list = async (option: string) => {
    const { stdout } = await run(path, ['-hide_banner', option], { maxBuffer: 1 << 22, windowsHide: true, timeout });
    return parseList(stdout);
  };
  const [encoders, decoders, filters] = await Promise.all(['-encoders', '-decoders', '-filters'].map(list));
  const empty = new Set<string>();
  return { encoders: encoders ?? empty, decoders: decoders ?? empty, filters: filters ?? empty };
}

/** Names from a list such as ` V....D libx264   H.264 encoder`. Pure. */
export function parseList(text: string): Set<string> {
  const names = text.split('\n').map((line) => /^\s[A-Z.|]{2,6}\s+([\w-]+)\s+\S/.exec(line)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

/** fluent-ffmpeg asks for formats and encoders before its first run (250 ms): have it done while the station starts. */
function prime({ path }: FoundTool): Promise<void> {
  return new Promise((resolve) => {
    ffmpeg.setFfmpegPath(path);
    ffmpeg.getAvailableFormats(() => ffmpeg.getAvailableEncoders(() => resolve()));
  });
}
