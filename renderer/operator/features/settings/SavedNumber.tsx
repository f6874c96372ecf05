/** A number that is saved when it is left or Enter is pressed; one that cannot be kept stays as it was typed, and says why. Escape puts back what is saved. */
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { NumberField } from '../../shared/NumberField';

interface SavedNumberProps extends Pick<ComponentProps<typeof NumberField>, 'classNames'> {
  label: string;
  description?: string;
  value: number;
  min: number;
  max: number;
  unit?: string;
  decimals?: number;
  disabled?: boolean;
  /** What is wrong with a number within its range, or null. */
  faultOf?: (value: number) => string | null;
  onSave: (value: number) => void;
}

export function SavedNumber({ faultOf, onSave, ...field }: SavedNumberProps) {
  const { t } = useTranslation('settings');
  const { number } = useFormats();
  const [fault, setFault] = useState<string | null>(null);
  const { value, min, max, unit, decimals = 0 } = field;
  const wrongIn = (next: number | null): string | null => {
    if (next !== null && next >= min && next <= max) return faultOf?.(next) ?? null;
    const [from, to] = [min, max].map((end) => number(end, decimals));
    return t('outOfRange', { from, to: unit ? `${to} ${unit}` : to });
  };
  const leave = (next: number | null) => {
    const wrong = wrongIn(next);
    setFault(wrong);
    if (wrong === null && next !== null && next !== value) onSave(next);
  };
  return (
    <NumberField
      {...field}
      error={fault}
      // What was said of it is taken back while it is mended, and not said before it is left.
      onNumber={(next) => fault !== null && setFault(wrongIn(next))}
      isWrong={(next) => wrongIn(next) !== null}
      onLeave={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setFault(null);
      }}
    />
  );
}
