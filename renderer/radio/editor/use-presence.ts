/** Says where one's cursor is: when it moves, when one begins or ends typing, and every 20 s. */
import { useEffect, useState } from 'react';
import type { PartId } from '../../../electron/contract/records/rundown-item';
import { newId } from '../../../electron/contract/ulid';
import { client } from '../../client/client';

const EVERY_MS = 20_000;
/** Whoever runs through the rows with the arrow keys need not say each. */
const MOVED_MS = 200;

/** Answers the key of this page. */
export function usePresence(id: string, itemId: PartId | null, editing: boolean): string {
  const [key] = useState(() => newId());
  useEffect(() => {
    const say = () => void client.rundowns.present({ id, key, itemId, editing }).catch(() => {});
    const first = setTimeout(say, MOVED_MS);
    const timer = setInterval(say, EVERY_MS);
    window.addEventListener('focus', say);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      window.removeEventListener('focus', say);
    };
  }, [id, key, itemId, editing]);
  useEffect(() => {
    const leave = () =>
      void client.rundowns.present({ id, key, itemId: null, editing: false, leaves: true }).catch(() => {});
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, key]);
  return key;
}
