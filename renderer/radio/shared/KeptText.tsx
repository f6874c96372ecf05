/** A text that is kept when its field is left, or Enter pressed; Escape puts it back. */
import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

interface KeptTextProps {
  label: string;
  value: string;
  onKeep: (text: string) => void;
  maxLength: number;
  /** Lines to begin with; one is a field that Enter leaves. */
  rows?: number;
  /** Of one line, but a long text is seen whole. */
  wraps?: boolean;
  placeholder?: string;
  description?: string;
  disabled?: boolean;
  required?: boolean;
  error?: string | null;
}

export function KeptText({ value, onKeep, rows = 1, wraps = false, required = false, error, ...field }: KeptTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    const kept = typed?.trim();
    setTyped(null);
    if (kept !== undefined && kept !== value && (kept !== '' || !required)) onKeep(kept);
  };
  const shared = {
    ...field,
    error: error ?? undefined,
    dir: 'auto',
    value: typed ?? value,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && rows === 1) {
        if (wraps) event.preventDefault();
        leave();
      }
      if (event.key !== 'Escape' || typed === null) return;
      event.stopPropagation();
      setTyped(null);
    },
  };
  return rows === 1 && !wraps ? (
    <TextInput {...shared} />
  ) : (
    <Textarea {...shared} autosize minRows={rows} maxRows={14} />
  );
}
