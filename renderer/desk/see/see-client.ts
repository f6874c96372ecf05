/** What the station tells whoever has a link, without anybody signed in. */
import { SeenClip } from '../../../electron/contract/api/previews';
import { FailureData } from '../../../electron/contract/failure';

export type Seen = { clip: SeenClip } | { failure: FailureData };

/** Shown by this page already: it asks again while it is open, which is no other opening. */
const shown = new Set<string>();

/** @throws {TypeError} when the station cannot be reached. */
export async function askSeen(code: string): Promise<Seen> {
  const again = shown.has(code) ? '?again=1' : '';
  const answer = await fetch(`/see-media/${encodeURIComponent(code)}/about${again}`, { cache: 'no-store' });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) {
    shown.add(code);
    return { clip: SeenClip.parse(body) };
  }
  const failure = FailureData.safeParse(body);
  return { failure: failure.success ? failure.data : { code: 'internal', params: {}, details: [] } };
}
