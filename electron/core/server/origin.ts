/**
 * The gate every request passes. Host keeps out pages whose name was re-pointed at this machine (DNS rebinding);
 * Origin keeps out other sites' forms and scripts (CSRF, cross-site WebSocket).
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Interfaces change seldom and asking costs a system call or two per interface. */
const REMEMBER_MS = 5_000;

export interface Gate {
  /** Whether the station answers under the name this request asks for. */
  allowsHost(request: IncomingMessage): boolean;
}

export interface GateOptions {
  /** Names of the settings, beyond this machine's own. */
  extraHosts(): readonly string[];
  /** Whether anything but loopback is listened on. */
  onNetwork(): boolean;
}

export function createGate({ extraHosts, onNetwork }: GateOptions): Gate {
  const machineNames = remembered(ownNames, REMEMBER_MS);
  return {
    allowsHost({ headers, socket }) {
      const name = hostName(headers.host);
      if (name === null) return false;
      if (LOOPBACK.has(name) || name === bracketed(socket.localAddress ?? '')) return true;
      if (extraHosts().some((extra) => extra.toLowerCase() === name)) return true;
      return onNetwork() && machineNames().has(name);
    },
  };
}

/**
 * Whether a changing request or a WebSocket comes from a page of ours, or from no page at all (a program sends no
 * Origin; every browser does on these).
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return /^https?:$/.test(url.protocol) && url.host === host?.toLowerCase();
}

/** The name in a Host header, lower case, IPv6 in brackets; null when it is none. */
export function hostName(host: string | undefined): string | null {
  if (!host || /[/@?#\\\s]/.test(host) || !URL.canParse(`http://${host}`)) return null;
  return new URL(`http://${host}`).hostname;
}

function ownNames(): Set<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  const own = hostname().toLowerCase();
  return new Set([...addresses.map(bracketed), own, `${own}.local`]);
}

/** As it stands in a Host header. A v4 address that came in on a v6 socket is its v4 self. */
function bracketed(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return plain.includes(':') ? `[${plain}]` : plain;
}

function remembered<T>(ask: () => T, forMs: number): () => T {
  let held: { value: T; at: number } | null = null;
  return () => {
    const now = performance.now();
    if (!held || now - held.at > forMs) held = { value: ask(), at: now };
    return held.value;
  };
}
