/** Opens a page once, as a display would, to say beforehand what keeps it off the panels. */
import { type Reason, reason } from '../../contract/scalars';
import { mayBeFramed } from '../../domain/framing';

const ANSWER_MS = 5000;

/**
 * Null: nothing speaks against it. The station may stand in another part of the network than its displays, so what it finds is
 * a warning and no refusal.
 */
export async function tryPage(url: string): Promise<Reason | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS), headers: { accept: 'text/html' } });
    await answer.body?.cancel();
    if (!answer.ok) return reason('takeover.pageAnswers', { status: answer.status });
    const headers = {
      contentSecurityPolicy: answer.headers.get('content-security-policy'),
      xFrameOptions: answer.headers.get('x-frame-options'),
    };
    return mayBeFramed(headers) ? null : reason('takeover.pageRefusesFrame');
  } catch {
    return reason('takeover.pageSilent', { seconds: ANSWER_MS / 1000 });
  }
}
