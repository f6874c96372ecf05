/** A spot of the timeline in words: what it is, by which source, and what there is to say of it. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ShownOwner, ShownPlay } from '../../../../../electron/contract/api/shown';
import { durationText } from '../../../../ui';
import { reasonText } from '../../../i18n/say';
import type { Spot } from '../spot';

export interface SpotWords {
  name: string;
  source: string;
  lines: string[];
}

type Say = TFunction<'schedule'>;

export function useSpotWords(): (spot: Spot) => SpotWords {
  const { t } = useTranslation('schedule');
  return (spot) => wordsOf(spot, t);
}

function wordsOf(spot: Spot, t: Say): SpotWords {
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
