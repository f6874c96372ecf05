/** A line of text that is saved when it is left or Enter is pressed, and put back by Escape. */
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

interface SavedTextProps {
  label: string;
  description?: string;
  placeholder?: string;
  value: string;
  disabled?: boolean;
  maxLength?: number;
  /** What is wrong with the text, or null. */
  faultOf?: (text: string) => string | null;
  onSave: (text: string) => void;
}

export function SavedText({ value, faultOf, onSave, ...field }: SavedTextProps) {
  // The text while it is being changed; null shows what is saved.
  const [draft, setDraft] = useState<string | null>(null);
  const fault = draft === null ? null : (faultOf?.(draft.trim()) ?? null);
  const leave = () => {
    if (draft === null || fault) return;
    setDraft(null);
    if (draft.trim() !== value) onSave(draft.trim());
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setDraft(null);
  };
  return (
    <TextInput
      {...field}
      value={draft ?? value}
      error={fault}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={press}
    />
  );
}
