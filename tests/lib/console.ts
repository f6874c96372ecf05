/** The operator console in a browser, signed in as a person would be. */
import type { Browser, BrowserContext } from 'playwright';
import type { RunningStation } from './station';

export const PASSWORD = 'kata-sandi-uji';

/**
 * A browser context that holds a session of an administrator. A fresh station is given its first one through the
 * one-time address that it prints.
 */
export async function signedIn(browser: Browser, station: RunningStation): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: station.origin, viewport: { width: 1280, height: 800 } });
  const { firstRun } = await station.client.auth.status();
  const code = firstRun ? await station.printed(/first-run\?code=(\S+)\n/) : null;
  const person = { signInName: 'operator', name: 'Operator', password: PASSWORD };
  const headers = { origin: station.origin };
  const answer = code
    ? await context.request.post('/api/auth/first-run', { data: { ...person, code }, headers })
    : await context.request.post('/api/auth/sign-in', { data: person, headers });
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`);
  return context;
}
