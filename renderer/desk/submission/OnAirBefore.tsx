/** What of an earlier version still airs, and the new version put in its place in one press. */
import { Button } from '@mantine/core';
import { IconReplace } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SubmissionView } from '../../../electron/contract/api/submissions';
import { useMe } from '../../operator/shared/use-me';
import css from './Submission.module.css';
import { useReplace } from './use-replace';

/** More places than this are counted, not named. */
const MOST_NAMED = 6;

export function OnAirBefore({ view }: { view: SubmissionView }) {
  const { t } = useTranslation('submissions');
  const { may } = useMe();
  const replace = useReplace(view);
  const { onAirBefore: before, submission } = view;
  if (!before || submission.state === 'withdrawn') return null;
  const { n, uses } = before;
  const isApproved = submission.state === 'approved';
  return (
    <section className={css.notice} aria-label={t('before.label')}>
      <div className={css.grow}>
        <strong>{t(uses.length > 0 ? 'before.airs' : 'before.unused', { n })}</strong>
        <p className={css.muted}>{t(isApproved ? 'before.canMove' : 'before.until', { n })}</p>
        {uses.length > 0 && (
          <p className={css.muted}>
            {uses
              .slice(0, MOST_NAMED)
              .map(({ kind, name }) => t(`before.use.${kind}`, { name }))
              .join(' · ')}
            {uses.length > MOST_NAMED && ` · ${t('more', { count: uses.length - MOST_NAMED })}`}
          </p>
        )}
      </div>
      {isApproved && may('desk') && (
        <Button
          variant="default"
          leftSection={<IconReplace size={16} aria-hidden="true" />}
          loading={replace.isPending}
          onClick={() => replace.mutate()}
        >
          {t('before.replace')}
        </Button>
      )}
    </section>
  );
}
