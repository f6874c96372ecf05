import { useLayoutEffect } from 'react';

/** Says up whether something is written that is not kept; no more once this is gone. */
export function useTold(unsaved: boolean, tell: (unsaved: boolean) => void): void {
  useLayoutEffect(() => {
    tell(unsaved);
    return () => tell(false);
  }, [unsaved, tell]);
}
