import { useDebouncedValue } from '@mantine/hooks';

/** Typing is over for so long before the station is asked what it would change. */
const PAUSE_MS = 300;

/** Whether these are still the fields of a moment ago. */
export function useSettled(fields: object): boolean {
  const [settled] = useDebouncedValue(fields, PAUSE_MS);
  return settled === fields;
}
