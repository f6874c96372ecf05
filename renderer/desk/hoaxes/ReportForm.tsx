import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxCase, HoaxReport } from '../../../electron/contract/records/hoax-case';
import { client } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { useCommand } from '../../operator/shared/use-command';
import { FormSheet } from '../shared/FormSheet';
import css from './Hoaxes.module.css';

function reportOf(one: HoaxCase | null): HoaxReport {
  if (!one) return { reporter: '', channel: '', link: '', claim: '', reportedAt: stationNow() };
  const { reporter, channel, link, claim, reportedAt } = one;
  return { reporter, channel, link, claim, reportedAt };
}

/** What goes round, where, and who told. The clock begins when this is opened. */
export function ReportForm({ one, onClose }: { one: HoaxCase | null; onClose: () => void }) {
  const { t } = useTranslation('hoaxes');
  const [report, setReport] = useState(() => reportOf(one));
  const save = useCommand({
    run: () => (one ? client.hoaxes.update({ id: one.id, rev: one.rev, report }) : client.hoaxes.report(report)),
    done: () => t('reported'),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const ready = report.claim.trim() !== '';
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
      {line('channel', 120)}
      {line('link', 2000)}
      {line('reporter', 200)}
    </FormSheet>
  );
}
