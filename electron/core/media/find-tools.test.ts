import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findTools } from './find-tools.mjs';
import { createMedia } from './index';
import { loadToolchain } from './toolchain';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'suar-tools-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function script(name: string, body: string): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}

it('what the environment names comes first, if it runs', async () => {
  const good = await script('named', 'echo "ffmpeg version 9.9 Copyright"');
  const found = await findTools({ ...process.env, FFMPEG_BIN: good });
  expect(found.ffmpeg).toEqual({ path: good, from: 'FFMPEG_BIN', version: '9.9' });
});

it('a candidate that does not run is passed over, and said', async () => {
  const broken = await script('broken', 'exit 3');
  const found = await findTools({ ...process.env, FFMPEG_BIN: broken });
  expect(found.ffmpeg?.from).not.toBe('FFMPEG_BIN');
  expect(found.rejected).toMatchObject([{ tool: 'ffmpeg', path: broken, from: 'FFMPEG_BIN' }]);
});

it('a program that is no ffmpeg is not believed', async () => {
  const other = await script('other', 'echo hello');
  const found = await findTools({ PATH: dir, FFMPEG_BIN: other });
  expect(found.rejected[0]?.why).toContain('does not answer as ffmpeg');
});

it('ffprobe is taken from where ffmpeg was, so that both read the same', async () => {
  await script('ffmpeg', 'echo "ffmpeg version 1 x"');
  await script('ffprobe', 'echo "ffprobe version 1 x"');
  const found = await findTools({ PATH: `${dir}:/bin` });
  if (found.ffmpeg?.from === 'PATH') expect(found.ffprobe?.path).toBe(join(dir, 'ffprobe'));
  else expect(found.ffmpeg?.from).toBe('ffmpeg-static');
});

it('the station learns what its ffmpeg can do', async () => {
  const { toolchain } = await createMedia();
  expect(toolchain.ffmpeg?.version).toMatch(/\d/);
  expect(toolchain.missing).toEqual([]);
});

it('an ffmpeg that does not say what it can do is passed over, and said', async () => {
  const mute = await script('mute', 'case "$*" in *-version*) echo "ffmpeg version 9 x";; *) exec sleep 2;; esac');
  const { toolchain } = await loadToolchain({ PATH: '', FFMPEG_BIN: mute }, 200);
  expect(toolchain.ffmpeg).toBeNull();
  expect(toolchain.rejected.at(-1)).toMatchObject({ tool: 'ffmpeg', path: mute, from: 'FFMPEG_BIN' });
});

it('whoever asks while tools are looked for gets what is found', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    const [FFMPEG_BIN, FFPROBE_BIN] = [join(dir, 'later-ffmpeg'), join(dir, 'later-ffprobe')];
    const media = await createMedia({ env: { PATH: '', FFMPEG_BIN, FFPROBE_BIN } });
    const { ffmpeg, ffprobe } = await findTools();
    await symlink(ffmpeg?.path ?? '', FFMPEG_BIN);
    await symlink(ffprobe?.path ?? '', FFPROBE_BIN);
    vi.advanceTimersByTime(6000);
    const asked = await Promise.all([media.lookAgain(), media.lookAgain()]);
    expect(asked.map((each) => each.ffmpeg?.path)).toEqual([FFMPEG_BIN, FFMPEG_BIN]);
  } finally {
    vi.useRealTimers();
  }
});
