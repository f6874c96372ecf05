/**
 * Handlers of a contract as plain functions, so that a room's table of commands knows neither oRPC nor HTTP.
 * `HandlersOf<typeof playlistsApi>` has one function per procedure: parsed input and caller in, output out.
 */
import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { Actor } from '../records/audit';
import type { Role } from '../records/user';

/** Who a session or a token stands for. */
export interface Identity {
  actor: Actor;
  role: Role;
  /** SHA-256 of the session token; null for tokens and for nobody. */
  sessionId: string | null;
}

/**
 * Who calls, and on what connection. Only `open` procedures may see a caller whose `actor.kind` is `user` and whose
 * `sessionId` is null: that is nobody yet.
 */
export interface Caller extends Identity {
  /** Network address, for rate limits and audit. */
  address: string;
  /** Aborts when the caller goes away. */
  signal: AbortSignal | undefined;
  /** Sets or (null) clears the session cookie on the answer. */
  setSession(token: string | null): void;
}

type MaybePromise<T> = T | Promise<T>;

export type HandlersOf<C> =
  C extends ContractProcedure<infer I, infer O, infer _Errors, infer _Meta>
    ? (input: InferSchemaOutput<I>, caller: Caller) => MaybePromise<InferSchemaInput<O>>
    : { readonly [K in keyof C]: HandlersOf<C[K]> };
