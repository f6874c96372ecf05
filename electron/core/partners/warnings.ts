/** Says in time that an agreement runs out: sixty, thirty and seven days before, and once it is over and something is still booked under it. */
import { type Reason, reason } from '../../contract/scalars';
import { standingOf } from '../../domain/agreement';
import { isOver } from '../../domain/period';
import { localParts } from '../../domain/time';
import { settingsOf } from '../store';
import type { PartnersNeed } from './options';

interface Said {
  severity: 'warning' | 'error';
  why: Reason;
}

/** Returns what looks through all agreements and tells what changed. */
export function createWarnings({ store, clock, alerts }: PartnersNeed): () => void {
  const raised = new Set<string>();

  function booked(agreementId: string, now: number): boolean {
    return store.all('booking').some((booking) => booking.agreementId === agreementId && !isOver(booking, now));
  }

  function saidOf(agreement: ReturnType<typeof agreements>[number], today: string, now: number): Said | null {
    const { id, number, agencyId, to } = agreement;
    const params = { number, agency: store.get('agency', agencyId)?.name ?? '', to };
    const standing = standingOf(agreement, today);
    switch (standing.kind) {
      case 'ending':
        return {
          severity: 'warning',
          why: reason('agreement.ending', { ...params, days: standing.step }),
        };
      case 'over':
        return booked(id, now) ? { severity: 'error', why: reason('agreement.over', params) } : null;
      case 'overridden':
        return { severity: 'warning', why: reason('agreement.overridden', { ...params, until: standing.until }) };
      case 'coming':
      case 'holds':
        return null;
      default:
        return standing satisfies never;
    }
  }

  const agreements = () => store.all('agreement');

  return () => {
    const now = clock.now();
    const today = localParts(now, settingsOf(store).zone).date;
    const found = new Map<string, Said>();
    for (const agreement of agreements()) {
      const said = saidOf(agreement, today, now);
      if (said) found.set(`agreement.${agreement.id}`, said);
    }
    for (const id of raised) if (!found.has(id)) alerts.settle(id);
    raised.clear();
    for (const [id, { severity, why }] of found) {
      alerts.raise(id, severity, why);
      raised.add(id);
    }
  };
}
