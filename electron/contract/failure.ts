/**
 * Failure: a refusal or fault that a person is told about. The code finds three sentences in
 * `resources/locales/{id,en}/failures.json`: what happened, what was kept, what to do.
 */
import { z } from 'zod';
import { Reason } from './scalars';

/** Codes and the HTTP status they travel with. A new refusal is a new line here and two in the locales. */
export const failureStatus = {
  /** A field is at fault. */
  invalidInput: 400,
  /** As things stand it cannot be done; the details say why. */
  refused: 409,
  /** The rules do not let it air; the details say which, and their source. */
  ruledOut: 409,
  /** One person alone may not loosen a lock; the details say which, and another may confirm it. */
  needsTwo: 409,
  notSignedIn: 401,
  wrongPassword: 401,
  notAllowed: 403,
  notFound: 404,
  stale: 409,
  inUse: 409,
  leavesBookings: 409,
  duplicateName: 409,
  nothingToUndo: 409,
  undoConflict: 409,
  firstRunOver: 409,
  lastAdministrator: 409,
  codeUnknown: 404,
  tooLarge: 413,
  tooManyAttempts: 429,
  unsupportedMedia: 415,
  emptyFile: 400,
  /** By law or by the rules of the station; the details say which. */
  withheld: 451,
  fileGone: 404,
  /** Taken back by whoever answers for it. */
  recalled: 410,
  fileUnreadable: 403,
  diskFull: 507,
  readOnly: 507,
  toolMissing: 503,
  stopping: 503,
  internal: 500,
} as const;
export type FailureCode = keyof typeof failureStatus;

export const FailureData = z.object({
  code: z.enum(Object.keys(failureStatus) as [FailureCode, ...FailureCode[]]),
  params: Reason.shape.params,
  /** Places or reasons that explain it: where an asset is booked, which fields are off. */
  details: z.array(Reason).default([]),
});
export type FailureData = z.infer<typeof FailureData>;

export class Failure extends Error {
  readonly data: FailureData;

  constructor(code: FailureCode, params: FailureData['params'] = {}, details: Reason[] = [], cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'Failure';
    this.data = { code, params, details };
  }

  get code(): FailureCode {
    return this.data.code;
  }

  get status(): number {
    return failureStatus[this.data.code];
  }
}

/** A refusal for these reasons. Where the judge gives all of them it is no fault of what was filled in, and says so. */
export function refusalFor(
  code: 'invalidInput' | 'refused',
  params: FailureData['params'],
  reasons: Reason[],
): Failure {
  const ofRules = reasons.length > 0 && reasons.every((each) => each.code.startsWith('judge.'));
  return new Failure(ofRules ? 'ruledOut' : code, params, reasons);
}

/**
 * The station cannot start here and now: a sentence for the terminal and the same as a reason for a window, in its
 * language. Both say what is in the way and what to do. Exit code 1.
 */
export class CannotStart extends Error {
  readonly reason: Reason;

  constructor(message: string, why: Reason, cause?: unknown) {
    super(message, { cause });
    this.name = 'CannotStart';
    this.reason = why;
  }
}
