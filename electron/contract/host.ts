/** What the preload offers a page inside Electron, as `window.suarHost`; absent in a browser. */
import { z } from 'zod';

export const Monitor = z.object({
  id: z.string(),
  /** As the system names it; empty where it does not. */
  label: z.string(),
  /** Left upper corner on the desktop, and size in real pixels. */
  x: z.int(),
  y: z.int(),
  width: z.int(),
  height: z.int(),
  primary: z.boolean(),
  /** Whether a display page is on it now. */
  showing: z.boolean(),
});
export type Monitor = z.infer<typeof Monitor>;

/** Channel name -> what goes in and what comes out. Both ends parse. */
export const hostCalls = {
  chooseFiles: { input: z.null(), output: z.array(z.string()) },
  /** Paths that came by menu, by opening with Suar or by its icon; each is answered once. */
  waitingFiles: { input: z.null(), output: z.array(z.string()) },
  chooseFolder: { input: z.null(), output: z.string().nullable() },
  monitors: { input: z.null(), output: z.array(Monitor) },
  /** `page` is a path such as the one-time address of `displays.localPage`; null shows the page as it last was. */
  showDisplayOn: {
    input: z.object({ monitorId: z.string(), page: z.string().startsWith('/display').nullable() }),
    output: z.null(),
  },
  hideDisplayOn: { input: z.object({ monitorId: z.string() }), output: z.null() },
  quit: { input: z.null(), output: z.null() },
} as const;
export type HostCall = keyof typeof hostCalls;

export type SuarHost = {
  readonly [C in HostCall]: (
    input: z.infer<(typeof hostCalls)[C]['input']>,
  ) => Promise<z.infer<(typeof hostCalls)[C]['output']>>;
} & {
  /** Path on disk of a dropped file; empty when it has none. */
  pathOf(file: unknown): string;
  /** Calls back when files wait. */
  onFiles(listener: () => void): () => void;
  /** Calls back whenever monitors come, go or change. */
  onMonitors(listener: (monitors: Monitor[]) => void): () => void;
};
