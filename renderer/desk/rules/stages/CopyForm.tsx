/** A calendar made of a template: one asks for the day of voting, and every other day moves with it. */
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayNumber } from '../../../../electron/domain/calendar';
import { client, orpc } from '../../../client/client';
import { DayField } from '../../../operator/shared/DayField';
import { useCommand } from '../../../operator/shared/use-command';
import desk from '../../shared/Desk.module.css';
import { FormSheet } from '../../shared/FormSheet';
import css from '../Rules.module.css';
import own from './Stages.module.css';

/** The stage that a template's other days are told from. */
const VOTING = 'pemungutan';

export function CopyForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('rules');
  const templates = useQuery(orpc.stages.templates.queryOptions()).data;
  const [key, setKey] = useState<string | null>(null);
  const [name, setName] = useState<string | null>(null);
  const [voting, setVoting] = useState<string | null>(null);
  const template = templates?.find((each) => each.key === key) ?? templates?.[0];
  const stage = template?.calendar.stages.find((each) => each.key === VOTING) ?? template?.calendar.stages[0];
  const day = voting ?? stage?.from;
  const called = (name ?? template?.calendar.name ?? '').trim();
  const save = useCommand({
    run: () => {
      const shiftDays = day && stage ? dayNumber(day) - dayNumber(stage.from) : 0;
      return client.stages.copy({ key: template?.key ?? '', name: called, shiftDays });
    },
    done: (saved) => t('saved', { name: saved.name }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (template && called) save.mutate();
  };
  return (
    <FormSheet
      title={t('stages.copy')}
      size={560}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      label={t('stages.make')}
      disabled={!template || !called}
    >
      <Select
        label={t('stages.template')}
        allowDeselect={false}
        data={(templates ?? []).map((each) => ({ value: each.key, label: each.calendar.name }))}
        value={template?.key ?? null}
        onChange={setKey}
      />
      <TextInput
        label={t('stages.name')}
        required
        data-autofocus
        maxLength={200}
        value={name ?? template?.calendar.name ?? ''}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {stage && (
        <DayField
          label={t('stages.dayOf', { stage: stage.name })}
          value={day}
          onDay={(next) => setVoting(next ?? null)}
        />
      )}
      <p className={desk.muted}>{t('stages.copyWords')}</p>
      <ul className={own.plain}>
        {template?.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </FormSheet>
  );
}
