/** The look that the address says, changed in place: a bookmark or a sent link brings it back. */
import { useCallback, useLayoutEffect, useState } from 'react';
import { type Look, lookOf, searchOf } from './look';

export function useLook(): [Look, (part: Partial<Look>) => void] {
  const [look, setLook] = useState(() => lookOf(location.search));
  useLayoutEffect(() => {
    document.documentElement.dataset.mantineColorScheme = look.scheme;
    document.documentElement.style.setProperty('--size', String(look.size));
    const address = location.pathname + searchOf(look);
    if (address !== location.pathname + location.search) history.replaceState(null, '', address);
  }, [look]);
  const change = useCallback((part: Partial<Look>) => setLook((now) => ({ ...now, ...part })), []);
  return [look, change];
}
