/** Apart from `upload.ts`, which benchmarks use without vitest. */
import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { eventually } from './eventually';
import type { RunningStation } from './station';
import { uploadBytes } from './upload';

/** Uploads a file and waits until displays may have it; answers its asset. */
export async function uploadReady(station: RunningStation, filename: string, path: string): Promise<string> {
  const { assetId: id } = await uploadBytes(station, filename, await readFile(path));
  const state = async () => (await station.client.library.get({ id })).state;
  await eventually(async () => expect(await state()).toBe('ready'), 60_000);
  return id;
}
