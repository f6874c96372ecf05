/** A number as browsers take one, typed or stepped by arrows, with its unit. Mantine's own field brings 9 kB to write it. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import css from './NumberField.module.css';

type Own = 'value' | 'onChange' | 'onBlur' | 'min' | 'max' | 'type';

interface NumberFieldProps extends Omit<TextInputProps, Own> {
  /** Null for none. */
  value: number | null;
  min: number;
  max: number;
  unit?: string;
  /** Places after the point; whole numbers where it is left out. */
  decimals?: number;
  /** Every number as it is typed, also out of range; null when the field is emptied. Once it is left, the nearest in range. */
  onNumber?: (value: number | null) => void;
  /** What stands there when the field is left; nothing is moved into range then. */
  onLeave?: (value: number | null) => void;
}

export function NumberField({ value, min, max, unit, decimals = 0, onNumber, onLeave, ...field }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    if (typed === null) return;
    const left = numberIn(typed, decimals);
    setTyped(null);
    if (onLeave) return onLeave(left);
    const kept = left === null ? null : Math.min(Math.max(left, min), max);
    if (kept !== left) onNumber?.(kept);
  };
  return (
    <TextInput
      {...field}
      {...(unit ? { rightSection: unit, rightSectionWidth: `calc(${unit.length}ch + 16px)` } : {})}
      classNames={{ section: css.unit ?? '' }}
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
