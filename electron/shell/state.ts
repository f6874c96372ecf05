/** What the shell remembers between starts: one small file, written whole to a temporary name and renamed. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Language } from '../contract/records/user';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(100), height: z.int().min(100) });
const Placement = z.object({
  monitorId: z.string(),
  label: z.string(),
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  key: z.string().regex(/^[A-Za-z0-9_-]+$/),
  shown: z.boolean(),
});

export const ShellState = z.strictObject({
  /** The console window. */
  bounds: Rectangle.nullable(),
  maximised: z.boolean(),
  placements: z.array(Placement),
  /** What the station spoke last; null before it has said so. */
  language: Language.nullable(),
  /** Where the station listened last. */
  port: z.int().min(1).max(65_535).nullable(),
});
export type ShellState = z.infer<typeof ShellState>;

const NOTHING: ShellState = { bounds: null, maximised: false, placements: [], language: null, port: null };

export interface StateFile {
  get(): ShellState;
  set(change: Partial<ShellState>): void;
}

/** A damaged file costs window positions, nothing more: the log says so and it begins anew. */
export function openState(path: string, log: Logger): StateFile {
  let state = read(path, log);
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      write(path, state, log);
    },
  };
}

/** A full disk is no reason to end the shell: what was meant holds until it is closed. */
function write(path: string, state: ShellState, log: Logger): void {
  try {
    writeFileSync(`${path}.tmp`, JSON.stringify(state, null, 2));
    renameSync(`${path}.tmp`, path);
  } catch (fault) {
    log.warn({ err: fault, path }, 'window positions could not be written');
  }
}

function read(path: string, log: Logger): ShellState {
  try {
    return ShellState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (fault) {
    const missing = (fault as NodeJS.ErrnoException).code === 'ENOENT';
    if (!missing) log.warn({ err: fault, path }, 'the file of window positions is damaged: beginning anew');
    return NOTHING;
  }
}
