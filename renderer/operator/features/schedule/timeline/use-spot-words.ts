/** A spot of the timeline in words: what it is, by which source, and what there is to say of it. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ShownOwner, ShownPlay } from '../../../../../electron/contract/api/shown';
import type { Booking } from '../../../../../electron/contract/records/booking';
import { DAY_MS, HOUR_MS } from '../../../../../electron/domain/calendar';
import { durationText } from '../../../../ui';
import { type Formats, useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import { dateText } from '../../../shared/date-text';
import { type Cell, cellOf } from '../cells';
import type { Colouring } from '../colouring';
import { useOpenDraft } from '../drafts/open-draft';
import { daysText, hoursText } from '../form/words';
import { type Silence, silenceOf } from '../lane/silence';
import type { Spot } from '../spot';

export interface SpotWords {
  name: string;
  source: string;
  lines: string[];
}

type Say = TFunction<'schedule'>;

/** `silence`: where bookings of the display of the spot air nothing. */
export function useSpotWords(
  colouring: Colouring,
  lets: (bookingId: string) => boolean,
  silence: readonly Silence[] = [],
): (spot: Spot) => SpotWords {
  const { t } = useTranslation('schedule');
  const formats = useFormats();
  const drafted = useOpenDraft()?.touched;
  return (spot) => {
    if (spot.kind === 'cell')
      return cellWords(cellOf(spot.owned, null, colouring, lets), spot.owned.day.skipped, t, formats);
    if (spot.kind === 'bar') {
      const words = barWords(spot.booking, colouring, drafted?.has(spot.booking.id), t, formats);
      return { ...words, lines: [...words.lines, ...silenceWords(spot, silence, t, formats)] };
    }
    return wordsOf(spot, t);
  };
}

/** How full a day is, and by whom. */
function cellWords({ openMs, fill, shares }: Cell, skipped: number, t: Say, formats: Formats): SpotWords {
  if (openMs === 0) return { name: t('cell.closed'), source: t('legend.planned'), lines: [] };
  const lines = shares.map(({ family, ms, plays }) =>
    t('cell.share', { name: family?.name ?? t('cell.others'), length: formats.span(ms), plays: formats.number(plays) }),
  );
  if (skipped > 0) lines.push(t('row.skipped', { count: skipped }));
  const open = formats.number(openMs / HOUR_MS, 1);
  return { name: t('cell.fill', { percent: formats.percent(fill), open }), source: t('legend.planned'), lines };
}

function barWords(
  booking: Booking,
  colouring: Colouring,
  drafted: boolean | undefined,
  t: Say,
  { language }: Formats,
): SpotWords {
  const family = colouring.familyOf(booking.id);
  const days = `${dateText(booking.from, language)} – ${dateText(booking.to, language)}`;
  const which = booking.rule === null ? daysText(booking.weekdays, language, t) : t('sentence.byRule');
  const hours = hoursText(booking);
  const whose = family?.name && family.name !== booking.name ? [family.name] : [];
  const states = [...(booking.paused ? [t('state.paused')] : []), ...(drafted ? [t('legend.drafted')] : [])];
  return {
    name: booking.name,
    source: t('detail.booking'),
    lines: [...whose, `${days}; ${which}; ${hours}`, ...states],
  };
}

/** Reasons of a bar that are told; there are seldom more. */
const MOST_REASONS = 3;

/** Where it airs nothing, and why. */
function silenceWords(spot: Extract<Spot, { kind: 'bar' }>, silence: readonly Silence[], t: Say, formats: Formats) {
  const { booking, part, start, end } = spot;
  const parts = silenceOf({ bookingId: booking.id, from: start, until: end }, silence);
  if (parts.length === 0) return [];
  const why = [...new Set(parts.flatMap(({ because }) => because.map(reasonText)))].slice(0, MOST_REASONS);
  const days = parts.reduce((sum, { from, until }) => sum + Math.round((until - from) / DAY_MS), 0);
  const whole = parts.length === 1 && parts[0]?.from === start && parts[0].until === end;
  const times = parts.map(({ from, until }) => `${formats.time(from)}–${formats.time(until)}`).join(', ');
  const when =
    part === null
      ? t('lane.silentDays', { count: days })
      : whole
        ? t('lane.silentWhole')
        : t('lane.silentAt', { times });
  return [when, ...(why.length > 0 ? why : [t('lane.silentTaken')])];
}

function wordsOf(spot: Exclude<Spot, { kind: 'cell' | 'bar' }>, t: Say): SpotWords {
  switch (spot.kind) {
    case 'plan': {
      const { clip } = spot;
      const name = clip.kind === 'slate' ? t('slate') : clip.name;
      return { name, source: t('legend.planned'), lines: [reasonText(clip.because)] };
    }
    case 'play':
      return playWords(spot.play, spot.owner, t);
    case 'slot': {
      const { plays: count, amiss, gapMs } = spot.slot;
      const lines = [...sharesOf(spot, t)];
      if (amiss > 0) lines.push(t('past.amiss', { count: amiss }));
      if (gapMs >= GAP_TOLD_MS) lines.push(t('past.missing', { length: durationText(gapMs) }));
      return { name: t('past.plays', { count }), source: t('legend.shown'), lines };
    }
    case 'gap':
      return { name: t('past.gap'), source: t('legend.shown'), lines: [t('past.gapWords')] };
    default:
      return spot satisfies never;
  }
}

const GAP_TOLD_MS = 1000;

function playWords({ assetName, outcome, because }: ShownPlay, owner: ShownOwner, t: Say): SpotWords {
  const whose = owner.kind === 'booking' ? [t('past.byBooking', { name: ownerName(owner, t) })] : [];
  const why = because ? [reasonText(because)] : [];
  return {
    name: assetName ?? ownerName(owner, t),
    source: t('legend.shown'),
    lines: [...whose, t(`past.outcome.${outcome}`), ...why],
  };
}

function sharesOf({ slot, owners }: Extract<Spot, { kind: 'slot' }>, t: Say): string[] {
  const line = (name: string, ms: number) => t('past.share', { name, length: durationText(ms) });
  const named = slot.shares.flatMap(([index, ms]) => {
    const owner = owners[index];
    return owner ? [line(ownerName(owner, t), ms)] : [];
  });
  return slot.othersMs > 0 ? [...named, line(t('past.others'), slot.othersMs)] : named;
}

function ownerName(owner: ShownOwner, t: Say): string {
  if (owner.kind === 'booking') return owner.name ?? t('past.goneBooking');
  return t(owner.kind === 'filler' ? 'legend.filler' : 'slate');
}
