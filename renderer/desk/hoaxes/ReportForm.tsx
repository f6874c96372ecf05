import { Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxCase, HoaxReport } from '../../../electron/contract/records/hoax-case';
import { client } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import css from './Hoaxes.module.css';

function reportOf(one: HoaxCase | null): HoaxReport {
  if (!one) return { reporter: '', channel: '', link: '', claim: '', reportedAt: stationNow() };
  const { reporter, channel, link, claim, reportedAt } = one;
  return { reporter, channel, link, claim, reportedAt };
}

/** What goes round, where, and who told. The clock begins when this is opened. */
export function ReportForm({ one, onClose }: { one: HoaxCase | null; onClose: () => void }) {
  const { t } = useTranslation(['hoaxes', 'common']);
  const [report, setReport] = useState(() => reportOf(one));
  const save = useCommand({
    run: () => (one ? client.hoaxes.update({ id: one.id, rev: one.rev, report }) : client.hoaxes.report(report)),
    done: () => t('reported'),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const ready = report.claim.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
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
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t(one ? 'edit' : 'report')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
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
        <FormEnd save={save} onCancel={onClose} disabled={!ready} />
      </form>
    </Modal>
  );
}
