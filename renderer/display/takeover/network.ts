/** Media straight from the station, for what must be seen before it is kept. */

/** A line that breaks is taken up again where it broke, so often in a row. */
const MOST_BREAKS = 4;
const AGAIN_MS = 300;

/** From byte `from` on. @throws Error where the station has it not or cannot be reached. */
export async function mediaRequest(hash: string, token: string | null, from: number): Promise<Response> {
  const headers = { authorization: `Bearer ${token ?? ''}`, range: `bytes=${from}-` };
  const response = await fetch(`/media/${hash}`, { headers, cache: 'no-store' });
  if (!response.ok || (from > 0 && response.status !== 206)) throw new Error(`HTTP ${response.status}`);
  return response;
}

/** Its bytes as they come, to the last. @throws Error where it cannot be had whole. */
export async function* mediaBytes(
  hash: string,
  size: number,
  token: string | null,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let at = 0;
  for (let breaks = 0; at < size; ) {
    try {
      const { body } = await mediaRequest(hash, token, at);
      const reader = body?.getReader();
      for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
        at += read.value.length;
        breaks = 0;
        yield read.value;
      }
      if (at < size) throw new Error('connection ended early');
    } catch (fault) {
      if (++breaks > MOST_BREAKS) throw fault;
      await new Promise((wait) => setTimeout(wait, AGAIN_MS * breaks));
    }
  }
}
