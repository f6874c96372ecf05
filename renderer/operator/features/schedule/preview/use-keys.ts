/** The player's keys, wherever on the screen the focus is, except in what takes such keys itself. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenActions } from '../../../shared/screen-actions';
import { useLatest } from '../../../shared/use-latest';

const OWN_KEYS = 'input, select, textarea, [role="option"], [role="menuitem"], [role="dialog"] *';
/** Space presses these. */
const PRESSED = 'button, a';

/** `run` answers whether the key was one of its own. */
export function useKeys(run: (key: string) => boolean): void {
  const { t } = useTranslation('desk');
  const latest = useLatest(run);
  useScreenActions([
    { id: 'preview.play', label: t('preview.keys.play'), keys: 'Space' },
    { id: 'preview.step', label: t('preview.keys.step'), keys: 'Left Right' },
    { id: 'preview.speed', label: t('preview.keys.speed'), keys: 'Up Down' },
    { id: 'preview.ends', label: t('preview.keys.ends'), keys: 'Home End' },
  ]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (target?.closest(OWN_KEYS) || (event.key === ' ' && target?.closest(PRESSED))) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [latest]);
}
