/** What a display shows at any moment, past or future, and why. */
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDate, LocalTime } from '../../../../electron/contract/scalars';
import { zoneLabel } from '../../../../electron/domain/zone-label';
import { orpc } from '../../../client/client';
import { stationNow } from '../../../client/station-clock';
import { RowSkeletons } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { DayField } from '../../shared/DayField';
import { timeIn, todayIn, toInstant } from '../../shared/days';
import { FaultPanel } from '../../shared/FaultPanel';
import { AnswerBox } from './AnswerBox';
import css from './Proof.module.css';

export function WhatPlays({ displayId, onClose }: { displayId: string; onClose: () => void }) {
  const { t } = useTranslation(['proof', 'common']);
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const [chosen, setChosen] = useState(displayId);
  const id = chosen || (displays[0]?.display.id ?? '');
  const formats = useFormats();
  const zone = displays.find(({ display }) => display.id === id)?.display.zone ?? formats.zone;
  const [date, setDate] = useState(todayIn(zone, stationNow()));
  const [time, setTime] = useState(timeIn(zone, stationNow()));
  const setNow = () => {
    setDate(todayIn(zone, stationNow()));
    setTime(timeIn(zone, stationNow()));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t('ask.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={css.ask}>
        <Select
          label={t('ask.display')}
          searchable
          allowDeselect={false}
          data={displays.map(({ display }) => ({ value: display.id, label: display.name }))}
          value={id || null}
          onChange={(value) => value && setChosen(value)}
        />
        <div className={css.when}>
          <DayField label={t('ask.date')} value={date} onDay={(day) => day && setDate(day)} />
          <TextInput
            inputMode="numeric"
            placeholder="14:07:00"
            error={LocalTime.safeParse(withSeconds(time)).success ? null : t('ask.timeRule')}
            label={t('ask.time', { zone: zoneLabel(zone, stationNow()) })}
            value={time}
            rightSectionWidth={92}
            rightSection={
              <Button size="compact-xs" variant="default" onClick={setNow}>
                {t('ask.now')}
              </Button>
            }
            onChange={(event) => setTime(event.currentTarget.value)}
          />
        </div>
        <Answered displayId={id} at={instantOf(date, time, zone)} />
      </div>
    </Modal>
  );
}

function Answered({ displayId, at }: { displayId: string; at: number | null }) {
  const { t } = useTranslation('proof');
  const enabled = displayId !== '' && at !== null;
  const answer = useQuery(
    orpc.schedule.whatPlays.queryOptions({ input: { displayId, at: at ?? 0 }, enabled, placeholderData: (old) => old }),
  );
  if (!enabled) return <p className={css.day}>{t('ask.choose')}</p>;
  if (answer.isError) return <FaultPanel fault={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <RowSkeletons rows={1} height={96} label={t('loading')} />;
  return <AnswerBox answer={answer.data} />;
}

/** `14:07` is as good as `14:07:00`. */
const withSeconds = (time: string) => (/^\d\d:\d\d$/.test(time) ? `${time}:00` : time);

function instantOf(date: string, text: string, zone: string): number | null {
  const time = withSeconds(text);
  const whole = LocalDate.safeParse(date).success && LocalTime.safeParse(time).success;
  return whole ? toInstant(date, time, zone) : null;
}
