/** Stages as bars over months. One that a lock goes by is hatched and says so in words. */
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '../../../../electron/contract/records/rule';
import { useFormats } from '../../../operator/i18n/formats';
import { datesText } from '../../../operator/i18n/stretch';
import { useWhen } from '../../../operator/i18n/use-when';
import { TAGS } from '../../../operator/shared/date-text';
import { toInstant } from '../../../operator/shared/days';
import desk from '../../shared/Desk.module.css';
import { monthsOver } from './months';
import css from './Stages.module.css';

interface StageChartProps {
  stages: readonly Stage[];
  /** `YYYY-MM-DD` on the station's clock. */
  today: string;
  isLocked: (key: string) => boolean;
}

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

export function StageChart({ stages, today, isLocked }: StageChartProps) {
  const { t } = useTranslation('rules');
  const formats = useFormats();
  const { language, zone } = formats;
  const { stretch } = useWhen();
  const over = monthsOver(stages);
  if (!over) return <p className={desk.muted}>{t('stages.empty')}</p>;
  const month = new Intl.DateTimeFormat(TAGS[language], { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const now = over.at(today);
  const days = ({ key, from, to }: Stage) => {
    const [start, end] = [toInstant(from, '00:00:00', zone), toInstant(to, '24:00:00', zone)];
    // To the minute where something is locked by it.
    return isLocked(key) ? stretch(start, end) : datesText(start, end - 1, formats);
  };
  const sorted = [...stages].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
  return (
    <div className={css.chart}>
      <div className={css.months} aria-hidden="true">
        {over.months.map(({ day, left, width }) => (
          <span key={day} style={{ left: percent(left), width: percent(width) }}>
            {month.format(Date.parse(day))}
          </span>
        ))}
      </div>
      <ul>
        {sorted.map((stage) => {
          const { left, width } = over.span(stage.from, stage.to);
          const standing = today < stage.from ? 'coming' : today > stage.to ? 'over' : 'now';
          return (
            <li key={stage.key} data-locked={isLocked(stage.key) || undefined} data-standing={standing}>
              <div className={css.stageName}>
                <b title={stage.name}>
                  {isLocked(stage.key) && <IconLock size={14} aria-label={t('stages.locked')} />} {stage.name}
                </b>
                <span className="tabular">{days(stage)}</span>
              </div>
              <div className={css.track}>
                <i style={{ left: percent(left), width: `max(4px, ${percent(width)})` }} />
                {now >= 0 && now <= 1 && <em style={{ left: percent(now) }} title={t('stages.today')} />}
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
