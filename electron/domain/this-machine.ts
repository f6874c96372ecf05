/** Whether a network address is this machine's own loopback, IPv4, IPv6 or the one written as the other. */
export function isThisMachine(address: string): boolean {
  return /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/.test(address);
}
