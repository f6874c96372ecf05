/** A number that is saved when it is left or Enter is pressed; out of range, it goes back to what it was. */
import { NumberInput } from '@mantine/core';
import { useState } from 'react';

interface SavedNumberProps {
  label: string;
  description?: string;
  value: number;
  min: number;
  max: number;
  suffix?: string;
  disabled?: boolean;
  onSave: (value: number) => void;
}

export function SavedNumber({ value, min, max, onSave, ...field }: SavedNumberProps) {
  const [draft, setDraft] = useState<string | number | null>(null);
  const leave = () => {
    const next = Number(draft);
    if (draft !== null && draft !== '' && next >= min && next <= max && next !== value) onSave(next);
    setDraft(null);
  };
  return (
    <NumberInput
      {...field}
      min={min}
      max={max}
      allowDecimal={false}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
