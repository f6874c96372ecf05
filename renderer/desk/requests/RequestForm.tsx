/** A request as it comes in: who asks, for what, and how they want to have it. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../electron/contract/api/requests';
import type { InformationRequestFields } from '../../../electron/contract/records/information-request';
import { client } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { useCommand } from '../../operator/shared/use-command';
import desk from '../shared/Desk.module.css';
import { FormSheet } from '../shared/FormSheet';
import css from './Requests.module.css';

const VIA = ['visit', 'letter', 'email', 'web', 'phone'] as const;
const KINDS = ['person', 'body', 'agency'] as const;
const IDENTITIES = ['none', 'idCard', 'licence', 'passport', 'deed', 'other'] as const;
const WANTED = ['soft', 'copy', 'hard', 'see'] as const;
const ENDS = /^[A-Za-z0-9]{0,4}$/;

interface RequestFormProps {
  request: RequestView | null;
  today: string;
  onSaved: (saved: RequestView) => void;
  onClose: () => void;
}

function fieldsOf(request: RequestView | null, today: string): InformationRequestFields {
  const nobody = { name: '', kind: 'person' as const, address: '', phone: '', email: '', identity: NO_IDENTITY };
  if (!request) {
    return { receivedOn: today, via: 'visit', applicant: nobody, asked: '', purpose: '', wanted: 'soft' };
  }
  const { receivedOn, via, asked, purpose, wanted, applicant } = request;
  const { name, kind, contact } = applicant;
  return { receivedOn, via, asked, purpose, wanted, applicant: { ...nobody, ...contact, name, kind } };
}

const NO_IDENTITY: InformationRequestFields['applicant']['identity'] = { kind: 'none', ends: '' };

export function RequestForm({ request, today, onSaved, onClose }: RequestFormProps) {
  const { t } = useTranslation('requests');
  const [fields, setFields] = useState(() => fieldsOf(request, today));
  const set = (part: Partial<InformationRequestFields>) => setFields({ ...fields, ...part });
  const { applicant } = fields;
  const who = (part: Partial<typeof applicant>) => set({ applicant: { ...applicant, ...part } });
  const ready =
    [applicant.name, fields.asked, fields.purpose].every((text) => text.trim() !== '') &&
    ENDS.test(applicant.identity.ends);
  const save = useCommand({
    run: () =>
      request ? client.requests.update({ id: request.id, rev: request.rev, fields }) : client.requests.create(fields),
    done: ({ number }) => t('saved', { number }),
    onDone: onSaved,
    onFault: () => {},
  });
  const submit = () => {
    if (ready) save.mutate();
  };
  const choice = <V extends string>(group: string, values: readonly V[], value: V, onValue: (value: V) => void) => (
    <Select
      label={t(`form.${group}`)}
      allowDeselect={false}
      data={values.map((each) => ({ value: each, label: t(`${group}.${each}`) }))}
      value={value}
      onChange={(chosen) => {
        const found = values.find((each) => each === chosen);
        if (found) onValue(found);
      }}
    />
  );
  return (
    <FormSheet
      title={request ? t('editOf', { number: request.number }) : t('add')}
      size={640}
      className={desk.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!ready}
    >
      <div className={desk.pair}>
        <DayField
          label={t('form.receivedOn')}
          maxDate={today}
          value={fields.receivedOn}
          onDay={(day) => day && set({ receivedOn: day })}
        />
        {choice('via', VIA, fields.via, (via) => set({ via }))}
      </div>
      <fieldset className={css.group}>
        <legend>{t('form.who')}</legend>
        <div className={desk.pair}>
          <TextInput
            label={t('form.name')}
            required
            data-autofocus
            maxLength={200}
            value={applicant.name}
            onChange={({ currentTarget }) => who({ name: currentTarget.value })}
          />
          {choice('kind', KINDS, applicant.kind, (kind) => who({ kind }))}
          {choice('identity', IDENTITIES, applicant.identity.kind, (kind) =>
            who({ identity: { kind, ends: kind === 'none' ? '' : applicant.identity.ends } }),
          )}
          <TextInput
            label={t('form.ends')}
            description={t('form.endsHow')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            disabled={applicant.identity.kind === 'none'}
            maxLength={4}
            error={!ENDS.test(applicant.identity.ends) && t('form.endsFault')}
            value={applicant.identity.ends}
            onChange={({ currentTarget }) => who({ identity: { ...applicant.identity, ends: currentTarget.value } })}
          />
          <TextInput
            label={t('form.phone')}
            maxLength={100}
            value={applicant.phone}
            onChange={({ currentTarget }) => who({ phone: currentTarget.value })}
          />
          <TextInput
            label={t('form.email')}
            maxLength={200}
            value={applicant.email}
            onChange={({ currentTarget }) => who({ email: currentTarget.value })}
          />
        </div>
        <TextInput
          label={t('form.address')}
          maxLength={500}
          value={applicant.address}
          onChange={({ currentTarget }) => who({ address: currentTarget.value })}
        />
        <p className={desk.muted}>{t('form.contactHow')}</p>
      </fieldset>
      <Textarea
        label={t('form.asked')}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={fields.asked}
        onChange={({ currentTarget }) => set({ asked: currentTarget.value })}
      />
      <div className={desk.pair}>
        <TextInput
          label={t('form.purpose')}
          required
          maxLength={2000}
          value={fields.purpose}
          onChange={({ currentTarget }) => set({ purpose: currentTarget.value })}
        />
        {choice('wanted', WANTED, fields.wanted, (wanted) => set({ wanted }))}
      </div>
    </FormSheet>
  );
}
