/** A contest being written: the call, its days, what the jury goes by, and who it is. */
import { MultiSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '../../../electron/contract/api/contests';
import type { ContestFields } from '../../../electron/contract/records/contest';
import { newId } from '../../../electron/contract/ulid';
import { dateOf, dayNumber } from '../../../electron/domain/calendar';
import { client, orpc } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { useCommand } from '../../operator/shared/use-command';
import desk from '../shared/Desk.module.css';
import { FormSheet } from '../shared/FormSheet';
import css from './Contests.module.css';
import { CriteriaFields } from './CriteriaFields';

const USUAL_DAYS = 30;
const WORDS = ['theme', 'call', 'rules', 'statement'] as const;
const LONGEST = { theme: 500, call: 10_000, rules: 20_000, statement: 5000 } as const;

interface ContestFormProps {
  contest: ContestView | null;
  today: string;
  onSaved: (id: string) => void;
  onClose: () => void;
}

export function ContestForm({ contest, today, onSaved, onClose }: ContestFormProps) {
  const { t } = useTranslation('contests');
  const found = useQuery(orpc.contests.people.queryOptions()).data ?? [];
  // Whoever is on it stays to be seen, also with an account that is shut.
  const people = [...new Map([...(contest?.jurors ?? []), ...found].map((each) => [each.id, each])).values()];
  const [fields, setFields] = useState(
    () => contest ?? fresh(today, [t('usual.idea'), t('usual.craft'), t('usual.theme')], t('usual.statement')),
  );
  const set = (part: Partial<ContestFields>) => setFields({ ...fields, ...part });
  const ready =
    fields.title.trim() !== '' &&
    fields.opensOn <= fields.closesOn &&
    fields.criteria.length > 0 &&
    fields.criteria.every(({ name, weight }) => name.trim() !== '' && weight >= 1 && weight <= 100);
  const save = useCommand({
    run: () =>
      contest ? client.contests.update({ id: contest.id, rev: contest.rev, fields }) : client.contests.create(fields),
    done: ({ title }) => t('saved', { title }),
    undo: contest === null,
    onDone: ({ id }) => onSaved(id),
    onFault: () => {},
  });
  const submit = () => {
    if (ready) save.mutate();
  };
  return (
    <FormSheet
      title={contest ? t('editOf', { title: contest.title }) : t('add')}
      size={720}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!ready}
    >
      <TextInput
        label={t('form.title')}
        placeholder={t('form.titleExample')}
        required
        data-autofocus
        maxLength={200}
        value={fields.title}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
      />
      <div className={desk.pair}>
        <DayField label={t('form.opensOn')} value={fields.opensOn} onDay={(day) => day && set({ opensOn: day })} />
        <DayField
          label={t('form.closesOn')}
          minDate={fields.opensOn}
          value={fields.closesOn}
          onDay={(day) => day && set({ closesOn: day })}
        />
      </div>
      {fields.closesOn < fields.opensOn && (
        <p className={css.fault} role="alert">
          {t('form.closesFirst')}
        </p>
      )}
      {WORDS.map((field) => (
        <Textarea
          key={field}
          label={t(`form.${field}`)}
          autosize
          minRows={field === 'theme' ? 1 : 2}
          maxRows={8}
          maxLength={LONGEST[field]}
          value={fields[field]}
          onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
        />
      ))}
      <TagsInput
        label={t('form.categories')}
        description={t('form.categoriesHow')}
        maxTags={20}
        value={fields.categories}
        onChange={(categories) => set({ categories })}
      />
      <CriteriaFields criteria={fields.criteria} onChange={(criteria) => set({ criteria })} />
      <MultiSelect
        label={t('form.jury')}
        description={t('form.juryHow')}
        searchable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.jurorIds}
        onChange={(jurorIds) => set({ jurorIds })}
      />
    </FormSheet>
  );
}

function fresh(today: string, names: readonly string[], statement: string): ContestFields {
  const criteria = names.map((name) => ({ id: newId(Date.now()), name, weight: 1 }));
  const closesOn = dateOf(dayNumber(today) + USUAL_DAYS);
  return {
    ...{ title: '', theme: '', call: '', rules: '', statement },
    ...{ opensOn: today, closesOn, categories: [], criteria, jurorIds: [] },
  };
}
