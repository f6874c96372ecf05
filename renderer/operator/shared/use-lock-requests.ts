/** Requests to change or to lift a lock that wait for a second person, the oldest first. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LockLiftView } from '../../../electron/contract/api/rules';
import type { TwoPeople } from '../../../electron/contract/records/rule';
import { orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { useMe } from './use-me';

export interface LockRequest extends Pick<TwoPeople, 'reason' | 'askedBy' | 'askedAt'> {
  id: string;
  kind: 'change' | 'lift';
  /** `Hapus aturan: Masa tenang`, `Cabut Masa tenang`. */
  what: string;
  /** Another person must decide: whoever asked only takes it back. */
  isOwn: boolean;
  /** Whether the reader would be the second person that it takes. */
  counts: boolean;
}

export function useLockRequests(): LockRequest[] {
  const { t } = useTranslation(['common', 'commands']);
  const { user, may } = useMe();
  const changes = (useQuery(orpc.lockChanges.list.queryOptions()).data ?? []).filter(waits);
  const lifts = (useQuery(orpc.lifts.list.queryOptions()).data ?? []).filter(
    (lift) => waits(lift) && lift.until > stationNow(),
  );
  const rules = useQuery({ ...orpc.rules.list.queryOptions(), enabled: lifts.length > 0 }).data ?? [];
  const nameOf = (ruleId: string) => rules.find(({ id }) => id === ruleId)?.name ?? '';
  const asked = (request: TwoPeople & Pick<LockLiftView, 'id' | 'against'>) => {
    const { id, reason, askedBy, askedAt, against } = request;
    const isOwn = askedBy.id === user?.id;
    return { id, reason, askedBy, askedAt, isOwn, counts: may('approve') && !isOwn && against.length === 0 };
  };
  return [
    ...changes.map((change) => {
      const names = [...new Set(change.lines.flatMap((line) => ('name' in line ? [line.name] : [])))].join(', ');
      const did = t(`commands:${change.command}`);
      const what = names === '' ? did : t('lock.changeOf', { change: did, names });
      return { ...asked(change), kind: 'change' as const, what };
    }),
    ...lifts.map((lift) => ({
      ...asked(lift),
      ...{ kind: 'lift' as const, what: t('lock.liftOf', { name: nameOf(lift.ruleId) }) },
    })),
  ].toSorted((a, b) => a.askedAt - b.askedAt);
}

const waits = ({ confirmedBy, endedAt }: TwoPeople): boolean => confirmedBy === null && endedAt === null;
