/** For tests: the rules room over a store of its own for each test, on a clock that the test sets. */
import { generateKeyPairSync } from 'node:crypto';
import { beforeEach } from 'vitest';
import type { Caller } from '../../contract/api/handlers';
import type { Store } from '../store';
import { freshStore } from '../store/fresh-store';
import { caller, colleague, quiet } from '../store/samples';
import { createRules, type RulesRoom } from '.';
import type { Checks } from './options';

/** Another person with the same rights as `caller`. */
export const second: Caller = { ...caller, actor: colleague };
export const program: Caller = { ...caller, actor: { kind: 'token', id: 'T1', name: 'Program' } };

/** @param at epoch ms that the room goes by, set to `start` before each test */
export function freshRules(
  at: { now: number },
  start: number,
  take: (store: Store, room: RulesRoom) => void,
  checks: Checks = {},
): void {
  const clock = { now: () => at.now };
  let store: Store;
  freshStore((fresh) => {
    store = fresh;
  }, clock);
  beforeEach(() => {
    at.now = start;
    const key = generateKeyPairSync('ed25519').privateKey;
    take(store, createRules({ store, clock, log: quiet, key, checks }));
  });
}
