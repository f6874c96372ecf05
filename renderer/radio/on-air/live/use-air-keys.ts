/** The keys of this screen: bound before all others, and listed in the `?` sheet and the Ctrl/Cmd-K list. */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenActions } from '../../../operator/shared/screen-actions';
import { isCovered } from '../../shared/covered';
import { type AirKey, airKey, type Where } from '../keys';
import type { NextItem } from './next';

interface Given {
  runs: boolean;
  next: readonly NextItem[];
  selected: string | null;
  armed: boolean;
}

const TYPED = 'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select';
const CONTROLS = 'button, a[href], summary, [role="button"], input, select, textarea';

export function useAirKeys(given: Given, run: (key: AirKey) => void): void {
  const newest = useRef({ given, run });
  newest.current = { given, run };
  useEffect(() => {
    let ours: string | null = null;
    const press = (event: KeyboardEvent) => {
      const { armed, selected } = newest.current.given;
      const combined = event.ctrlKey || event.metaKey || event.altKey;
      const key = airKey(
        { key: event.key, repeat: event.repeat, combined },
        { ...whereIs(event.target), armed, selected: selected !== null },
      );
      if (!key) return;
      event.preventDefault();
      ours = event.key;
      newest.current.run(key);
    };
    // Some browsers press a control as Space is let go.
    const letGo = (event: KeyboardEvent) => {
      if (event.key === ours) event.preventDefault();
      ours = null;
    };
    document.addEventListener('keydown', press, { capture: true });
    document.addEventListener('keyup', letGo, { capture: true });
    return () => {
      document.removeEventListener('keydown', press, { capture: true });
      document.removeEventListener('keyup', letGo, { capture: true });
    };
  }, []);
  useListed(given, run);
}

function whereIs(target: EventTarget | null): Pick<Where, 'typing' | 'onControl' | 'covered'> {
  const element = target instanceof HTMLElement ? target : null;
  return {
    typing: element !== null && (element.isContentEditable || element.matches(TYPED)),
    onControl: element?.matches(CONTROLS) === true && element.matches(':focus-visible'),
    covered: isCovered(),
  };
}

/** Keys and deeds apart: the keys are bound above, with more care than a list can say. */
function useListed({ runs, next }: Given, run: (key: AirKey) => void): void {
  const { t } = useTranslation('onAir');
  const both = (id: 'take' | 'hold' | 'skip' | 'back' | 'roll', keys: string) => [
    { id: `air-${id}-keys`, label: t(`do.${id}`), keys },
    { id: `air-${id}`, label: t(`do.${id}`), run: () => run({ do: id }) },
  ];
  const jumps = next.filter(({ nth }) => nth !== null && nth <= 12 && nth !== 9);
  const select = { id: 'air-select', label: t('do.select'), keys: 'up down' };
  useScreenActions(
    runs
      ? [
          ...both('take', 'Space PageDown'),
          ...both('back', 'B PageUp'),
          ...both('hold', 'H'),
          ...both('skip', 'S'),
          ...both('roll', 'R'),
          select,
          { id: 'air-jump', label: t('do.jump'), keys: 'Enter' },
          { id: 'air-end', label: t('do.end'), keys: 'E' },
          ...jumps.map(({ row, nth }) => ({
            id: `air-${row.item.id}`,
            label: t('do.jumpTo', { title: row.item.title }),
            keys: `F${nth}`,
          })),
        ]
      : [select],
  );
}
