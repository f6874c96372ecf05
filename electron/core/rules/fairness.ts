/** What each candidate pair or participant was given, as the play log proves it, on displays, on the radio, and on both together. */
import { z } from 'zod';
import type { FairnessRow } from '../../contract/api/rules';
import { RADIO_CHANNEL_ID } from '../../contract/records/play';
import { mayDo, type Role } from '../../contract/records/user';
import { Name } from '../../contract/scalars';
import type { Steps } from '../../domain/steps';
import { localDay, toInstant } from '../../domain/time';
import { type Store, settingsOf } from '../store';

type Ground = Pick<Store, 'get' | 'plays' | 'audit' | 'assets'>;

interface Given {
  plays: number;
  ms: number;
  places: Set<string>;
  /** Plays by the day on the station's clock. */
  days: Map<number, number>;
}

/** Plays looked at between two pauses. */
const STEP = 250;

/** Assets read between two pauses. */
const PAGE = 500;

/**
 * Days on the station's clock, both included. What was skipped was given to nobody; whom material names and who was given nothing is told
 * with nought, for the equal share is that of all. Whom nothing but exempt material names is told to the desk alone.
 */
export function* fairnessBetween(store: Ground, days: { from: string; to: string }, role: Role): Steps<FairnessRow[]> {
  const seesAll = mayDo(role, 'desk');
  const { zone } = settingsOf(store);
  const [from, until] = [toInstant(days.from, '00:00:00', zone), toInstant(days.to, '24:00:00', zone)];
  const sums = new Map<string, Map<FairnessRow['channel'], Given>>();
  let looked = 0;
  for (let page = store.assets.subjectsAfter('', PAGE); page.length > 0; ) {
    for (const { subject, ppid } of page)
      if (subject !== null && (seesAll || ppid !== 'exempt')) givenOn(sums, subject, 'station');
    yield;
    page = store.assets.subjectsAfter(page.at(-1)?.id ?? '', PAGE);
  }
  const open = new Set(sums.keys());
  for (const assetId of store.plays.assetIds()) {
    if (++looked % STEP === 0) yield;
    const { subject, ppid } = saidOf(store, assetId);
    if (subject === null || (ppid === 'exempt' && !seesAll && !open.has(subject))) continue;
    for (const { displayId, outcome, startedAt, endedAt } of store.plays.each({ assetId, from, until })) {
      if (++looked % STEP === 0) yield;
      if (outcome === 'skipped') continue;
      const day = localDay(startedAt, zone);
      for (const channel of ['station', displayId === RADIO_CHANNEL_ID ? 'radio' : 'displays'] as const) {
        const given = givenOn(sums, subject, channel);
        given.plays++;
        given.ms += Math.max(0, endedAt - startedAt);
        given.places.add(displayId);
        given.days.set(day, (given.days.get(day) ?? 0) + 1);
      }
    }
  }
  const aired = new Set([...sums.values()].flatMap((channels) => [...channels.keys()]));
  for (const subject of sums.keys()) for (const channel of aired) givenOn(sums, subject, channel);
  return [...sums].flatMap(([subject, channels]) => rowsOf(subject, channels)).sort(bySubject);
}

function givenOn(
  sums: Map<string, Map<FairnessRow['channel'], Given>>,
  subject: string,
  channel: FairnessRow['channel'],
): Given {
  const channels = sums.get(subject) ?? new Map<FairnessRow['channel'], Given>();
  sums.set(subject, channels);
  const given = channels.get(channel) ?? {
    plays: 0,
    ms: 0,
    places: new Set<string>(),
    days: new Map<number, number>(),
  };
  channels.set(channel, given);
  return given;
}

const rowsOf = (subject: string, channels: Map<FairnessRow['channel'], Given>): FairnessRow[] =>
  [...channels].map(([channel, { plays, ms, places, days }]) => ({
    subject,
    channel,
    plays,
    seconds: ms / 1000,
    mostADay: Math.max(0, ...days.values()),
    places: places.size,
  }));

const bySubject = (a: FairnessRow, b: FairnessRow): number =>
  a.subject.localeCompare(b.subject, 'id') || a.channel.localeCompare(b.channel);

/** As its record says, or did when it was deleted for good: time once given stays given. */
function saidOf(store: Ground, assetId: string): z.infer<typeof Said> {
  const asset = store.get('asset', assetId);
  if (asset) return asset;
  const [last] = store.audit.list({ record: 'asset', id: assetId, limit: 1 });
  return Said.parse(last?.changes.find(({ record, id }) => record === 'asset' && id === assetId)?.before ?? {});
}

const Said = z.object({ subject: Name.nullable().catch(null), ppid: z.string().catch('') });
