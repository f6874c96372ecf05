import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HoaxLabel } from '../../../electron/contract/records/card';
import { Clarification, type HoaxCase } from '../../../electron/contract/records/hoax-case';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { FormSheet } from '../shared/FormSheet';
import css from './Hoaxes.module.css';

/** What is true, by which sources; its card is made of it. */
export function ClarifyForm({ one, onClose }: { one: HoaxCase; onClose: () => void }) {
  const { t } = useTranslation('hoaxes');
  const [verdict, setVerdict] = useState<HoaxLabel>(one.clarification?.verdict ?? 'hoax');
  const [answer, setAnswer] = useState(one.clarification?.answer ?? '');
  const [sources, setSources] = useState(one.clarification?.sources.join('\n') ?? '');
  const lines = sources.split('\n').map((line) => line.trim());
  const read = Clarification.safeParse({ verdict, answer, sources: lines.filter((line) => line !== '') });
  const save = useCommand({
    run: async () => {
      if (!read.success) throw read.error;
      return client.hoaxes.clarify({ id: one.id, rev: one.rev, clarification: read.data });
    },
    done: () => t('clarified'),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (read.success) save.mutate();
  };
  return (
    <FormSheet
      title={t('clarify')}
      size={560}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={!read.success}
    >
      <p className={css.quote}>{one.claim}</p>
      <Select
        label={t('form.verdict')}
        allowDeselect={false}
        data={HoaxLabel.options.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
        value={verdict}
        onChange={(value) => setVerdict(HoaxLabel.catch('hoax').parse(value))}
      />
      <Textarea
        label={t('form.answer')}
        description={t('form.answerWords')}
        required
        data-autofocus
        autosize
        minRows={4}
        maxLength={2000}
        value={answer}
        onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
      />
      <Textarea
        label={t('form.sources')}
        description={t('form.sourcesWords')}
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={sources}
        onChange={({ currentTarget }) => setSources(currentTarget.value)}
      />
    </FormSheet>
  );
}
