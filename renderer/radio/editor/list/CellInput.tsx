/** A cell that is being written in: Enter keeps, Escape puts back, Tab goes on. What cannot be read stays, with what may be written. */
import { TextInput, Tooltip } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import css from './List.module.css';

interface CellInputProps {
  value: string;
  label: string;
  /** What a fault is called; null where it may be kept. */
  faultOf?: (text: string) => string | null;
  maxLength: number;
  /** Typed on the row itself: takes the place of what was there. */
  seed: string | null;
  onKeep: (text: string) => void;
  /** Where the keys go next: back to the row, or on to the next (1) or former (-1) cell. */
  onLeave: (to: 'row' | 1 | -1 | 'away') => void;
}

export function CellInput({ value, label, faultOf, maxLength, seed, onKeep, onLeave }: CellInputProps) {
  const [typed, setTyped] = useState(seed ?? value);
  const [tried, setTried] = useState(false);
  const over = useRef(false);
  const fault = faultOf?.(typed) ?? null;
  const keep = (to: 'row' | 1 | -1 | 'away') => {
    if (over.current) return;
    setTried(true);
    if (fault !== null) return;
    over.current = true;
    if (typed !== value) onKeep(typed);
    onLeave(to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      over.current = true;
      onLeave('row');
    } else if (event.key === 'Enter' || event.key === 'F2') keep('row');
    else if (event.key === 'Tab') keep(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const said = tried || typed.length > 4 ? fault : null;
  return (
    <Tooltip label={said} opened={said !== null} position="bottom" color="dark" events={undefined}>
      <TextInput
        className={css.cellInput}
        size="xs"
        autoFocus
        aria-label={label}
        aria-description={said ?? undefined}
        error={said !== null}
        maxLength={maxLength}
        value={typed}
        onFocus={({ currentTarget }) => {
          if (seed === null) currentTarget.select();
          else currentTarget.setSelectionRange(seed.length, seed.length);
        }}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => keep('away')}
        onKeyDown={press}
        onClick={(event) => event.stopPropagation()}
      />
    </Tooltip>
  );
}
