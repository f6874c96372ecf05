/** The draft outlives a sheet that was closed by mistake and a page that was loaded anew, until it is sent or the session ends. */
import { useEffect, useState } from 'react';
import { stationNow } from '../../../../client/station-clock';
import { emptyDraft, TakeoverDraft } from './draft';

const keyOf = (userId: string) => `suar.takeover.${userId}`;

/** What this person had filled in; something this version cannot read counts as nothing. */
function kept(userId: string, zone: string): TakeoverDraft {
  try {
    const stored = sessionStorage.getItem(keyOf(userId));
    if (stored) return TakeoverDraft.parse(JSON.parse(stored));
  } catch {
    sessionStorage.removeItem(keyOf(userId));
  }
  return emptyDraft(stationNow(), zone);
}

export function useKeptDraft(userId: string, zone: string) {
  const [draft, setDraft] = useState(() => kept(userId, zone));
  useEffect(() => sessionStorage.setItem(keyOf(userId), JSON.stringify(draft)), [draft, userId]);
  return {
    draft,
    change: (part: Partial<TakeoverDraft>) => setDraft((now) => ({ ...now, ...part })),
    /** Everything empty again, but for the times, which lie ready from now. What is kept goes at once: a sheet that closes runs no effect. */
    clear: () => {
      sessionStorage.removeItem(keyOf(userId));
      setDraft(emptyDraft(stationNow(), zone));
    },
  };
}
