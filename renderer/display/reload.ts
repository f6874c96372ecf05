/** Reloading the page when nothing else helps, and never in a circle: each time in a row it waits longer. */
const KEY = 'suar-reloads';
const FIRST_MS = 1000;
const LAST_MS = 600_000;
/** A page that stood this long has recovered. */
const FORGET_MS = 1_800_000;

let soon = false;

/** How long to wait before reload `n` in a row (0 is the first). */
export function reloadAfterMs(n: number): number {
  return n === 0 ? FIRST_MS : Math.min(LAST_MS, 10_000 * 2 ** n);
}

/** Reloads after a wait that grows with the reloads before it. What is on the panel plays on until then. */
export function reloadSparingly(): void {
  if (soon) return;
  soon = true;
  const [times, at] = (sessionStorage.getItem(KEY) ?? '0 0').split(' ').map(Number) as [number, number];
  const inRow = Math.abs(Date.now() - at) < FORGET_MS ? times : 0;
  setTimeout(() => {
    sessionStorage.setItem(KEY, `${inRow + 1} ${Date.now()}`);
    location.reload();
  }, reloadAfterMs(inRow));
}
