/** People of an office who sign what is handed in, each with a session of their own. */
import type { APIRequestContext, Browser, BrowserContext } from 'playwright';
import { expect } from 'vitest';
import type { Role } from '../../../electron/contract/records/user';
import { PASSWORD } from '../../lib/console';
import type { RunningStation } from '../../lib/station';

/** A new account, signed in. `agencyId`: of somebody of an agency. */
export async function personOf(
  { client, origin }: RunningStation,
  browser: Browser,
  { signInName, role, agencyId = null }: { signInName: string; role: Role; agencyId?: string | null },
): Promise<BrowserContext> {
  await client.users.create({ name: signInName, password: PASSWORD, signInName, role, agencyId });
  const context = await browser.newContext({ baseURL: origin });
  const data = { signInName, password: PASSWORD };
  const answer = await context.request.post('/api/auth/sign-in', { data, headers: { origin } });
  expect(answer.ok()).toBe(true);
  return context;
}

/** Verified as it stands now, by somebody of the desk. */
export async function verified(
  { client, origin }: RunningStation,
  request: APIRequestContext,
  id: string,
): Promise<void> {
  const { submission, checklist } = await client.submissions.get({ id });
  let { rev } = submission;
  for (const { item, answer } of checklist)
    if (answer === null) ({ rev } = await client.submissions.answer({ id, rev, itemId: item.id, answer: 'yes' }));
  const data = { rev, hash: submission.versions.at(-1)?.hash, reason: '' };
  const answer = await request.post(`/api/submissions/${id}/verify`, { data, headers: { origin } });
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)]);
}
