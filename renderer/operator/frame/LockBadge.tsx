/** The lock that holds, on every screen; quieter, one that is lifted or comes within a week, and changes that wait for a second person. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { useStationSecond } from '../../client/station-clock';
import { useFormats } from '../i18n/formats';
import css from './Frame.module.css';

export function LockBadge() {
  const { t } = useTranslation('common');
  const { dateTime } = useFormats();
  const now = useStationSecond();
  const locks = useQuery({ ...orpc.rules.locks.queryOptions(), refetchInterval: 3e4 }).data?.filter(
    ({ until }) => until > now,
  );
  const waiting = useQuery(orpc.lockChanges.list.queryOptions()).data?.filter(
    ({ confirmedBy, endedAt }) => confirmedBy === null && endedAt === null,
  ).length;
  const holding = locks?.find(({ from, liftedUntil }) => from <= now && !liftedUntil);
  const lock = holding ?? locks?.[0];
  const waits = waiting ? t('lock.waits', { count: waiting }) : '';
  if (!lock)
    return waits === '' ? null : (
      <Link to="/rules" hash="locks" className={css.lock} title={waits}>
        <span>{waits}</span>
      </Link>
    );
  const { name, from, until, liftedUntil } = lock;
  const [is, at] = holding ? ['holds', until] : liftedUntil ? ['lifted', liftedUntil] : ['comes', from];
  const words = [t(`lock.${is}`, { at: dateTime(Number(at)) }), waits].filter((each) => each !== '').join(' · ');
  return (
    <Link to="/rules" hash="locks" className={css.lock} data-holds={holding && true} title={`${name} ${words}`}>
      <b className="one-line">{name}</b>
      <span>{words}</span>
    </Link>
  );
}
