/** The rundown's own fields: shown at once, saved one after another; where somebody else changed the same, both are kept. */
import { useCallback, useRef, useState } from 'react';
import type { Rundown, RundownFields } from '../../../electron/contract/records/rundown';
import { client } from '../../client/client';
import { failureOf } from '../../client/failure';
import { faultText } from '../../operator/i18n/say';
import { useLatest } from '../../operator/shared/use-latest';
import { toastFault } from '../../ui';

export interface HeadConflict {
  mine: Partial<RundownFields>;
  theirs: Rundown;
}

export interface Head {
  rundown: Rundown;
  saving: boolean;
  conflict: HeadConflict | null;
  update: (fields: Partial<RundownFields>) => void;
  keepMine: () => void;
  takeTheirs: () => void;
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

export function useHead(held: Rundown): Head {
  const [answered, setAnswered] = useState(held);
  const [waiting, setWaiting] = useState<readonly Partial<RundownFields>[]>([]);
  const [conflict, setConflict] = useState<HeadConflict | null>(null);
  const newest = answered.rev > held.rev ? answered : held;
  const latest = useLatest(newest);
  const chain = useRef(Promise.resolve());
  const rev = useRef(held.rev);

  const save = useCallback(
    async (base: Rundown, fields: Partial<RundownFields>, force: boolean) => {
      const { id } = base;
      rev.current = Math.max(rev.current, latest.current.rev);
      try {
        const saved = await client.rundowns.update({ id, rev: rev.current, fields });
        rev.current = saved.rev;
        setAnswered(saved);
      } catch (fault) {
        if (failureOf(fault)?.code !== 'stale') return toastFault(faultText(fault));
        const theirs = (await client.rundowns.get({ id })).rundown;
        rev.current = theirs.rev;
        setAnswered(theirs);
        const keys = Object.keys(fields) as (keyof RundownFields)[];
        const clash = keys.some((key) => differs(theirs[key], base[key]) && differs(theirs[key], fields[key]));
        if (clash && !force) return setConflict({ mine: fields, theirs });
        const saved = await client.rundowns.update({ id, rev: theirs.rev, fields });
        rev.current = saved.rev;
        setAnswered(saved);
      }
    },
    [latest],
  );

  const send = useCallback(
    (fields: Partial<RundownFields>, force = false) => {
      const base = latest.current;
      setWaiting((all) => [...all, fields]);
      chain.current = chain.current
        .then(() => save(base, fields, force))
        .catch((fault) => toastFault(faultText(fault)))
        .then(() => setWaiting((all) => all.filter((each) => each !== fields)));
    },
    [latest, save],
  );

  return {
    rundown: waiting.length > 0 ? Object.assign({}, newest, ...waiting) : newest,
    saving: waiting.length > 0,
    conflict,
    update: send,
    keepMine: () => {
      if (conflict) send(conflict.mine, true);
      setConflict(null);
    },
    takeTheirs: () => setConflict(null),
  };
}
