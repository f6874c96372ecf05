/** One request to lift a lock: who asked and why, who confirmed, how it ended. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LockLift } from '../../../../electron/contract/records/rule';
import { client } from '../../../client/client';
import { useFormats } from '../../../operator/i18n/formats';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import { ConfirmTwice } from '../../../ui';
import css from '../Rules.module.css';

type Standing = 'waits' | 'coming' | 'lifted' | 'ended' | 'over';

function standingOf({ from, until, confirmedBy, endedAt }: LockLift, now: number): Standing {
  if (endedAt !== null) return 'ended';
  if (now >= until) return 'over';
  if (confirmedBy === null) return 'waits';
  return now < from ? 'coming' : 'lifted';
}

export function LiftRow({ lift, name, now }: { lift: LockLift; name: string; now: number }) {
  const { t } = useTranslation('rules');
  const { user, may } = useMe();
  const { dateTime } = useFormats();
  const { id, askedBy, confirmedBy, endedBy } = lift;
  const standing = standingOf(lift, now);
  const confirm = useCommand({ run: () => client.lifts.confirm({ id }), done: () => t('locks.confirmed', { name }) });
  const end = useCommand({ run: () => client.lifts.end({ id }), done: () => t('locks.ended', { name }) });
  const isOwn = user?.id === askedBy.id;
  const open = standing === 'waits' || standing === 'coming' || standing === 'lifted';
  return (
    <li>
      <div>
        <b>{name}</b>{' '}
        <span className={css.standing} data-standing={standing}>
          {t(`locks.standing.${standing}`)}
        </span>
        <p>{t('locks.span', { from: dateTime(lift.from), until: dateTime(lift.until) })}</p>
        <p>“{lift.reason}”</p>
        <p className={css.muted}>
          {t('locks.askedBy', { name: askedBy.name, at: dateTime(lift.askedAt) })}
          {confirmedBy &&
            ` · ${t('locks.confirmedBy', { name: confirmedBy.name, at: dateTime(lift.confirmedAt ?? 0) })}`}
          {endedBy && ` · ${t('locks.endedBy', { name: endedBy.name, at: dateTime(lift.endedAt ?? 0) })}`}
        </p>
        {standing === 'waits' && isOwn && <p className={css.muted}>{t('locks.somebodyElse')}</p>}
      </div>
      <div className={css.commands}>
        {standing === 'waits' && !isOwn && may('approve') && (
          <ConfirmTwice
            size="compact-md"
            label={t('locks.confirm')}
            confirmLabel={t('locks.confirmNow')}
            loading={confirm.isPending}
            onConfirm={() => confirm.mutate()}
          />
        )}
        {open && may('desk') && (
          <Button size="compact-md" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            {t(standing === 'waits' ? 'locks.takeBack' : 'locks.endNow')}
          </Button>
        )}
      </div>
    </li>
  );
}
