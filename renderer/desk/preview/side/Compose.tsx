/** A few lines, saved by the button or Ctrl/Cmd+Enter. */
import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Side.module.css';

interface ComposeProps {
  label: string;
  hint?: string;
  busy: boolean;
  onSave: (text: string) => void;
  onCancel: () => void;
}

export function Compose({ label, hint, busy, onSave, onCancel }: ComposeProps) {
  const { t } = useTranslation(['preview', 'common']);
  const [text, setText] = useState('');
  const ready = text.trim() !== '';
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) onSave(text.trim());
  };
  return (
    <form
      className={css.compose}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(text.trim());
      }}
    >
      <Textarea
        label={label}
        description={hint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        data-autofocus
        autoFocus
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={press}
      />
      <div className={css.commands}>
        <Button type="submit" size="compact-md" disabled={!ready} loading={busy}>
          {t('comments.save')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}
