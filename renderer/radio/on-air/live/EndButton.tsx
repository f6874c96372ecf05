/** Ends the show: asked for with E or a press and confirmed with Enter, or held with the pointer for a second. */
import { IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Controls.module.css';

const WORDS = ['do.endIdle', 'do.endHolding', 'do.endArmed'] as const;
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
  const word = armed ? 'do.endArmed' : holding ? 'do.endHolding' : 'do.endIdle';
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
      title={t('do.endHow')}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => onArm(true)}
    >
      <span className={css.fill} style={{ position: 'absolute' }} aria-hidden="true" />
      <IconPlayerStop size={22} stroke={1.75} aria-hidden="true" />
      <span className={css.words}>
        {/* As wide as its longest word: nothing beside it may move under a finger. */}
        {WORDS.map((each) => (
          <span key={each} className={css.ghost} data-word={t(each)} aria-hidden="true" />
        ))}
        <span>{t(word)}</span>
      </span>
    </button>
  );
}
