/** A time on a 24-hour clock, typed as people write it. A browser's own field says AM and PM wherever it is set to English. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { stepped, timeIn } from './time-text';

interface TimeFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> {
  /** `HH:mm`, or `HH:mm:ss` */
  value: string;
  seconds?: boolean;
  /** Each whole time while it is typed or stepped; what is left unfinished and can be read, once the field is left. */
  onTime: (time: string) => void;
}

export function TimeField({ value, seconds = false, onTime, ...field }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const tell = (time: string | null) => time !== null && time !== value && onTime(time);
  const leave = () => {
    if (typed !== null) tell(timeIn(typed, seconds));
    setTyped(null);
  };
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    // It submits the form that the field is in, which is not left for that.
    if (event.key === 'Enter') return leave();
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const input = event.currentTarget;
    const caret = input.selectionStart ?? 0;
    const next = by === 0 ? null : stepped(typed ?? value, caret, by);
    if (next === null) return;
    event.preventDefault();
    setTyped(next);
    tell(next);
    requestAnimationFrame(() => input.setSelectionRange(caret, caret));
  };
  return (
    <TextInput
      {...field}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      value={typed ?? value}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        if (currentTarget.value.length === value.length) tell(timeIn(currentTarget.value, seconds));
      }}
      onBlur={leave}
      onKeyDown={step}
    />
  );
}
