/** A real station of the built code in a process of its own, and a typed client on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Api } from '../../electron/contract/api';

export type StationClient = ContractRouterClient<Api>;

export interface RunningStation {
  origin: string;
  token: string;
  dataDir: string;
  client: StationClient;
  process: ChildProcess;
  /** What it printed so far, both streams. */
  output(): string;
  /** Resolves with the first group of what it printed, or prints yet: lines may arrive one by one. @throws when it ends first. */
  printed(pattern: RegExp): Promise<string>;
  /** SIGTERM and wait; the data stays. */
  stop(): Promise<number | null>;
  /** SIGKILL and wait. */
  kill(): Promise<void>;
}

export interface StationOptions {
  dataDir?: string;
  port?: number;
  flags?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Off, as people run it: reading a source map blocks the loop for tens of milliseconds. Default on. */
  sourceMaps?: boolean;
}

export const HEADLESS = join(process.cwd(), 'dist/electron/headless.js');

/** A fresh data directory; `removeDir` when done. */
export const makeDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'suar-'));
export const removeDir = (dir: string): Promise<void> => rm(dir, { recursive: true, force: true, maxRetries: 5 });

/** Starts a station and resolves when it serves. @throws with its output when it ends first. */
export async function startStation(options: StationOptions = {}): Promise<RunningStation> {
  const dataDir = options.dataDir ?? (await makeDir());
  const flags = ['--headless', '--data', dataDir, '--port', String(options.port ?? 0), ...(options.flags ?? [])];
  const maps = options.sourceMaps === false ? [] : ['--enable-source-maps'];
  const child = spawn(process.execPath, [...maps, HEADLESS, ...flags], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const printed = (pattern: RegExp) => printedBy(child, () => output, pattern);
  const origin = await printed(/Suar listening on (\S+)\n/);
  const token = (await readFile(join(dataDir, 'admin-token'), 'utf8')).trim();
  return {
    origin,
    token,
    dataDir,
    client: stationClient(origin, token),
    process: child,
    output: () => output,
    printed,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

export function stationClient(origin: string, token: string): StationClient {
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { authorization: `Bearer ${token}` } }));
}

function printedBy(child: ChildProcess, output: () => string, pattern: RegExp): Promise<string> {
  return new Promise((done, fail) => {
    const forget = () => {
      child.stdout?.off('data', look);
      child.off('exit', ended);
    };
    const look = () => {
      const found = pattern.exec(output())?.[1];
      if (!found) return;
      forget();
      done(found);
    };
    const ended = (code: number | null) => {
      forget();
      fail(new Error(`station ended with ${code} before it printed ${pattern}:\n${output()}`));
    };
    child.stdout?.on('data', look);
    child.once('exit', ended);
    look();
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
  return child.exitCode;
}
