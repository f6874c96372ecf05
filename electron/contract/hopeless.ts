import type { Reason } from './scalars';

/** Thrown where trying again cannot help (a damaged file, not a busy disk); the reason is for a person. */
export class Hopeless extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, cause?: unknown) {
    super(reason.code, { cause });
    this.name = 'Hopeless';
    this.reason = reason;
  }
}
