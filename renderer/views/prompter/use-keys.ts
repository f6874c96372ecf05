import { useEffect, useRef } from 'react';
import { type PrompterKey, prompterKey } from './keys';

/** Keys are the prompter's but in a field, and Space on a button that was reached by Tab. */
export function useKeys(runs: boolean, run: (key: PrompterKey) => void): void {
  const newest = useRef({ runs, run });
  newest.current = { runs, run };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLInputElement) return;
      if (event.key === ' ' && target instanceof HTMLButtonElement && target.matches(':focus-visible')) return;
      const key = prompterKey(event.key, newest.current.runs);
      if (!key) return;
      event.preventDefault();
      if (!event.repeat || key.do === 'faster') newest.current.run(key);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
