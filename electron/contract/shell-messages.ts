/** What the station tells whoever started it (Electron's main process, or `npm start`) over their private channel. */
import { z } from 'zod';
import { Language } from './records/user';
import { Reason } from './scalars';

export const FromStation = z.discriminatedUnion('type', [
  /** It serves. */
  z.object({ type: z.literal('ready'), address: z.url() }),
  /** Open a window on this one-time address. */
  z.object({ type: z.literal('open'), what: z.enum(['console', 'display']), url: z.url() }),
  /** What the station speaks, once it serves and whenever that is changed. */
  z.object({ type: z.literal('language'), language: Language }),
  /** It cannot start: words for a terminal and, for all but a fault of ours, the reason. It exits after this. */
  z.object({ type: z.literal('cannotStart'), message: z.string(), reason: Reason.nullable() }),
]);
export type FromStation = z.infer<typeof FromStation>;

export const ToStation = z.discriminatedUnion('type', [
  /** Send another `open` for the console: its window was closed and is wanted again. */
  z.object({ type: z.literal('openConsole') }),
  z.object({ type: z.literal('stop') }),
]);
export type ToStation = z.infer<typeof ToStation>;
