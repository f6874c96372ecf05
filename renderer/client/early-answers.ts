/**
 * Questions put to the station before the code that reads their answers has been run. Imports nothing, so that it can stand
 * in a script of its own which runs first.
 */
const asked = new Map<string, Promise<Response>>();

/** Asks a procedure without input: `askEarly('auth/status')`. */
export function askEarly(procedure: string): void {
  const path = `/rpc/${procedure}`;
  const headers = { 'content-type': 'application/json' };
  const answer = fetch(path, { method: 'POST', headers, body: '{}' });
  // Whoever takes the answer learns of the fault; nobody may.
  answer.catch(() => {});
  asked.set(path, answer);
}

/** The answer to a question that was put early, once; null for any other. */
export function earlyAnswer(address: string): Promise<Response> | null {
  const { pathname } = new URL(address);
  const answer = asked.get(pathname) ?? null;
  asked.delete(pathname);
  return answer;
}
