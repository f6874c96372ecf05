/** What a recall would touch, before it is done: panels with their state, places that name it, what has aired. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecallPreview } from '../../../electron/contract/api/recalls';
import { useFormats } from '../../operator/i18n/formats';
import { Section } from '../../ui';
import { Thumbnail } from '../shared/Thumbnail';
import { type KeepProps, MadeList } from './MadeList';
import css from './Recalls.module.css';
import { TouchedPlaces } from './TouchedPlaces';
import { Ways } from './Ways';

interface TouchedByProps extends KeepProps {
  preview: RecallPreview;
}

export function TouchedBy({ preview, keep, onKeep }: TouchedByProps) {
  const { t } = useTranslation('recalls');
  const { number, duration } = useFormats();
  const { assetId, name, agency, thumbnail, submissionId, files, standing, aired, made } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  // The list it was chosen from is gone: what was chosen is read next.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div className={css.about}>
        {thumbnail && <Thumbnail hash={thumbnail} name={name} width={160} height={90} />}
        <div className={css.aboutWords}>
          <h3 ref={heading} className={css.material} tabIndex={-1} data-autofocus>
            {name}
          </h3>
          <p className={css.quiet}>
            {agency ?? t('noAgency')} · {t('sheet.files', { count: files })} ·{' '}
            {aired.plays === 0
              ? t('aired.none')
              : t('sheet.aired', { count: aired.plays, plays: number(aired.plays), length: duration(aired.shownMs) })}
          </p>
          <p className={css.quiet}>{t('sheet.filesWords')}</p>
          <Ways assetId={assetId} submissionId={submissionId} />
        </div>
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
