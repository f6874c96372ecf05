/** How long to wait before the nth try: doubling from half a second to 8 s, spread so that many consoles do not come at once. */
export function backOffMs(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(8000, 500 * 2 ** Math.min(attempt, 10));
  return Math.round(base * (0.75 + random() * 0.5));
}
