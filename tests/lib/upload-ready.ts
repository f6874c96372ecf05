/** Apart from `upload.ts`, which benchmarks use without vitest. */
import { readFile } from 'node:fs/promises';
import { expect, vi } from 'vitest';
import type { RunningStation } from './station';
import { uploadBytes } from './upload';

/** Uploads a file and waits until displays may have it; answers its asset. */
export async function uploadReady(station: RunningStation, filename: string, path: string): Promise<string> {
  const { assetId: id } = await uploadBytes(station, filename, await readFile(path));
  const state = async () => (await station.client.library.get({ id })).state;
  await vi.waitFor(async () => expect(await state()).toBe('ready'), { timeout: 60_000, interval: 100 });
  return id;
}
