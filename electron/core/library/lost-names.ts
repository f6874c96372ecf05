/** Files that a watch never tells of: it passes names on as text, and one that is not UTF-8 leads back to no file. */
import fsp from 'node:fs/promises';
import path from 'node:path';
import { nameOf } from '../../domain/raw-names';

/** Their paths within the folder, as they can be read; of a folder of such a name that alone. `isOurs`: whether a name would be taken. */
export async function lostNames(folder: string, depth: number, isOurs: (name: string) => boolean): Promise<string[]> {
  const lost: string[] = [];
  const visit = async (within: string, left: number): Promise<void> => {
    const at = path.join(folder, within);
    for (const entry of await fsp.readdir(at, { withFileTypes: true, encoding: 'buffer' }).catch(() => [])) {
      const { name, isUtf8 } = nameOf(entry.name);
      const file = path.join(within, name);
      if (!isOurs(name)) continue;
      if (!isUtf8) lost.push(file);
      else if (entry.isDirectory() && left > 0) await visit(file, left - 1);
    }
  };
  await visit('', depth);
  return lost;
}
