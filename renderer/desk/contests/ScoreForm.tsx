/** A juror's score of one entry: a mark for each criterion, and what to say to it. Nothing is filled in beforehand. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView, EntryView } from '../../../electron/contract/api/contests';
import type { Marks } from '../../../electron/contract/records/contest';
import { scoreOf } from '../../../electron/domain/contest/standing';
import { client } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { NumberField } from '../../operator/shared/NumberField';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { FormSheet } from '../shared/FormSheet';
import css from './Contests.module.css';

const HIGHEST = 100;

interface ScoreFormProps {
  contest: ContestView;
  entry: EntryView;
  onClose: () => void;
}

export function ScoreForm({ contest: { criteria }, entry, onClose }: ScoreFormProps) {
  const { t } = useTranslation('contests');
  const { user } = useMe();
  const { number } = useFormats();
  const before = entry.scores.find(({ jurorId }) => jurorId === user?.id);
  const [marks, setMarks] = useState<Marks>(before?.marks ?? {});
  const [note, setNote] = useState(before?.note ?? '');
  const inRange = Object.values(marks).every((mark) => mark >= 0 && mark <= HIGHEST);
  const whole = inRange ? scoreOf(marks, criteria) : null;
  const save = useCommand({
    run: () => client.contests.score({ id: entry.id, marks, note: note.trim() }),
    done: () => t('score.saved', { title: entry.title }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => {
    if (whole !== null) save.mutate();
  };
  return (
    <FormSheet
      title={t('score.of', { title: entry.title })}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={submit}
      disabled={whole === null}
    >
      <p className={css.muted}>{t('score.how')}</p>
      {criteria.map(({ id, name, weight }, at) => (
        <NumberField
          key={id}
          label={t('score.criterion', { name, weight })}
          data-autofocus={at === 0 || undefined}
          min={0}
          max={HIGHEST}
          value={marks[id] ?? null}
          onNumber={(mark) => {
            const { [id]: _before, ...others } = marks;
            setMarks(mark === null ? others : { ...others, [id]: mark });
          }}
        />
      ))}
      <Textarea
        label={t('score.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <p aria-live="polite">{whole === null ? t('score.notWhole') : t('score.mean', { mean: number(whole, 2) })}</p>
    </FormSheet>
  );
}
