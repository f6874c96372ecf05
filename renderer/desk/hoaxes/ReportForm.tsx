import { Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxCase, HoaxReport } from '../../../electron/contract/records/hoax-case';
import { localParts, toInstant } from '../../../electron/domain/time';
import { client } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { DayField } from '../../operator/shared/DayField';
import { TimeField } from '../../operator/shared/TimeField';
import { useCommand } from '../../operator/shared/use-command';
import { FormSheet } from '../shared/FormSheet';
import css from './Hoaxes.module.css';

function reportOf(one: HoaxCase | null): HoaxReport {
  if (!one) return { reporter: '', channel: '', link: '', claim: '', reportedAt: stationNow() };
  const { reporter, channel, link, claim, reportedAt } = one;
  return { reporter, channel, link, claim, reportedAt };
}

interface ReportFormProps {
  one: HoaxCase | null;
  zone: string;
  onClose: () => void;
}

/** What goes round, where, who told and when: the clock of the answer runs from then. */
export function ReportForm({ one, zone, onClose }: ReportFormProps) {
  const { t } = useTranslation('hoaxes');
  const [report, setReport] = useState(() => reportOf(one));
  const [openedAt] = useState(stationNow);
  const told = localParts(report.reportedAt, zone);
  const tell = (date: string, time: string) => setReport({ ...report, reportedAt: toInstant(date, time, zone) });
  const isAhead = report.reportedAt > openedAt;
  const save = useCommand({
    run: () => (one ? client.hoaxes.update({ id: one.id, rev: one.rev, report }) : client.hoaxes.report(report)),
    done: () => t('reported'),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const ready = report.claim.trim() !== '' && !isAhead;
  const submit = () => {
    if (ready) save.mutate();
  };
  const line = (name: 'channel' | 'reporter' | 'link', most: number) => (
    <TextInput
      label={t(`form.${name}`)}
      placeholder={t(`form.${name}Example`)}
      maxLength={most}
      value={report[name]}
      onChange={({ currentTarget }) => setReport({ ...report, [name]: currentTarget.value })}
    />
  );
  return (
    <FormSheet
      title={t(one ? 'edit' : 'report')}
      size={520}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!ready}
    >
      <Textarea
        label={t('form.claim')}
        required
        data-autofocus
        autosize
        minRows={3}
        maxLength={600}
        value={report.claim}
        onChange={({ currentTarget }) => setReport({ ...report, claim: currentTarget.value })}
      />
      <Group align="flex-start" gap={8} wrap="nowrap">
        <DayField
          w={230}
          label={t('form.reportedOn')}
          maxDate={localParts(openedAt, zone).date}
          value={told.date}
          onDay={(day) => day && tell(day, told.time)}
        />
        <TimeField
          label={t('form.reportedAt')}
          value={told.time.slice(0, 5)}
          error={isAhead && t('form.reportedAhead')}
          onTime={(time) => tell(told.date, `${time}:00`)}
        />
      </Group>
      {line('channel', 120)}
      {line('link', 2000)}
      {line('reporter', 200)}
    </FormSheet>
  );
}
