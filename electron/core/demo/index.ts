/**
 * Fills an empty station with the demo, step by step, so that its display plays as soon as the first clip is made.
 * A run that was broken off goes on at the next start: what is there already is found by name.
 */
import { STATION_ACTOR } from '../../contract/records/audit';
import { reason } from '../../contract/scalars';
import { updateSettings } from '../control/settings';
import { settingsOf } from '../store';
import { bookDay, setFiller, setUpLoop, setUpSmart } from './bookings';
import { DEMO_CALLER, type DemoNeed } from './caller';
import { setUpCards } from './cards';
import { bringIn } from './material';
import { setUpAgencies, setUpAgreements } from './partners';
import { setUpRadio } from './radio';
import { setUpSubmissions } from './submissions';
import { DEMO_DISPLAY, DEMO_STATION } from './tirtaraya';

export interface Demo {
  /** One-time path that opens the demo's display page; null where the data directory was no demo's. */
  displayPage(): Promise<string | null>;
  stop(): Promise<void>;
}

export function startDemo(need: DemoNeed): Demo {
  const stopping = new AbortController();
  const { rooms, store, log } = need;
  const display = demoDisplay(need);
  const work = display
    .then((id) => {
      if (id === null) return undefined;
      rooms.displays.setOutFor(id);
      return fill(need, id, stopping.signal);
    })
    .catch((fault: unknown) => {
      if (stopping.signal.aborted) return;
      log.error({ err: fault }, 'the demo could not be filled');
      const detail = fault instanceof Error ? fault.message : String(fault);
      rooms.alerts.raise('demo.failed', 'error', reason('demo.failed', { detail }));
    });
  return {
    async displayPage() {
      const id = await display;
      if (id === null || !store.get('display', id)) return null;
      return (await rooms.displays.handlers.displays.localPage({ id }, DEMO_CALLER)).path;
    },
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

/** The demo's display: made in an empty station, found again in one that is the demo's; null in anybody else's. */
async function demoDisplay({ rooms, store, dataDir }: DemoNeed): Promise<string | null> {
  const held = store.all('display');
  const known = held.find(({ name }) => name === DEMO_DISPLAY.name);
  if (known) return known.id;
  if (held.length > 0 || store.assets.count() > 0 || store.all('playlist').length > 0) return null;
  const { rev } = settingsOf(store);
  await updateSettings(store, { rev, values: DEMO_STATION, actor: STATION_ACTOR, dataDir });
  const { id } = await rooms.displays.handlers.displays.create(
    { ...DEMO_DISPLAY, zone: DEMO_STATION.zone },
    DEMO_CALLER,
  );
  return id;
}

async function fill(need: DemoNeed, displayId: string, signal: AbortSignal): Promise<void> {
  const { log, clock } = need;
  const began = clock.now();
  const agencies = await setUpAgencies(need);
  const agreements = await setUpAgreements(need, agencies);
  const assets = await bringIn(need, { agencies, signal, onFiller: (made) => setFiller(need, made) });
  await setUpLoop(need, displayId);
  await bookDay(need, displayId, { assets, agreements });
  await setUpSmart(need);
  await setUpSubmissions(need, { agencies, assets });
  await setUpRadio(need, assets);
  await setUpCards(need);
  log.info({ tookMs: clock.now() - began }, 'the demo is filled');
}
