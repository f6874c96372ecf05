/** The second step: exactly what will happen, and who cannot be reached. The heading holds the focus, never the button that does it. */
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakeoverReview } from '../../../../../electron/contract/api/takeovers';
import { orpc } from '../../../../client/client';
import { useStationSecond } from '../../../../client/station-clock';
import { StatusDot } from '../../../../ui';
import { reasonText } from '../../../i18n/say';
import type { DisplayView } from '../../../shared/display-health';
import { asksCategory, type TakeoverDraft } from './draft';
import { RulesSay } from './RulesSay';
import { refusedOf } from './refused';
import css from './Sheet.module.css';
import { useSentence } from './use-sentence';

const NAMED = 24;
const WARNING = <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />;

interface ReviewStepProps {
  draft: TakeoverDraft;
  views: readonly DisplayView[];
  /** What the rules say of it; nothing while they are being asked. */
  review: TakeoverReview | null | undefined;
  assetName: string;
  zone: string;
}

export function ReviewStep({ draft, views, review, assetName, zone }: ReviewStepProps) {
  const { t } = useTranslation('takeovers');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sentence = useSentence(draft, views.length, assetName, useStationSecond(), zone);
  // One that refuses it shows it neither now nor when it is back.
  const { never } = refusedOf(review);
  const showing = views.filter(({ display }) => !never.has(display.id));
  const away = showing.filter(({ status }) => !status.connected);
  const online = showing.length - away.length;
  return (
    <div className={css.review}>
      <h3 ref={heading} tabIndex={-1} className={css.reviewTitle}>
        {t('review.title')}
      </h3>
      <p className={css.sentence}>{sentence}</p>
      {asksCategory(draft) && draft.category !== null && <p>{t('review.category', { category: draft.category })}</p>}
      {review && <RulesSay review={review} count={views.length} />}
      {online > 0 && (
        <StatusDot tone="green">
          {t(draft.long === 'planned' ? 'review.onlineLater' : 'review.online', { count: online })}
        </StatusDot>
      )}
      {draft.kind === 'page' && <PageWarning url={draft.url.trim()} />}
      {away.length > 0 && <Away views={away} />}
    </div>
  );
}

/** What the station found when it opened the page; nothing while it has not. */
function PageWarning({ url }: { url: string }) {
  const { t } = useTranslation('takeovers');
  const { data } = useQuery({ ...orpc.takeovers.tryPage.queryOptions({ input: { url } }), retry: false });
  if (!data) return null;
  return (
    <Alert color="yellow" className={css.away} icon={WARNING} title={t('review.page')} role="status">
      <p>{reasonText(data)}</p>
    </Alert>
  );
}

function Away({ views }: { views: readonly DisplayView[] }) {
  const { t } = useTranslation('takeovers');
  return (
    <Alert color="yellow" className={css.away} icon={WARNING} title={t('review.away', { count: views.length })}>
      <ul className={css.names} aria-label={t('review.awayNames')}>
        {views.slice(0, NAMED).map(({ display }) => (
          <li key={display.id}>{display.name}</li>
        ))}
        {views.length > NAMED && <li>{t('review.more', { count: views.length - NAMED })}</li>}
      </ul>
      <p>{t('review.awayHow')}</p>
    </Alert>
  );
}
