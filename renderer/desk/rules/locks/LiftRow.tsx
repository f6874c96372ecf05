/** One request to lift a lock. */
import { useTranslation } from 'react-i18next';
import type { LockLiftView } from '../../../../electron/contract/api/rules';
import { client } from '../../../client/client';
import { useWhen } from '../../../operator/i18n/use-when';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import { AskedRow } from './AskedRow';

type Standing = 'waits' | 'coming' | 'lifted' | 'ended' | 'over';

function standingOf({ from, until, confirmedBy, endedAt }: LockLiftView, now: number): Standing {
  if (endedAt !== null) return 'ended';
  if (now >= until) return 'over';
  if (confirmedBy === null) return 'waits';
  return now < from ? 'coming' : 'lifted';
}

export function LiftRow({ lift, name, now }: { lift: LockLiftView; name: string; now: number }) {
  const { t } = useTranslation('rules');
  const { user } = useMe();
  const { stretch } = useWhen();
  const { id, askedBy } = lift;
  const withdraw = user?.id === askedBy.id ? 'locks.takeBack' : 'changes.decline';
  const standing = standingOf(lift, now);
  const confirm = useCommand({ run: () => client.lifts.confirm({ id }), done: () => t('locks.confirmed', { name }) });
  const end = useCommand({ run: () => client.lifts.end({ id }), done: () => t('locks.ended', { name }) });
  const open = standing === 'waits' || standing === 'coming' || standing === 'lifted';
  return (
    <AskedRow
      asked={lift}
      title={name}
      standing={{ key: standing, words: t(`locks.standing.${standing}`) }}
      waits={standing === 'waits'}
      confirm={{
        ...{ label: t('locks.confirm'), again: t('locks.confirmNow') },
        ...{ isPending: confirm.isPending, run: () => confirm.mutate() },
      }}
      end={
        open
          ? {
              label: t(standing === 'waits' ? withdraw : 'locks.endNow'),
              ...{ isPending: end.isPending, run: () => end.mutate() },
            }
          : null
      }
    >
      <p>{stretch(lift.from, lift.until)}</p>
    </AskedRow>
  );
}
