/** What a recall would touch, before it is done: panels with their state, places that name it, what has aired. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecallPreview } from '../../../electron/contract/api/recalls';
import { useFormats } from '../../operator/i18n/formats';
import { Section } from '../../ui';
import { type KeepProps, MadeList } from './MadeList';
import css from './Recalls.module.css';
import { TouchedPlaces } from './TouchedPlaces';

interface TouchedByProps extends KeepProps {
  preview: RecallPreview;
}

export function TouchedBy({ preview, keep, onKeep }: TouchedByProps) {
  const { t } = useTranslation('recalls');
  const { number, duration } = useFormats();
  const { name, agency, files, standing, aired, made } = preview;
  return (
    <>
      <div>
        <h3 className={css.material}>{name}</h3>
        <p className={css.quiet}>
          {agency ?? t('noAgency')} · {t('sheet.files', { count: files })} ·{' '}
          {aired.plays === 0
            ? t('aired.none')
            : t('sheet.aired', { count: aired.plays, plays: number(aired.plays), length: duration(aired.shownMs) })}
        </p>
        <p className={css.quiet}>{t('sheet.filesWords')}</p>
      </div>
      {standing && (
        <p className={css.warn} role="alert">
          {t('sheet.standing')}{' '}
          <Anchor
            underline="always"
            renderRoot={(props) => <Link to="/recalls" search={{ id: standing }} {...props} />}
          >
            {t('sheet.toStanding')}
          </Anchor>
        </p>
      )}
      {made.length > 0 && (
        <Section title={t('made.title')}>
          <p className={css.quiet}>{t('made.words')}</p>
          <MadeList made={made} keep={keep} onKeep={onKeep} />
        </Section>
      )}
      <TouchedPlaces preview={preview} />
    </>
  );
}
