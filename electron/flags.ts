/** Reads the command line of the station: words in, settings or a sentence about what is wrong out. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import envPaths from 'env-paths';

export interface StationFlags {
  data: string | null;
  port: number | null;
  host: string | null;
  demo: boolean;
  /** Started by a window that wants one-time addresses over the private channel. */
  desktop: boolean;
  /** The port a station of this shell had before: taken again when it is free. */
  againOn: number | null;
  help: boolean;
}

export const USAGE = `Usage: npm start -- [--headless] [--data DIR] [--port N] [--host H] [--demo]
  --headless   serve without a window
  --data DIR   where everything is kept (or SUAR_DATA)
  --port N     where it listens, 4870 when free (or SUAR_PORT); 0 takes any
  --host H     address to listen on instead of 127.0.0.1
  --demo       fill an empty data directory with the demo station`;

/** @throws {UsageError} with a sentence for the person who typed it. */
export class UsageError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

export function readFlags(args: readonly string[], env: Environment): StationFlags {
  const { files, ...flags } = readWindowFlags(args, env);
  if (files.length > 0) throw new UsageError(`Unexpected argument "${files[0]}"`);
  return flags;
}

/** As `readFlags`, for a window: words that are no flags are files to take in, as "open with" gives them. */
export function readWindowFlags(args: readonly string[], env: Environment): StationFlags & { files: string[] } {
  const { values, positionals } = parse(args);
  return {
    data: values.data ?? env.SUAR_DATA ?? null,
    port: readPort(values.port ?? env.SUAR_PORT),
    host: values.host ?? null,
    demo: values.demo === true,
    desktop: values.desktop === true,
    againOn: readPort(values['again-on']),
    help: values.help === true,
    files: positionals,
  };
}

/**
 * Where everything is kept: as told, else where this system keeps a user's data. One answer for every way to open Suar,
 * so that Electron finds the station that a browser window was opened on; the demo never stands in a real one's place.
 */
export function dataDirOf({ data, demo }: Pick<StationFlags, 'data' | 'demo'>): string {
  return resolve(data ?? envPaths(demo ? 'suar-demo' : 'suar', { suffix: '' }).data);
}

function parse(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const word = { type: 'string' } as const;
  const flags = { headless: flag, demo: flag, desktop: flag, help: flag };
  const options = { ...flags, data: word, port: word, host: word, 'again-on': word };
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

function readPort(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 0 to 65535, not "${text}"`);
}
