/** What a card's drawing comes from, now: its content, its feed, the station's day. Pure; the station and the editor ask the same. */
import type { CardContent, CardDrawing } from '../../contract/records/card';
import type { CardFeed, CardFeedState } from '../../contract/records/card-feed';
import type { Settings } from '../../contract/records/settings';
import { localParts } from '../time';
import { zoneLabel } from '../zone-label';
import { contentOf } from './content';
import { takesFeed, withRows } from './feed-rows';

export interface Fed {
  feed: Pick<CardFeed, 'staleAfterMinutes' | 'whenStale'>;
  state: Pick<CardFeedState, 'rows' | 'goodAt'> | undefined;
}

export interface DrawnFrom {
  content: CardContent;
  fed: Fed | null;
  settings: Pick<Settings, 'zone' | 'language'>;
  logo: CardDrawing['logo'];
  now: number;
}

export function drawingOf({ content, fed: named, settings, logo, now }: DrawnFrom): CardDrawing {
  const fed = takesFeed(content.fields.template) ? named : null;
  const { zone, language } = settings;
  const goodAt = fed?.state?.goodAt ?? null;
  const rows = goodAt === null ? null : (fed?.state?.rows ?? null);
  const stale = fed !== null && goodAt !== null && isStale(fed, now) && fed.feed.whenStale === 'sayAge';
  const asOf = stale ? localParts(goodAt ?? now, zone) : null;
  return {
    fields: (rows && withRows(content.fields, rows)) ?? content.fields,
    ...{ look: content.look, qr: content.qr, logo, language },
    ...{ today: localParts(now, zone).date, zone: zoneLabel(zone, now) },
    asOf: asOf && { date: asOf.date, time: asOf.time.slice(0, 5) },
  };
}

/** Nothing good has come for longer than the feed may be silent; a clock that was set back counts as fresh. */
export function isStale({ feed, state }: Fed, now: number): boolean {
  const goodAt = state?.goodAt ?? null;
  return goodAt === null || now - goodAt > feed.staleAfterMinutes * 60_000;
}

/** Whether a card must be off the air now. */
export const isHidden = (fed: Fed | null, now: number): boolean =>
  fed !== null && fed.feed.whenStale === 'hide' && isStale(fed, now);

/** Whether two drawings look the same on every panel. */
export const looksSame = (one: CardDrawing, other: CardDrawing): boolean =>
  JSON.stringify([contentOf(one), one.look, one.logo]) === JSON.stringify([contentOf(other), other.look, other.logo]);
