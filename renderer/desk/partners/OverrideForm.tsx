/** The head of office lets material air past the end of an agreement, with a reason that stays. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../electron/contract/records/partner';
import type { LocalDate } from '../../../electron/contract/scalars';
import { lastDayOf } from '../../../electron/domain/agreement';
import { dateOf, dayNumber } from '../../../electron/domain/calendar';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { DayField } from '../../operator/shared/DayField';
import { dateText } from '../../operator/shared/date-text';
import { useCommand } from '../../operator/shared/use-command';
import desk from '../shared/Desk.module.css';
import { FormSheet } from '../shared/FormSheet';

interface OverrideFormProps {
  agreement: Agreement;
  today: LocalDate;
  onClose: () => void;
}

export function OverrideForm({ agreement, today, onClose }: OverrideFormProps) {
  const { t } = useTranslation('partners');
  const { language } = useFormats();
  const { id, rev, number } = agreement;
  // A day before today would let nothing air, and one that is covered already needs nobody's leave.
  const after = dateOf(dayNumber(lastDayOf(agreement)) + 1);
  const first = after > today ? after : today;
  const [until, setUntil] = useState<string | undefined>();
  const [reason, setReason] = useState('');
  const save = useCommand({
    run: () => client.agreements.override({ id, rev, until: until ?? '', reason: reason.trim() }),
    done: () => t('agreement.overridden', { number, until: dateText(until ?? '', language) }),
    onDone: onClose,
    onFault: () => {},
  });
  const ready = until !== undefined && reason.trim() !== '';
  const submit = () => {
    if (ready) save.mutate();
  };
  return (
    <FormSheet
      title={t('agreement.overrideOf', { number })}
      size={480}
      className={desk.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!ready}
    >
      <p className={desk.muted}>{t('agreement.overrideWords')}</p>
      <DayField label={t('agreement.overrideUntil')} required minDate={first} value={until} onDay={setUntil} />
      <Textarea
        label={t('agreement.overrideReason')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormSheet>
  );
}
