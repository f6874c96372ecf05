/** The watch for a component. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { orpc } from '../../client/client';
import { type InputDevice, listInputs, watch } from './engine';
import { followInputs } from './listen/input';

export const useWatch = () => useSyncExternalStore(watch.listen, watch.now);

/** Inputs there are; asked anew when one comes or goes, and once a person has allowed their names. */
export function useInputs(device: InputDevice | null): InputDevice[] {
  const [inputs, setInputs] = useState<InputDevice[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are told once one is open
  useEffect(() => {
    let wanted = true;
    const look = () => void listInputs().then((found) => wanted && setInputs(found));
    look();
    const stop = followInputs(look);
    return () => {
      wanted = false;
      stop();
    };
  }, [device?.id]);
  return inputs;
}

/** Lets the watch follow shows. Draws nothing. */
export function WatchKeeper() {
  const shows = useQuery(orpc.shows.onAir.queryOptions()).data;
  useEffect(() => watch.listen(() => {}), []);
  useEffect(() => {
    if (shows) watch.follow(shows);
  }, [shows]);
  return null;
}
