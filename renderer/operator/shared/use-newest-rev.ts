import { type RefObject, useEffect, useRef } from 'react';

/** The revision that the next save builds on: the record's, or the one our last save made before the record has come back. */
export function useNewestRev(record: { rev: number }): RefObject<number> {
  const rev = useRef(record.rev);
  useEffect(() => {
    rev.current = Math.max(rev.current, record.rev);
  }, [record.rev]);
  return rev;
}
