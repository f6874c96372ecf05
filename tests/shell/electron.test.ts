/** The shell in the real Electron, where its runtime is installed; says plainly when it is not. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { electronPath } from '../../scripts/lib/electron-runtime.mjs';
import { makeDir, removeDir } from '../lib/station';

const runtime = electronPath();
const dirs: string[] = [];
afterAll(() => Promise.all(dirs.map(removeDir)));

if (!runtime) {
  process.stderr.write(
    'skipped: the Electron runtime is not installed (npx install-electron); the stand-in test ran instead\n',
  );
}

it.skipIf(!runtime)('opens the console in Electron, isolated and signed in', async () => {
  const data = await makeDir();
  dirs.push(data);
  const args = [process.cwd(), '--data', data, '--port', '0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const app = await _electron.launch({ executablePath: runtime ?? '', args });
  try {
    const window = await app.firstWindow();
    await window.getByRole('navigation').first().waitFor();
    expect(await window.evaluate('typeof require')).toBe('undefined');
    expect(await window.evaluate('typeof window.suarHost.monitors')).toBe('function');
    await window.evaluate('window.open("https://example.org")');
    expect(app.windows()).toHaveLength(1);
    expect(existsSync(join(data, 'shell.json'))).toBe(false);
  } finally {
    await app.close();
  }
});
