/** Turns what the store and the tools say of themselves into alerts a person sees. */
import { reason } from '../contract/scalars';
import type { Rooms } from './rooms';
import type { Store } from './store';

export function watchTroubles(store: Store, { alerts, media, schedule, displays }: Rooms): void {
  for (const [index, why] of store.recovered.entries()) alerts.raise(`store.recovered.${index}`, 'warning', why);
  store.trouble.subscribe((why) => {
    if (why) alerts.raise('store.trouble', 'error', why);
    else alerts.settle('store.trouble');
  });
  const { ffmpeg, ffprobe, missing } = media.toolchain;
  if (!ffmpeg || !ffprobe) alerts.raise('tools.missing', 'error', reason('tools.missing'));
  else if (missing.length > 0)
    alerts.raise('tools.lacking', 'warning', reason('tools.lacking', { what: missing.join(', ') }));
  schedule.timelines.readiness.subscribe((displayId) => displays.refreshStatus(displayId));
}
