/** What is written on the panel itself, in the reader's language: samples, as long as real ones. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverWords } from './engine/covers';
import type { Panel } from './view';

export function useCoverWords(panel: Panel, name: string): CoverWords {
  const { t } = useTranslation('preview');
  return useMemo(
    () => ({
      emergency: t('covers.emergency'),
      notice: t('covers.notice'),
      title: t('covers.sampleTitle'),
      body: t('covers.sampleBody'),
      ticker: t('covers.sampleTicker'),
      name: panel.name ?? name,
    }),
    [t, panel, name],
  );
}
