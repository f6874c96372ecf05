/** Which days are in view, and how closely. */
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconChevronLeft,
  IconChevronRight,
  IconList,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../electron/contract/scalars';
import { isCoarse, scaleView } from './calendar-view';
import { DayPick } from './DayPick';
import css from './Schedule.module.css';
import type { ViewControl } from './timeline/use-view';
import type { Day } from './use-day';
import { spanOf, type View } from './zoom';

interface DayBarProps {
  day: Day;
  control: ViewControl;
  zone: string;
  onDay: (date: LocalDate | undefined) => void;
  /** By so many pages of this zoom. */
  onPage: (pages: number) => void;
  onLanes: () => void;
}

const SCALES = ['day', 'week', 'month'] as const;
const TEN_DAYS_MS = 10 * 86_400_000;

const scaleOf = (view: View) => (!isCoarse(view) ? 'day' : spanOf(view) < TEN_DAYS_MS ? 'week' : 'month');

export function DayBar({ day, control, zone, onDay, onPage, onLanes }: DayBarProps) {
  const { t } = useTranslation('schedule');
  const to = (scale: string) => {
    const found = SCALES.find((each) => each === scale);
    if (found) control.set(() => scaleView(found, day.date, zone));
  };
  return (
    <div className={css.bar} role="toolbar" aria-label={t('day.label')}>
      <Tool label={t('day.before')} run={() => onPage(-1)} icon={<IconChevronLeft size={18} stroke={1.75} />} />
      <DayPick label={t('day.pick')} day={day} onDay={onDay} />
      <Tool label={t('day.after')} run={() => onPage(1)} icon={<IconChevronRight size={18} stroke={1.75} />} />
      <Button variant="default" disabled={day.date === day.today} onClick={() => onDay(undefined)}>
        {t('day.today')}
      </Button>
      <SegmentedControl
        aria-label={t('scale.label')}
        value={scaleOf(control.view)}
        onChange={to}
        data={SCALES.map((value) => ({ value, label: t(`scale.${value}`) }))}
      />
      <span className={css.push} />
      <Tool label={t('lane.all')} run={onLanes} icon={<IconList size={18} stroke={1.75} />} />
      <Tool label={t('zoom.out')} run={() => control.zoom(2)} icon={<IconZoomOut size={18} stroke={1.75} />} />
      <Tool label={t('zoom.in')} run={() => control.zoom(0.5)} icon={<IconZoomIn size={18} stroke={1.75} />} />
      <Tool
        label={t('zoom.whole')}
        run={() => control.set(() => day.span)}
        icon={<IconArrowsMaximize size={18} stroke={1.75} />}
      />
    </div>
  );
}

export function Tool({ label, run, icon }: { label: string; run: () => void; icon: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
