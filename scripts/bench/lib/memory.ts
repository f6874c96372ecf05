/** Memory of another process, from /proc; Linux only, as are the machines that run benchmarks. */
import { readFileSync } from 'node:fs';

function field(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}

/** Resident memory now, MB. */
export const rssMb = (pid: number): number => field(pid, 'VmRSS');
/** Highest resident memory since start, MB. */
export const peakRssMb = (pid: number): number => field(pid, 'VmHWM');
