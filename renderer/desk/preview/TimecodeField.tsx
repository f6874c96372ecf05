/** The time code of the picture that is shown; typed into, it leads there. */
import { useEffect, useRef, useState } from 'react';
import type { Deck } from './engine/Deck';
import css from './Preview.module.css';

interface TimecodeFieldProps {
  deck: Deck;
  label: string;
  read: () => string;
  /** Whether there is such a code. */
  onCode: (code: string) => boolean;
}

export function TimecodeField({ deck, label, read, onCode }: TimecodeFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typing, setTyping] = useState(false);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    if (typing) return;
    const write = () => {
      if (field.current) field.current.value = read();
    };
    write();
    return deck.subscribe(write);
  }, [deck, typing, read]);
  const leave = () => {
    setTyping(false);
    setWrong(false);
  };
  return (
    <input
      ref={field}
      className={`${css.code} tabular`}
      aria-label={label}
      aria-invalid={wrong}
      spellCheck={false}
      onFocus={(event) => {
        setTyping(true);
        event.currentTarget.select();
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !onCode(event.currentTarget.value)) return setWrong(true);
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
