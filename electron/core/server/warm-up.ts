/**
 * The first questions of a console, asked by the station itself before it serves. The first answer of each kind costs
 * ten times a later one (code not compiled yet, pages of the database not read yet): 75 ms of the loop for a page of the
 * library, in which no display and no other operator is heard. Better while nobody waits.
 */
import type { FastifyInstance } from 'fastify';

/** What the screens ask when they open. */
const QUESTIONS: Readonly<Record<string, object>> = {
  'station/info': {},
  'station/settings': {},
  'station/alerts': {},
  'library/list': { limit: 100 },
  'library/tags': {},
  'playlists/list': {},
  'bookings/list': {},
  'displays/list': {},
  'groups/list': {},
  'jobs/list': {},
  'proof/plays': {},
  'proof/summary': {},
};
/** After so many the answers stopped getting faster where it was measured. */
const ROUNDS = 4;

/** @returns the questions that were not answered with 200; empty when all is well */
export async function warmUp(app: FastifyInstance, bearer: string): Promise<string[]> {
  const unanswered = new Set<string>();
  const headers = { authorization: `Bearer ${bearer}`, host: '127.0.0.1', 'content-type': 'application/json' };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [path, input] of Object.entries(QUESTIONS)) {
      const body = JSON.stringify({ json: input });
      const { statusCode } = await app.inject({ method: 'POST', url: `/rpc/${path}`, headers, body });
      if (statusCode !== 200) unanswered.add(path);
    }
  }
  return [...unanswered];
}
