/** What the station tells whoever has a link, without anybody signed in. */
import { SeenClip } from '../../../electron/contract/api/previews';
import { FailureData } from '../../../electron/contract/failure';

export type Seen = { clip: SeenClip } | { failure: FailureData };

/** @throws {TypeError} when the station cannot be reached. */
export async function askSeen(code: string): Promise<Seen> {
  const answer = await fetch(`/see-media/${encodeURIComponent(code)}/about`, { cache: 'no-store' });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return { clip: SeenClip.parse(body) };
  const failure = FailureData.safeParse(body);
  return { failure: failure.success ? failure.data : { code: 'internal', params: {}, details: [] } };
}
