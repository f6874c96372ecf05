/** One-time codes: one in force at a time, used once, some with an end. */
import { newSecret, sameSecret } from '../secret';
import type { Clock } from '../store';

export interface OneTimeCode {
  /** The code in force, made when there is none. */
  current(): string;
  /** A new code; the one before is void. */
  renew(): string;
  /** Whether this is the code in force. */
  fits(code: string): boolean;
  /** Voids it. */
  spend(): void;
}

/** @param lifeMs how long a code is good for; null as long as the process runs. */
export function createOneTimeCode(clock: Clock, lifeMs: number | null): OneTimeCode {
  let code: string | null = null;
  let until = Number.POSITIVE_INFINITY;

  const renew = () => {
    code = newSecret();
    until = lifeMs === null ? Number.POSITIVE_INFINITY : clock.now() + lifeMs;
    return code;
  };
  return {
    current: () => code ?? renew(),
    renew,
    fits: (given) => code !== null && clock.now() < until && sameSecret(given, code),
    spend: () => {
      code = null;
    },
  };
}
