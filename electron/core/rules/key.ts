/** The key by which the station signs: `DIR/keys/station-ed25519.pem`, for the owner of the data directory alone. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads the key, or makes one where there is none. One that is damaged is set aside under another name: displays learn the new one. */
export async function signingKey(dataDir: string): Promise<KeyObject> {
  const folder = join(dataDir, 'keys');
  const path = join(folder, 'station-ed25519.pem');
  const held = await readFile(path, 'utf8').catch(() => null);
  const key = held === null ? null : keyIn(held);
  if (key) {
    await chmod(path, 0o600);
    return key;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (held !== null) await rename(path, `${path}.damaged`);
  const { privateKey } = generateKeyPairSync('ed25519');
  await write(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return privateKey;
}

function keyIn(text: string): KeyObject | null {
  try {
    const key = createPrivateKey(text);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

async function write(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  await rm(temporary, { force: true });
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
