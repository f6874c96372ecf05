/** `DIR/admin-token`: a bearer token for local automation, readable by the owner of the data directory alone. */
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSecret, writeSecretFile } from '../secret';

/** Reads the token, or makes one where there is none or it is damaged. Its file always ends with mode 0600. */
export async function adminToken(dataDir: string): Promise<string> {
  const path = join(dataDir, 'admin-token');
  const held = await readFile(path, 'utf8').catch(() => '');
  const token = held.trim();
  if (/^[A-Za-z0-9_-]{43,}$/.test(token)) {
    await chmod(path, 0o600);
    return token;
  }
  const made = newSecret();
  await writeSecretFile(path, `${made}\n`);
  return made;
}
