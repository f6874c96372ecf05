import { Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agency, Agreement } from '../../../electron/contract/records/partner';
import { client } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { todayIn } from '../../operator/shared/days';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import css from './Partners.module.css';

interface AgreementFormProps {
  agency: Agency;
  agreement: Agreement | undefined;
  zone: string;
  onClose: () => void;
}

/** A year less a day, as most agreements run. */
const yearOn = (day: string) =>
  `${Number(day.slice(0, 4)) + 1}${day.slice(4, 8)}${day.slice(8) === '29' ? '28' : day.slice(8)}`;

/** The number on the paper and the days it holds for. */
export function AgreementForm({ agency, agreement, zone, onClose }: AgreementFormProps) {
  const { t } = useTranslation(['partners', 'common']);
  const [number, setNumber] = useState(agreement?.number ?? '');
  const [from, setFrom] = useState(() => agreement?.from ?? todayIn(zone, Date.now()));
  const [to, setTo] = useState(() => agreement?.to ?? yearOn(todayIn(zone, Date.now())));
  const fields = { agencyId: agency.id, number: number.trim(), from, to };
  const ready = fields.number !== '' && from <= to;
  const save = useCommand({
    run: () =>
      agreement
        ? client.agreements.update({ id: agreement.id, rev: agreement.rev, fields })
        : client.agreements.create(fields),
    done: (saved) => t('agreement.saved', { number: saved.number }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={t(agreement ? 'agreement.edit' : 'agreement.addTo', { name: agency.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
        <TextInput
          label={t('agreement.number')}
          placeholder="PKS/012/DISKOMINFO/2026"
          required
          data-autofocus
          maxLength={200}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DayField label={t('agreement.from')} value={from} onDay={(day) => day && setFrom(day)} />
        <DayField label={t('agreement.to')} value={to} onDay={(day) => day && setTo(day)} />
        {to < from && (
          <p className={css.fault} role="alert">
            {t('agreement.endsFirst')}
          </p>
        )}
        <FormEnd save={save} onCancel={onClose} disabled={!ready} />
      </form>
    </Modal>
  );
}
