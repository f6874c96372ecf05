/** A number that is saved when it is left or Enter is pressed; out of range, it goes back to what it was. */
import { NumberField } from '../../shared/NumberField';

interface SavedNumberProps {
  label: string;
  description?: string;
  value: number;
  min: number;
  max: number;
  unit?: string;
  decimals?: number;
  disabled?: boolean;
  onSave: (value: number) => void;
}

export function SavedNumber({ onSave, ...field }: SavedNumberProps) {
  const { value, min, max } = field;
  return (
    <NumberField
      {...field}
      onLeave={(next) => next !== null && next >= min && next <= max && next !== value && onSave(next)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
