/** A number as browsers take one, typed or stepped by arrows, with its unit. Mantine's own field brings 9 kB to write it. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import css from './NumberField.module.css';

type Own = 'value' | 'onChange' | 'onBlur' | 'min' | 'max' | 'type' | 'classNames';

interface NumberFieldProps extends Omit<TextInputProps, Own> {
  /** Null for none. */
  value: number | null;
  classNames?: Partial<Record<'root' | 'label' | 'description' | 'wrapper' | 'error', string>>;
  min: number;
  max: number;
  unit?: string;
  /** Places after the point; whole numbers where it is left out. */
  decimals?: number;
  /** Every number as it is typed, also out of range; null when the field is emptied. Once it is left, the nearest in range. */
  onNumber?: (value: number | null) => void;
  /** What stands there when the field is left; nothing is moved into range then. */
  onLeave?: (value: number | null) => void;
  /** What cannot be kept: left with it, the field shows it as it was typed, until Escape. */
  isWrong?: (value: number | null) => boolean;
}

export function NumberField({
  value,
  min,
  max,
  unit,
  decimals = 0,
  onNumber,
  onLeave,
  isWrong,
  classNames,
  onKeyDown,
  ...field
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    const left = numberIn(typed, decimals);
    if (!isWrong?.(left)) setTyped(null);
    if (onLeave) return onLeave(left);
    const kept = left === null ? null : Math.min(Math.max(left, min), max);
    if (kept !== left) onNumber?.(kept);
  };
  return (
    <TextInput
      {...field}
      {...(unit ? { rightSection: unit, rightSectionWidth: `calc(${unit.length}ch + 16px)` } : {})}
      classNames={{ ...classNames, section: css.unit ?? '' }}
      type="number"
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      step={10 ** -decimals}
      min={min}
      max={max}
      value={typed ?? value ?? ''}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onNumber?.(numberIn(currentTarget.value, decimals));
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (isWrong && event.key === 'Escape') setTyped(null);
        onKeyDown?.(event);
      }}
      // Whoever scrolls past means the page.
      onWheel={({ currentTarget }) => currentTarget.blur()}
    />
  );
}

function numberIn(text: string, decimals: number): number | null {
  if (text.trim() === '') return null;
  const cut = Math.trunc(Number(text) * 10 ** decimals + Math.sign(Number(text)) * 1e-9);
  return cut / 10 ** decimals;
}
