/** Does it once it was held long enough. With a keyboard it is held the same way, by Enter or Space. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

export const HOLD_MS = 500;

interface HoldButtonProps {
  disabled: boolean;
  onHeld: () => void;
  children: ReactNode;
}

export function HoldButton({ disabled, onHeld, children }: HoldButtonProps) {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const press = () => {
    if (disabled) return;
    clearTimeout(timer.current);
    setHolding(true);
    timer.current = setTimeout(() => {
      setHolding(false);
      onHeld();
    }, HOLD_MS);
  };
  const letGo = () => {
    clearTimeout(timer.current);
    setHolding(false);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) press();
  };
  return (
    <button
      type="button"
      className="hold"
      data-holding={holding || undefined}
      disabled={disabled}
      onPointerDown={press}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onKeyDown={key}
      onKeyUp={letGo}
      onContextMenu={(event) => event.preventDefault()}
    >
      <i aria-hidden="true" />
      {children}
    </button>
  );
}
