/**
 * A button for what cannot be taken back: the first press arms it, the second does it.
 * It disarms by itself after five seconds, on Escape and when it loses the focus. Everything else has undo instead.
 */
import { Button, type ButtonProps } from '@mantine/core';
import { useEffect, useState } from 'react';

const ARMED_MS = 5000;

interface ConfirmTwiceProps extends ButtonProps {
  label: string;
  /** What the second press does, said plainly. */
  confirmLabel: string;
  onConfirm: () => void;
}

export function ConfirmTwice({ label, confirmLabel, onConfirm, ...button }: ConfirmTwiceProps) {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    if (!armed) return;
    const timer = setTimeout(() => setArmed(false), ARMED_MS);
    return () => clearTimeout(timer);
  }, [armed]);

  const press = () => {
    setArmed(!armed);
    if (armed) onConfirm();
  };
  return (
    <Button
      {...button}
      // In a form too it is no button that sends: Enter in a field would be one press.
      type="button"
      variant={armed ? 'filled' : 'default'}
      color={armed ? 'red.9' : button.color}
      aria-live="polite"
      onClick={press}
      onBlur={() => setArmed(false)}
      onKeyDown={(event) => event.key === 'Escape' && setArmed(false)}
    >
      {armed ? confirmLabel : label}
    </Button>
  );
}
