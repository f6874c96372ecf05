/** This machine's addresses on its networks. */
import { networkInterfaces } from 'node:os';

/** Without loopback, and without link-local IPv6, which no browser can name without a zone. */
export function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.filter(({ internal, address }) => !internal && !/^fe80:/i.test(address)).map(({ address }) => address);
}
