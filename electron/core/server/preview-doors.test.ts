/** A clip that is being read by its link while the link is revoked. */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startKit } from '../../../tests/lib/server-kit';
import { Failure } from '../../contract/failure';

/** More than all buffers between two ends of a socket hold. */
const BYTES = 64 * 1024 * 1024;

it('ends where it may be shown no longer, however slowly it is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'suar-see-'));
  const path = join(folder, 'clip');
  await writeFile(path, Buffer.alloc(BYTES));
  let holds = true;
  const see = {
    about: () => Promise.reject(new Failure('codeUnknown')),
    clip: () => ({ path, bytes: BYTES, mime: 'video/mp4', fileName: null, hash: 'a'.repeat(64) }),
    still: () => holds,
  };
  const commentsCsv = () => {
    throw new Failure('notFound');
  };
  const none = () => Promise.reject(new Failure('notFound'));
  const kit = await startKit({ doors: { previews: { see, commentsCsv, contactSheet: none } } });
  try {
    const read = async (revoke: boolean) => {
      const reader = connect(kit.port, '127.0.0.1');
      reader.on('error', () => {});
      reader.write(
        `GET /see-media/${'c'.repeat(43)}/clip HTTP/1.1\r\nhost: 127.0.0.1:${kit.port}\r\nconnection: close\r\n\r\n`,
      );
      await once(reader, 'readable');
      await pause(200);
      holds = !revoke;
      let bytes = 0;
      reader.on('data', (piece: Buffer) => {
        bytes += piece.length;
      });
      await once(reader, 'close');
      return bytes;
    };
    expect(await read(false)).toBeGreaterThan(BYTES);
    expect(await read(true)).toBeLessThan(BYTES / 2);
  } finally {
    await kit.close();
    await rm(folder, { recursive: true });
  }
});
