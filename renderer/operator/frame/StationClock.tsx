/** The station's time, large, with the name of its zone. Not announced each second; readable on demand. */
import { useTranslation } from 'react-i18next';
import { useStationSecond } from '../../client/station-clock';
import { useFormats } from '../i18n/formats';
import css from './Frame.module.css';

export function StationClock() {
  const { t } = useTranslation('common');
  const formats = useFormats();
  const now = useStationSecond();
  return (
    <div className={css.clock} role="timer" aria-live="off" aria-label={t('stationTime')} title={formats.date(now)}>
      <span className={`tabular ${css.clockTime}`}>{formats.time(now)}</span>
      <span className={css.clockZone}>{formats.zoneLabel}</span>
    </div>
  );
}
