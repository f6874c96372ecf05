/** Says in time that an agreement runs out: sixty, thirty and seven days before, and once it is over and something is still booked under it. */
import { type Reason, reason } from '../../contract/scalars';
import { type Standing, standingOf } from '../../domain/agreement';
import { dayAt } from '../store';
import type { PartnersNeed } from './options';
import { type StillAirs, stillAirs } from './still-airs';

/** In its last week by the day; before that what is said stays for weeks, so that one who put it away does not see it daily. */
function endingWhy(params: Reason['params'], { days, step }: Extract<Standing, { kind: 'ending' }>): Reason {
  if (days === 0) return reason('agreement.lastDay', params);
  return step === 7
    ? reason('agreement.lastWeek', { ...params, count: days })
    : reason('agreement.ending', { ...params, days: step });
}

function overSaid(params: Reason['params'], { booked, uncovered }: StillAirs): Said | null {
  if (booked) return { severity: 'error', why: reason('agreement.over', params) };
  return uncovered ? { severity: 'warning', why: reason('agreement.uncovered', params) } : null;
}

interface Said {
  severity: 'warning' | 'error';
  why: Reason;
}

/** Returns what looks through all agreements and tells what changed. */
export function createWarnings({ store, clock, alerts }: PartnersNeed): () => void {
  const raised = new Set<string>();

  function saidOf(agreement: ReturnType<typeof agreements>[number], today: string, now: number): Said | null {
    const { number, agencyId, to } = agreement;
    const params = { number, agency: store.get('agency', agencyId)?.name ?? '', to };
    const standing = standingOf(agreement, today);
    switch (standing.kind) {
      case 'ending':
        return { severity: 'warning', why: endingWhy(params, standing) };
      case 'over':
        return overSaid(params, stillAirs(store, agreement, now));
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
    const today = dayAt(store, now);
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
