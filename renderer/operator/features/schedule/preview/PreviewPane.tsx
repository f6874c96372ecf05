/** Plays a display's day by the timeline that the display is told, at 1x to 600x. */
import { ActionIcon, Select, Tooltip } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../../electron/contract/api/displays';
import type { Plan } from '../../../../../electron/contract/records/timeline';
import { LocalTime } from '../../../../../electron/contract/scalars';
import { toInstant } from '../../../../../electron/domain/time';
import { RowSkeletons } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { FaultPanel } from '../../../shared/FaultPanel';
import { NoDisplays } from '../../../shared/NoDisplays';
import { TimeField } from '../../../shared/TimeField';
import { DayPick } from '../DayPick';
import schedule from '../Schedule.module.css';
import type { ScheduleSearch } from '../search';
import { timelineQuery } from '../timeline/row-queries';
import { useBookingNames } from '../use-booking-names';
import type { Day } from '../use-day';
import { usePlanner } from '../use-planner';
import type { ScheduleData } from '../use-schedule-data';
import type { View } from '../zoom';
import { Facts, useItemName } from './Facts';
import { itemAt, stepFrom } from './item';
import css from './Preview.module.css';
import { type Playback, SPEEDS } from './playback';
import { Stage } from './Stage';
import { Strips } from './Strips';
import { useKeys } from './use-keys';
import { usePlayback, useTellAddress } from './use-playback';
import { usePreload } from './use-preload';

interface PreviewPaneProps {
  data: ScheduleData;
  day: Day;
  search: ScheduleSearch;
  onSearch: (part: Partial<ScheduleSearch>) => void;
}

export function PreviewPane({ data, day, search, onSearch }: PreviewPaneProps) {
  const { t } = useTranslation(['desk', 'schedule']);
  const views = data.displays.map((each) => each.display);
  const display = views.find(({ id }) => id === search.display) ?? views[0];
  const query = useQuery({
    ...timelineQuery(display?.id ?? '', day.span, data.draft?.id),
    enabled: display !== undefined,
  });
  if (!display) return <NoDisplays words={t('schedule:noDisplays')} />;
  return (
    <div className={schedule.pane}>
      <div className={schedule.bar} role="toolbar" aria-label={t('preview.bar')}>
        <Select
          w={260}
          aria-label={t('preview.display')}
          data={views.map(({ id, name }) => ({ value: id, label: name }))}
          value={display.id}
          onChange={(id) => id && onSearch({ display: id })}
          searchable
          allowDeselect={false}
          limit={200}
        />
        <DayPick label={t('preview.day')} day={day} onDay={(date) => onSearch({ day: date })} />
      </div>
      {query.error && <FaultPanel fault={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <RowSkeletons label={t('preview.loading')} rows={6} height={72} />}
      {query.data && (
        <Player key={`${display.id} ${day.date}`} {...{ data, day, display, search, onSearch }} plan={query.data} />
      )}
    </div>
  );
}

interface PlayerProps extends PreviewPaneProps {
  display: PublicDisplay;
  plan: Plan;
}

function Player({ data, day, display, plan, search, onSearch }: PlayerProps) {
  const { t } = useTranslation('desk');
  const planner = usePlanner(data, { colour: search.colour });
  const playback = usePlayback(day, data.zone, search);
  usePreload(plan);
  const moment = useSyncExternalStore(playback.subscribe, playback.current);
  const nameOf = useItemName();
  const item = itemAt(plan, moment.at);
  const nameOfBooking = useBookingNames(data.bookings);
  const step = (by: 1 | -1) => {
    const to = stepFrom(plan, playback.current().at, by);
    if (to !== null) playback.seek(to);
  };
  useKeys((key) => press(key, playback, step, day.span));
  useTellAddress({ moment, day, zone: data.zone, search, onSearch });
  const { at, playing, speed } = moment;
  return (
    <div className={schedule.body} data-open>
      <section className={css.player} aria-label={t('preview.player')}>
        <Stage {...{ display, item, moment }} />
        <div className={css.controls}>
          <Command label={t('preview.before')} run={() => step(-1)} icon={<IconPlayerSkipBackFilled size={16} />} />
          <Command
            label={t(playing ? 'preview.pause' : 'preview.play')}
            run={() => playback.toggle()}
            icon={playing ? <IconPlayerPauseFilled size={20} /> : <IconPlayerPlayFilled size={20} />}
            large
          />
          <Command label={t('preview.after')} run={() => step(1)} icon={<IconPlayerSkipForwardFilled size={16} />} />
          <Clock at={at} />
          <StartField day={day} start={search.at} zone={data.zone} onSeek={(to) => playback.seek(to)} />
          <Select
            w={96}
            aria-label={t('preview.speed')}
            data={SPEEDS.map((each) => ({ value: String(each), label: t('preview.times', { speed: each }) }))}
            value={String(speed)}
            onChange={(value) => playback.setSpeed(SPEEDS.find((each) => String(each) === value) ?? 1)}
            allowDeselect={false}
          />
        </div>
        <Strips
          {...{ plan, at, planner }}
          day={day.span}
          nameOf={nameOfBooking}
          told={nameOf(item)}
          onSeek={(to) => playback.seek(to)}
        />
      </section>
      {item && <Facts plan={plan} index={item.index} data={data} />}
    </div>
  );
}

/** Answers whether the key was one of the player's. */
function press(key: string, playback: Playback, step: (by: 1 | -1) => void, day: View): boolean {
  if (key === ' ') playback.toggle();
  else if (key === 'ArrowLeft' || key === 'ArrowRight') step(key === 'ArrowLeft' ? -1 : 1);
  else if (key === 'ArrowUp' || key === 'ArrowDown') playback.faster(key === 'ArrowUp' ? 1 : -1);
  else if (key === 'Home' || key === 'End') playback.seek(key === 'Home' ? day.from : day.until);
  else return false;
  return true;
}

interface CommandProps {
  label: string;
  run: () => void;
  icon: ReactNode;
  large?: boolean;
}

function Command({ label, run, icon, large = false }: CommandProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant={large ? 'filled' : 'default'} size={large ? 42 : 36} aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function Clock({ at }: { at: number }) {
  const formats = useFormats();
  return (
    <span className={`${css.clock} tabular`}>
      {formats.time(at)} <small>{formats.zoneLabel}</small>
    </span>
  );
}

interface StartFieldProps {
  day: Day;
  zone: string;
  /** Of the address. */
  start: LocalTime | undefined;
  onSeek: (at: number) => void;
}

/** A time to go to. */
function StartField({ day, zone, start = '00:00:00', onSeek }: StartFieldProps) {
  const { t } = useTranslation('desk');
  return (
    <TimeField
      seconds
      w={104}
      aria-label={t('preview.goTo')}
      value={start}
      onTime={(time) => onSeek(toInstant(day.date, LocalTime.parse(time), zone))}
    />
  );
}
