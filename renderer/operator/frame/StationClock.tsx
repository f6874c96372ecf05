/** The station's time, large, with the name of its zone. Not announced each second; readable on demand. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationSecond } from '../../client/station-clock';
import { useFormats } from '../i18n/formats';
import css from './Frame.module.css';

export function StationClock() {
  const { t } = useTranslation('common');
  const formats = useFormats();
  const now = useStationSecond();
  // The first date that is written costs milliseconds: only whoever points at the clock asks for it.
  const [pointed, setPointed] = useState(false);
  const title = pointed ? formats.date(now) : undefined;
  return (
    <div
      className={css.clock}
      role="timer"
      aria-live="off"
      aria-label={t('stationTime')}
      title={title}
      onPointerEnter={() => setPointed(true)}
    >
      <span className={`tabular ${css.clockTime}`}>{formats.time(now)}</span>
      <span className={css.clockZone}>{formats.zoneLabel}</span>
    </div>
  );
}
