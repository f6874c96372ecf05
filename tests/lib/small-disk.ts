/** Disks of a few megabytes for tests of full and read-only ones. Only root may mount them. */
import { execFileSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Mounts a tmpfs on `dir`; where that is not allowed the test counts as skipped and its reason is printed. */
export function mountOrSkip(context: TestContext, dir: string, options: string): void {
  const fault = mountFault(dir, options);
  if (fault === null) return;
  const why = `a small disk could not be mounted: ${fault}`;
  console.warn(`skipped, ${context.task.name}: ${why}`);
  context.skip(why);
}

/** Lazily: the database's driver lets go of its file only when its statements are collected. */
export function unmount(dir: string): void {
  execFileSync('umount', ['-l', dir]);
}

/** Null when it is mounted. */
function mountFault(dir: string, options: string): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir], { stdio: 'pipe' });
    return null;
  } catch (fault) {
    return String(fault).split('\n').slice(0, 2).join(' ');
  }
}
