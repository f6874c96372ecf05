/** The scripts of a rundown, asked anew when the feed says that one of them changed. */
import { useEffect, useState } from 'react';
import type { ScriptDoc } from '../../electron/contract/records/script';
import type { Spoken } from '../../electron/contract/rundown-feed';
import { client } from './client';

export type Scripts = ReadonlyMap<string, ScriptDoc>;

/** While somebody writes, the text is taken over this often and no more. */
const GAP_MS = 400;
const AGAIN_MS = 3000;

/** By item; undefined before the first answer. */
export function useScripts(rundownId: string, spoken: readonly Spoken[]): Scripts | undefined {
  const [scripts, setScripts] = useState<Scripts>();
  const revisions = spoken.map(({ itemId, rev }) => `${itemId}/${rev}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revisions are what it goes by
  useEffect(() => {
    const gone = new AbortController();
    const ask = async () => {
      try {
        const all = await client.rundowns.scripts({ id: rundownId }, { signal: gone.signal });
        if (!gone.signal.aborted) setScripts(new Map(all.map(({ id, doc }) => [id, doc])));
      } catch {
        // What is shown stays; the station is asked again until it answers.
        if (!gone.signal.aborted) timer = setTimeout(ask, AGAIN_MS);
      }
    };
    let timer = setTimeout(ask, scripts ? GAP_MS : 0);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [rundownId, revisions]);
  return scripts;
}
