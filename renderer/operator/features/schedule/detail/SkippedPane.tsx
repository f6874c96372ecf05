/** What could not be placed on a display that day, and why. */
import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../../electron/contract/api/displays';
import { reasonText } from '../../../i18n/say';
import { useDraftId } from '../drafts/open-draft';
import css from '../Schedule.module.css';
import { timelineQuery } from '../timeline/row-queries';
import type { View } from '../zoom';

interface SkippedPaneProps {
  display: PublicDisplay | undefined;
  day: View;
  onClose: () => void;
}

export function SkippedPane({ display, day, onClose }: SkippedPaneProps) {
  const { t } = useTranslation('schedule');
  const draftId = useDraftId();
  const skipped =
    useQuery({ ...timelineQuery(display?.id ?? '', day, draftId), enabled: display !== undefined }).data?.skipped ?? [];
  const sentences = [...new Set(skipped.map(({ because }) => reasonText(because)))];
  return (
    <aside className={css.detail} aria-label={t('skipped.label')}>
      <CloseButton className={css.close} aria-label={t('detail.close')} onClick={onClose} />
      <h2>{t('skipped.title', { display: display?.name ?? '' })}</h2>
      <ul className={css.reasons}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={css.quiet}>{t('skipped.words')}</p>
    </aside>
  );
}
