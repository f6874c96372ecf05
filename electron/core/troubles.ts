/** Turns what the store and the tools say of themselves into alerts a person sees. */
import type { Toolchain } from '../contract/api/station';
import { reason } from '../contract/scalars';
import type { Rooms } from './rooms';
import type { Store } from './store';

/** A document that the journal was ahead of, as after any power cut: mended whole, nothing for a person to do. */
const CAUGHT_UP = 'store.caughtUp';
/** The one trouble that passes by itself: documents are written again. */
const NOT_WRITTEN = 'store.documentNotWritten';

export function watchTroubles(store: Store, { alerts, media, schedule, displays }: Rooms): void {
  const mended = store.recovered.filter(({ code }) => code !== CAUGHT_UP);
  for (const [index, why] of mended.entries()) alerts.raise(`store.recovered.${index}`, 'warning', why);
  store.trouble.subscribe((why) => {
    if (why) alerts.raise(why.code, 'error', why);
    else alerts.settle(NOT_WRITTEN);
  });
  tellTools(media.toolchain, alerts);
  schedule.timelines.readiness.subscribe((displayId) => displays.refreshStatus(displayId));
}

/** Raises what is missing of the tools, and settles it once they are there. Returns what it was given. */
export function tellTools(toolchain: Toolchain, alerts: Rooms['alerts']): Toolchain {
  const { ffmpeg, ffprobe, missing } = toolchain;
  const isMissing = !ffmpeg || !ffprobe;
  if (isMissing) alerts.raise('tools.missing', 'error', reason('tools.missing'));
  else alerts.settle('tools.missing');
  if (missing.length > 0)
    alerts.raise('tools.lacking', 'warning', reason('tools.lacking', { what: missing.join(', ') }));
  else alerts.settle('tools.lacking');
  return toolchain;
}
