/** A value that is slid, with what it comes to beside it. */
import { useId } from 'react';
import css from './Side.module.css';

interface RangeProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  text: string;
  onValue: (value: number) => void;
}

export function Range({ label, value, min, max, step, text, onValue }: RangeProps) {
  const id = useId();
  return (
    <div className={css.range}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className="tabular">
        {text}
      </output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={({ currentTarget }) => onValue(Number(currentTarget.value))}
      />
    </div>
  );
}
