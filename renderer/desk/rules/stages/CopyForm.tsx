/** A calendar made of a template: one asks for the day of voting, and every other day moves with it. */
import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayNumber } from '../../../../electron/domain/calendar';
import { client, orpc } from '../../../client/client';
import { useFormats } from '../../../operator/i18n/formats';
import { DayField } from '../../../operator/shared/DayField';
import { dateText } from '../../../operator/shared/date-text';
import { todayIn } from '../../../operator/shared/days';
import { useCommand } from '../../../operator/shared/use-command';
import { StatusDot } from '../../../ui';
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
  const [seenAt] = useState(Date.now);
  const { language, zone } = useFormats();
  const template = templates?.find((each) => each.key === key) ?? templates?.[0];
  const stage = template?.calendar.stages.find((each) => each.key === VOTING) ?? template?.calendar.stages[0];
  const called = (name ?? template?.calendar.name ?? '').trim();
  const today = todayIn(zone, seenAt);
  // Days of an election that is over are nobody's plan.
  const isTemplateOver = stage !== undefined && stage.from < today;
  const day = voting ?? (isTemplateOver ? undefined : stage?.from);
  const isPast = day !== undefined && day < today;
  const ready = template !== undefined && called !== '' && (stage === undefined || day !== undefined);
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
    if (ready) save.mutate();
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
      disabled={!ready}
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
          description={
            isTemplateOver
              ? t('stages.templateOver', { name: template?.calendar.name, day: dateText(stage.from, language) })
              : undefined
          }
          required
          value={day}
          onDay={(next) => setVoting(next ?? null)}
        />
      )}
      {isPast && (
        <StatusDot tone="amber">
          <span role="status">{t('stages.past', { day: dateText(day, language) })}</span>
        </StatusDot>
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
