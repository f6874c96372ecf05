/** Who is signed in on this machine. A station that does not answer is asked again until it does. */
import { useEffect, useState } from 'react';
import type { PublicUser } from '../../electron/contract/records/user';
import { client } from '../client/client';
import type { Language } from './words';

export type Door = { language: Language | null; leave: () => void } & (
  | { state: 'asking' | 'out'; user: null }
  | { state: 'in'; user: PublicUser }
);

const AGAIN_MS = 2000;

export function useDoor(): Door {
  const [user, setUser] = useState<PublicUser | null>(null);
  const [state, setState] = useState<'asking' | 'out'>('asking');
  const [language, setLanguage] = useState<Language | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const ask = async () => {
      const status = await client.auth.status().catch(() => null);
      if (gone) return;
      if (!status) {
        timer = setTimeout(ask, AGAIN_MS);
        return;
      }
      setLanguage(status.language);
      setUser(status.user);
      setState('out');
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  const leave = () => setUser(null);
  return user ? { state: 'in', user, language, leave } : { state, user: null, language, leave };
}
