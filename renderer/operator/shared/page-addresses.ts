/** Under which of its addresses other machines reach the station. */
const LOOPBACK = /^https?:\/\/(127\.|localhost|\[::1\])/;

export const isOnNetwork = (address: string): boolean => !LOOPBACK.test(address);

export const onNetwork = (addresses: readonly string[]): string[] => addresses.filter(isOnNetwork);

/** One on the network where there is one; else the page's own. */
export const bestAddress = (addresses: readonly string[]): string => onNetwork(addresses)[0] ?? location.origin;
