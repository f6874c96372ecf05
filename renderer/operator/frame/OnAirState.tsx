/** The show that is on air, and for how long: a link to where it is run. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { useStationSecond } from '../../client/station-clock';
import { durationText } from '../../ui';
import css from './Frame.module.css';

export function OnAirState() {
  const { t } = useTranslation('common');
  const now = useStationSecond();
  const show = useQuery(orpc.shows.onAir.queryOptions()).data?.find(({ rehearsal }) => !rehearsal);
  if (!show) return null;
  return (
    <a href={`/on-air/${show.rundownId}`} className={css.onAir}>
      {t('topBar.onAir')}
      <b className="one-line">{show.rundownName}</b>
      <span className="tabular">{durationText(now - show.startedAt)}</span>
    </a>
  );
}
