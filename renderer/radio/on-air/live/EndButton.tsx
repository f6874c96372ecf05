/** Ends the show when it is held for a second; by keyboard it is asked for and then confirmed with Enter. */
import { IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../ui';
import css from './Controls.module.css';

const HOLD_MS = 1000;
/** Asked for and forgotten, it is no longer asked for. */
const ARMED_MS = 6000;

interface EndButtonProps {
  armed: boolean;
  onArm: (armed: boolean) => void;
  onEnd: () => void;
}

export function EndButton({ armed, onArm, onEnd }: EndButtonProps) {
  const { t } = useTranslation('onAir');
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const letGo = () => {
    clearTimeout(timer.current);
    setHolding(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!armed) return;
    const forget = setTimeout(() => onArm(false), ARMED_MS);
    return () => clearTimeout(forget);
  }, [armed, onArm]);
  const press = () => {
    setHolding(true);
    timer.current = setTimeout(() => {
      setHolding(false);
      onEnd();
    }, HOLD_MS);
  };
  const word = armed ? 'do.endArmed' : holding ? 'do.endHolding' : 'do.endHold';
  return (
    <button
      type="button"
      className={css.end}
      data-armed={armed || undefined}
      data-holding={holding || undefined}
      aria-live="polite"
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => event.button === 0 && press()}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      // A click without a pointer is a key.
      onClick={(event) => event.detail === 0 && onArm(true)}
    >
      <span className={css.fill} style={{ position: 'absolute' }} aria-hidden="true" />
      <IconPlayerStop size={22} stroke={1.75} aria-hidden="true" />
      <span>{t(word)}</span>
      {!armed && <Kbd keys="E" />}
    </button>
  );
}
