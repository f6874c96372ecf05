import { MultiSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Channel } from '../../../electron/contract/records/matter';
import { type Agency, type Agreement, NOTHING_LENT } from '../../../electron/contract/records/partner';
import { hasBegun } from '../../../electron/domain/agreement';
import { client, orpc } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { todayIn } from '../../operator/shared/days';
import { useCommand } from '../../operator/shared/use-command';
import desk from '../shared/Desk.module.css';
import { FormSheet } from '../shared/FormSheet';
import css from './Partners.module.css';

interface AgreementFormProps {
  agency: Agency;
  agreement: Agreement | undefined;
  zone: string;
  onClose: () => void;
}

const MINUTE_MS = 60_000;

/** A year less a day, as most agreements run. */
const yearOn = (day: string) =>
  `${Number(day.slice(0, 4)) + 1}${day.slice(4, 8)}${day.slice(8) === '29' ? '28' : day.slice(8)}`;

/** The number on the paper and the days it holds for. */
export function AgreementForm({ agency, agreement, zone, onClose }: AgreementFormProps) {
  const { t } = useTranslation('partners');
  const [number, setNumber] = useState(agreement?.number ?? '');
  const [from, setFrom] = useState(() => agreement?.from ?? todayIn(zone, Date.now()));
  const [to, setTo] = useState(() => agreement?.to ?? yearOn(todayIn(zone, Date.now())));
  const [seenAt] = useState(Date.now);
  const [lent, setLent] = useState(agreement?.lent ?? NOTHING_LENT);
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const groups = useQuery(orpc.groups.list.queryOptions()).data ?? [];
  const fields = { agencyId: agency.id, number: number.trim(), from, to, lent };
  const begun = agreement !== undefined && hasBegun(agreement, todayIn(zone, seenAt));
  const ready = fields.number !== '' && from <= to;
  const save = useCommand({
    run: () =>
      agreement
        ? client.agreements.update({ id: agreement.id, rev: agreement.rev, fields })
        : client.agreements.create(fields),
    done: (saved) => t('agreement.saved', { number: saved.number }),
    undo: agreement === undefined || agreement.to === to,
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (ready) save.mutate();
  };
  return (
    <FormSheet
      title={t(agreement ? 'agreement.edit' : 'agreement.addTo', { name: agency.name })}
      size={480}
      className={desk.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!ready}
    >
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
      <DayField
        label={t('agreement.to')}
        description={begun ? t('agreement.lastDayStands') : undefined}
        maxDate={begun ? agreement.to : undefined}
        value={to}
        onDay={(day) => day && setTo(day)}
      />
      <NumberInput
        label={t('agreement.dayMinutes')}
        placeholder={t('agreement.notNamed')}
        min={0}
        max={100_000}
        value={lent.dayMs === null ? '' : lent.dayMs / MINUTE_MS}
        onChange={(value) =>
          setLent({ ...lent, dayMs: Number(value) > 0 ? Math.round(Number(value) * MINUTE_MS) : null })
        }
      />
      <NumberInput
        label={t('agreement.slots')}
        placeholder={t('agreement.notNamed')}
        min={0}
        max={1000}
        value={lent.slots ?? ''}
        onChange={(value) => setLent({ ...lent, slots: Number(value) > 0 ? Math.round(Number(value)) : null })}
      />
      <MultiSelect
        label={t('agreement.channels')}
        placeholder={lent.channels.length === 0 ? t('agreement.notNamed') : ''}
        data={Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={lent.channels}
        onChange={(channels) => setLent({ ...lent, channels: Channel.array().parse(channels) })}
      />
      <MultiSelect
        label={t('agreement.displays')}
        placeholder={lent.displayIds.length === 0 ? t('agreement.notNamed') : ''}
        searchable
        data={displays.map(({ display: { id, name } }) => ({ value: id, label: name }))}
        value={lent.displayIds}
        onChange={(displayIds) => setLent({ ...lent, displayIds })}
      />
      {(groups.length > 0 || lent.groupIds.length > 0) && (
        <MultiSelect
          label={t('agreement.groups')}
          placeholder={lent.groupIds.length === 0 ? t('agreement.notNamed') : ''}
          searchable
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={lent.groupIds}
          onChange={(groupIds) => setLent({ ...lent, groupIds })}
        />
      )}
      {to < from && (
        <p className={css.fault} role="alert">
          {t('agreement.endsFirst')}
        </p>
      )}
    </FormSheet>
  );
}
