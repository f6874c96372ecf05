/** Under which address other machines reach the station. Pure. */
const OWN = /^https?:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?::|$)/;

/** `addresses`: where the station says it listens. */
export function reachable(origin: string, addresses: readonly string[]): string {
  if (!OWN.test(origin)) return origin;
  const other = addresses.find((address) => !OWN.test(address) && !/\/\/(?:0\.0\.0\.0|\[::\])/.test(address));
  return (other ?? origin).replace(/\/$/, '');
}
