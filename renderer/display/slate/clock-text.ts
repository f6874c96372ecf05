/** `14:07:32` in `zone`. */
export function clockText(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' });
  return format.format(at);
}
