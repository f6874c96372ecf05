/** What a display shows now and what comes at which second. */
import { useTranslation } from 'react-i18next';
import type { DisplayStatus } from '../../../electron/contract/live';
import { useStationSecond } from '../../client/station-clock';
import { Duration, StatusDot } from '../../ui';
import { At } from './At';
import css from './NowNext.module.css';
import { useShownName } from './use-shown-name';

export function NowNext({ status }: { status: DisplayStatus }) {
  const { t } = useTranslation('displays');
  const shownName = useShownName();
  const { connected, playing, next } = status;
  if (!connected || !playing) return <p className={css.nothing}>{t(connected ? 'nothingYet' : 'unknownNow')}</p>;
  return (
    <div className={css.both}>
      <div className={css.line}>
        <StatusDot tone="red">
          <span className="unseen">{t('now')}: </span>
          <span className={css.now} title={shownName(playing)}>
            {shownName(playing)}
          </span>
        </StatusDot>
        {playing.endsAt !== null && <Left until={playing.endsAt} />}
      </div>
      <div className={css.line}>
        <span className={css.next} title={next ? shownName(next) : undefined}>
          {next ? t('nextIs', { name: shownName(next) }) : t('nothingNext')}
        </span>
        {next && <At at={next.at} className={css.time ?? ''} />}
      </div>
    </div>
  );
}

function Left({ until }: { until: number }) {
  const { t } = useTranslation('displays');
  const left = Math.max(0, until - useStationSecond());
  if (left === 0) return null;
  return (
    <span className={css.time} title={t('timeLeft')}>
      −<Duration ms={left} />
    </span>
  );
}
