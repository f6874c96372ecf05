/** Something worked out of records, kept until one of them changes. */

/** @param stamp of the records it is made of, such as `lastChange`; made anew when that has moved, and only when asked */
export function madeAnew<T>(stamp: () => number, make: () => T): () => T {
  let latest: { stamp: number; value: T } | null = null;
  return () => {
    const now = stamp();
    if (latest?.stamp !== now) latest = { stamp: now, value: make() };
    return latest.value;
  };
}
