/** One change of a lock that waits for a second person, or was made or declined. */
import { useTranslation } from 'react-i18next';
import type { LockChangeView } from '../../../../electron/contract/api/lock-changes';
import type { LockLiftView } from '../../../../electron/contract/api/rules';
import { client } from '../../../client/client';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import { AskedRow } from './AskedRow';
import { ChangeLines } from './ChangeLines';

export function ChangeRow({ change }: { change: LockChangeView & Pick<LockLiftView, 'against'> }) {
  const { t } = useTranslation(['rules', 'commands']);
  const { user } = useMe();
  const { id, command, askedBy, confirmedBy, endedAt } = change;
  const standing = confirmedBy ? 'made' : endedAt === null ? 'waits' : 'ended';
  const waits = standing === 'waits';
  const confirm = useCommand({ run: () => client.lockChanges.confirm({ id }), done: () => t('changes.made') });
  const end = useCommand({ run: () => client.lockChanges.end({ id }), done: () => t('changes.ended') });
  return (
    <AskedRow
      asked={change}
      title={t(`commands:${command}`)}
      standing={{ key: standing, words: t(`changes.standing.${standing}`) }}
      waits={waits}
      confirm={{
        ...{ label: t('changes.confirm'), again: t('changes.confirmNow') },
        ...{ isPending: confirm.isPending, run: () => confirm.mutate() },
      }}
      end={
        waits
          ? {
              label: t(user?.id === askedBy.id ? 'locks.takeBack' : 'changes.decline'),
              ...{ isPending: end.isPending, run: () => end.mutate() },
            }
          : null
      }
    >
      <ChangeLines lines={change.lines} loosens={change.loosens} />
    </AskedRow>
  );
}
