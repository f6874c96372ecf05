/** Pairing codes are short: an address that guesses too often has to wait. */
import { Failure } from '../../contract/failure';
import type { Clock } from '../store';

const MOST = 10;
const WITHIN_MS = 5 * 60_000;

export interface CodeAttempts {
  /** @throws Failure tooManyAttempts with the seconds to wait */
  check(address: string): void;
  failed(address: string): void;
}

/** `now` is best monotonic: a clock set back must not lengthen the wait. */
export function createAttempts({ now }: Clock): CodeAttempts {
  const failures = new Map<string, number[]>();
  const recent = (address: string) => (failures.get(address) ?? []).filter((at) => at > now() - WITHIN_MS);
  return {
    check(address) {
      const [oldest] = recent(address).slice(-MOST);
      if (recent(address).length < MOST || oldest === undefined) return;
      throw new Failure('tooManyAttempts', { seconds: Math.ceil((oldest + WITHIN_MS - now()) / 1000) });
    },
    failed(address) {
      failures.set(address, [...recent(address), now()]);
    },
  };
}
