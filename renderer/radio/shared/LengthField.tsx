/** A length in a form: read as people write it, refused in the field with what may be written, zero with a small warning. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationText } from '../../ui';
import { lengthIn } from './length-text';

interface LengthFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'error'> {
  ms: number;
  onLength: (ms: number) => void;
  /** What zero means here; without it nothing is said of it. */
  zero?: string;
  fault?: string | null;
}

export function LengthField({ ms, onLength, zero, fault = null, description, ...field }: LengthFieldProps) {
  const { t } = useTranslation('rundowns');
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : lengthIn(typed);
  const leave = () => {
    if (read === null || read.fault) return;
    setTyped(null);
    if (read.ms !== ms) onLength(read.ms);
  };
  const shown = read?.ms ?? ms;
  const why = read?.fault ? t(`length.${read.fault}`) : fault;
  // A form is not sent while a length in it cannot be read: it would be saved without it, and say that it was.
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.setCustomValidity(why ?? ''), [why]);
  return (
    <TextInput
      {...field}
      inputMode="text"
      autoComplete="off"
      maxLength={30}
      className={`tabular ${field.className ?? ''}`}
      value={typed ?? durationText(ms)}
      ref={input}
      error={why}
      description={shown === 0 && zero ? zero : description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
        if (event.key !== 'Escape' || typed === null) return;
        event.stopPropagation();
        setTyped(null);
      }}
    />
  );
}
