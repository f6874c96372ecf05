/** What can be done with a rundown as a whole. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Rundown } from '../../../electron/contract/records/rundown';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';

export function useRundownCommands({ id, name, date, programmeId }: Rundown) {
  const { t } = useTranslation('rundowns');
  const navigate = useNavigate();
  const open = (rundownId: string) => void navigate({ to: '/rundowns/$rundownId', params: { rundownId } });
  const copy = useCommand({
    run: () => client.rundowns.copy({ id, date, name: t('head.copyOf', { name }).slice(0, 200) }),
    done: () => t('done.copied'),
    undo: true,
    onDone: (made) => open(made.id),
  });
  const remove = useCommand({
    run: () => client.rundowns.remove({ id }),
    done: () => t('done.rundownRemoved', { name }),
    undo: true,
    onDone: () => void navigate({ to: '/rundowns' }),
  });
  const learn = useCommand({
    run: () => client.programmes.learnTemplate({ id: programmeId ?? '', rundownId: id }),
    done: (programme) => t('done.learnt', { name: programme.name }),
    undo: true,
  });
  return { copy, remove, learn };
}
