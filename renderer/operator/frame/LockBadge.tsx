/** The lock that holds, on every screen; quieter, one that is lifted or comes within a week, and requests that wait for a second person. */
import { IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LockNow } from '../../../electron/contract/api/rules';
import { orpc } from '../../client/client';
import { useStationSecond } from '../../client/station-clock';
import { useWhen } from '../i18n/use-when';
import { useLockRequests } from '../shared/use-lock-requests';
import css from './Frame.module.css';

export function LockBadge() {
  const now = useStationSecond();
  const locks = useQuery({ ...orpc.rules.locks.queryOptions(), refetchInterval: 3e4 }).data?.filter(
    ({ until }) => until > now,
  );
  const holding = locks?.find(({ from, liftedUntil }) => from <= now && !liftedUntil);
  const lock = holding ?? locks?.[0];
  return (
    <>
      {lock && <Standing lock={lock} holds={holding !== undefined} />}
      <Waiting />
    </>
  );
}

function Standing({ lock, holds }: { lock: LockNow; holds: boolean }) {
  const { t } = useTranslation('common');
  const { stretch, end, briefEnd, briefStart } = useWhen();
  const { name, from, until, liftedUntil } = lock;
  const words = holds
    ? t('lock.holds', { at: briefEnd(until) })
    : liftedUntil
      ? t('lock.lifted', { at: briefEnd(liftedUntil) })
      : t('lock.comes', { at: briefStart(from) });
  const lifted = liftedUntil && t('lock.lifted', { at: end(liftedUntil) });
  const title = [name, stretch(from, until), lifted].filter(Boolean).join('\n');
  return (
    <Link to="/rules" hash="locks" className={css.lock} data-holds={holds || undefined} title={title}>
      <b className="one-line">{name}</b>
      <span>{words}</span>
    </Link>
  );
}

function Waiting() {
  const { t } = useTranslation('common');
  const requests = useLockRequests();
  const count = requests.length;
  if (count === 0) return null;
  const asked = requests.map(({ what, askedBy }) => t('lock.askedOf', { what, name: askedBy.name }));
  const words = t('lock.waits', { count });
  return (
    <Link to="/rules" hash="locks" className={css.lockWaits} title={[words, ...asked].join('\n')} aria-label={words}>
      <IconUser size={16} stroke={1.75} aria-hidden="true" />
      <b>{count}</b>
      <span className={css.optional}>{t('lock.waitsShort')}</span>
    </Link>
  );
}
