/** What another process takes of the machine, from /proc; Linux only, as are the machines that run benchmarks. */
import { readFileSync } from 'node:fs';

function field(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}

/** Resident memory now, MB. */
export const rssMb = (pid: number): number => field(pid, 'VmRSS');
/** Highest resident memory since start, MB. */
export const peakRssMb = (pid: number): number => field(pid, 'VmHWM');

/** How long a process's main thread has waited for a CPU that others held, ms. Much of it makes every figure doubtful. */
export function waitedForCpuMs(pid: number): number {
  const [, waited] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
  return Number(waited) / 1e6;
}
