/**
 * The words of a state, looked up once per list instead of once per card: a translation hook in each of a hundred cards
 * was a third of the work of scrolling.
 */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockNow } from '../../../../../electron/contract/api/rules';
import { type Asset, type AssetState, isProbed } from '../../../../../electron/contract/records/asset';
import type { JobProgress } from '../../../../../electron/contract/records/job';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { localParts } from '../../../../../electron/domain/time';
import { orpc } from '../../../../client/client';
import { stationNow } from '../../../../client/station-clock';
import { useFormats } from '../../../i18n/formats';
import { lockTrouble } from '../../../shared/lock-trouble';
import type { PapersTrouble } from '../../../shared/papers-trouble';

export interface StateWords {
  state: (state: AssetState) => string;
  doubts: (count: number) => string;
  /** Ready, though too short for any playlist. */
  short: string;
  shortWhy: string;
  /** Of what is ready and may not air all the same. */
  papers: (trouble: PapersTrouble) => string;
  /** Of what a lock keeps off now, everywhere; null of all else. */
  locked: (asset: Asset) => string | null;
  /** At the station. */
  today: LocalDate | null;
  percent: (ratio: number) => string;
}

const NO_LOCKS: readonly LockNow[] = [];

export function useStateWords(): StateWords {
  const { t } = useTranslation('library');
  const formats = useFormats();
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone;
  const today = zone ? localParts(stationNow(), zone).date : null;
  const locks = useQuery(orpc.rules.locks.queryOptions()).data ?? NO_LOCKS;
  return useMemo(
    () => ({
      state: remembered((state: AssetState) => t(`state.${state}`)),
      doubts: remembered((count: number) => t('state.readyDoubts', { count })),
      short: t('state.short'),
      shortWhy: t('short'),
      papers: remembered((trouble: PapersTrouble) => t(`state.papers.${trouble}`)),
      locked: (asset) => {
        const trouble = lockTrouble(asset, locks, stationNow());
        return trouble && t(`state.locks.${trouble}`);
      },
      today,
      percent: formats.percent,
    }),
    [t, formats, today, locks],
  );
}

function remembered<K>(make: (key: K) => string): (key: K) => string {
  const known = new Map<K, string>();
  return (key) => {
    const word = known.get(key) ?? make(key);
    known.set(key, word);
    return word;
  };
}

/** `Diperiksa 42%` */
export function workingText(asset: Asset, progress: JobProgress | undefined, words: StateWords): string {
  const word = words.state(asset.state);
  const ratio = progress?.ratio ?? null;
  return ratio === null ? word : `${word} ${words.percent(ratio)}`;
}

/** Findings that a person should read. */
export function doubtsOf(asset: Asset): number {
  if (!isProbed(asset)) return 0;
  return asset.probe.findings.filter((finding) => finding.severity !== 'info').length;
}
