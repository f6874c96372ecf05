/** Of contests decided, or over, long enough ago it is forgotten how to reach who entered; whose a work is stays with it. */
import { STATION_ACTOR } from '../../contract/records/audit';
import { dateOf, dayNumber } from '../../domain/calendar';
import { dayAt, settingsOf } from '../store';
import type { Room } from './room';

/** Answers how many. */
export async function forgetEntrants({ store, clock }: Room): Promise<number> {
  const before = dateOf(dayNumber(dayAt(store, clock.now())) - settingsOf(store).office.keepContactDays);
  const over = new Set(
    store.all('contest').flatMap(({ id, closesOn, decided }) => ((decided?.on ?? closesOn) < before ? [id] : [])),
  );
  const due = store.all('contestEntry').filter(({ contestId, forgottenAt, entrant: { phone, email } }) => {
    const isKept = forgottenAt === null || phone !== '' || email !== '';
    return over.has(contestId) && isKept;
  });
  if (due.length === 0) return 0;
  await store.commit({ command: 'contests.forget', actor: STATION_ACTOR }, (tx) => {
    for (const entry of due) {
      const entrant = { ...entry.entrant, phone: '', email: '' };
      tx.put('contestEntry', { ...entry, entrant, forgottenAt: clock.now() });
    }
  });
  return due.length;
}
