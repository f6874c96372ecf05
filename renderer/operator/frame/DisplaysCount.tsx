import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { StatusDot, type Tone } from '../../ui';
import css from './Frame.module.css';

/** How many displays are connected, of all that were ever paired or made. */
export function DisplaysCount() {
  const { t } = useTranslation('common');
  const displays = useQuery(orpc.displays.list.queryOptions()).data;
  if (!displays) return null;
  const online = displays.filter(({ status }) => status.connected).length;
  return (
    <Link to="/displays" className={css.count}>
      <StatusDot tone={toneOf(online, displays.length)}>
        {t('topBar.displays')}{' '}
        <b className="tabular">
          {online}/{displays.length}
        </b>
      </StatusDot>
    </Link>
  );
}

function toneOf(online: number, all: number): Tone {
  if (all === 0) return 'grey';
  return online === all ? 'green' : 'amber';
}
