/** What the shell remembers between starts: one small file, written whole to a temporary name and renamed. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(100), height: z.int().min(100) });
const Placement = z.object({ monitorId: z.string(), label: z.string(), width: z.int(), height: z.int() });

const ShellState = z.object({
  bounds: Rectangle.nullable().default(null),
  maximised: z.boolean().default(false),
  placements: z.array(Placement).default([]),
});
export type ShellState = z.infer<typeof ShellState>;

export interface StateFile {
  get(): ShellState;
  set(change: Partial<ShellState>): void;
}

/** A damaged file costs a window position, nothing more: it is read as empty. */
export function openState(path: string): StateFile {
  let state = read(path);
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      write(path, state);
    },
  };
}

/** A full disk is no reason to end the shell: what was meant holds until it is closed. */
function write(path: string, state: ShellState): void {
  try {
    writeFileSync(`${path}.tmp`, JSON.stringify(state, null, 2));
    renameSync(`${path}.tmp`, path);
  } catch (fault) {
    process.stderr.write(`${path} could not be written: ${String(fault)}\n`);
  }
}

function read(path: string): ShellState {
  try {
    return ShellState.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return ShellState.parse({});
  }
}
