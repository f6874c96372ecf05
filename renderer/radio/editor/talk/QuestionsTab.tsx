/** What is to be asked, of whom, and what was. */
import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Question } from '../../../../electron/contract/records/rundown';
import { newId } from '../../../../electron/contract/ulid';
import { KeptText } from '../../shared/KeptText';
import { useEditor } from '../context';
import { useGuestNames } from '../use-guest-names';
import css from './Talk.module.css';

type Asked = z.infer<typeof Question>;

export function QuestionsTab() {
  const { t } = useTranslation('rundowns');
  const { rundown, update, editable } = useEditor();
  const [text, setText] = useState('');
  const { questions } = rundown;
  const set = (key: string, part: Partial<Asked>) =>
    update({ questions: questions.map((each) => (each.key === key ? { ...each, ...part } : each)) });
  const move = (at: number, by: -1 | 1) => {
    const rest = questions.filter((_, index) => index !== at);
    const moving = questions[at];
    if (moving) update({ questions: [...rest.slice(0, at + by), moving, ...rest.slice(at + by)] });
  };
  return (
    <div className={css.tab}>
      {editable && (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!text.trim()) return;
            update({
              questions: [...questions, { key: newId(), text: text.trim(), guestKey: null, asked: false }].slice(
                0,
                300,
              ),
            });
            setText('');
          }}
        >
          <TextInput
            aria-label={t('questions.new')}
            placeholder={t('questions.new')}
            maxLength={1000}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Button type="submit" size="xs" disabled={!text.trim()}>
            {t('questions.add')}
          </Button>
        </form>
      )}
      {questions.length === 0 && <p className={css.quiet}>{t('questions.none')}</p>}
      <ol className={css.list}>
        {questions.map((question, at) => (
          <li key={question.key} className={css.question}>
            <Checkbox
              size="xs"
              aria-label={t('questions.asked', { text: question.text })}
              checked={question.asked}
              disabled={!editable}
              onChange={({ currentTarget }) => set(question.key, { asked: currentTarget.checked })}
            />
            <div className={css.grow}>
              {editable ? (
                <KeptText
                  label={t('questions.place', { place: at + 1 })}
                  value={question.text}
                  wraps
                  maxLength={1000}
                  required
                  onKeep={(next) => set(question.key, { text: next })}
                />
              ) : (
                <p dir="auto">{question.text}</p>
              )}
              <WhomSelect question={question} onWhom={(guestKey) => set(question.key, { guestKey })} />
            </div>
            {editable && (
              <div className={css.tools}>
                <ActionIcon
                  size="sm"
                  aria-label={t('questions.up', { place: at + 1 })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                >
                  <IconArrowUp size={14} stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={t('questions.down', { place: at + 1 })}
                  disabled={at === questions.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowDown size={14} stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={t('questions.remove', { place: at + 1 })}
                  onClick={() => update({ questions: questions.filter(({ key }) => key !== question.key) })}
                >
                  <IconX size={14} stroke={1.75} />
                </ActionIcon>
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function WhomSelect({ question, onWhom }: { question: Asked; onWhom: (key: string | null) => void }) {
  const { t } = useTranslation('rundowns');
  const { rundown, editable } = useEditor();
  const names = useGuestNames();
  if (rundown.guests.length === 0) return null;
  return (
    <Select
      size="xs"
      aria-label={t('questions.whom', { text: question.text })}
      placeholder={t('questions.anybody')}
      data={rundown.guests.map(({ key, guestId }) => ({ value: key, label: names.get(guestId) ?? '…' }))}
      value={question.guestKey}
      clearable
      disabled={!editable}
      onChange={onWhom}
    />
  );
}
