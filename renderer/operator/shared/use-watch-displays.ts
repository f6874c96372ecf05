/** Displays send pictures only while somebody looks: says so every 20 s as long as this page is in sight. */
import { useEffect } from 'react';
import { client } from '../../client/client';

const EVERY_MS = 20_000;

export function useWatchDisplays(): void {
  useEffect(() => {
    const say = () => {
      // Without an answer the pictures grow old and are shown so; the connection banner speaks for the rest.
      if (!document.hidden) client.displays.watch().catch(() => {});
    };
    say();
    const timer = setInterval(say, EVERY_MS);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', say);
    };
  }, []);
}
