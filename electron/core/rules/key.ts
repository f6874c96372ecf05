/** The key by which the station signs: `DIR/keys/station-ed25519.pem`, for the owner of the data directory alone. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSecretFile } from '../secret';

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
  await writeSecretFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
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
