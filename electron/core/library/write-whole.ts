import fsp from 'node:fs/promises';

/** Temporary file, then rename: a reader finds the old text or the new one, never half of it. */
export async function writeWhole(target: string, text: string): Promise<void> {
  const temporary = `${target}.tmp`;
  await fsp.writeFile(temporary, text, { mode: 0o600, flush: true });
  await fsp.rename(temporary, target);
}
