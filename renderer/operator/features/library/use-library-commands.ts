/** What can be done to assets, each with its words and its undo. */
import { useTranslation } from 'react-i18next';
import { client } from '../../../client/client';
import { useCommand } from '../../shared/use-command';
import { chunks } from './pages';

const AT_ONCE = 500;
type Ids = readonly string[];

/** Runs a command over any number of ids, in groups the station takes. */
async function inGroups(ids: Ids, run: (group: string[]) => Promise<unknown>): Promise<void> {
  for (const group of chunks(ids, AT_ONCE)) await run(group);
}

export function useLibraryCommands(onGone: (ids: Ids) => void) {
  const { t } = useTranslation('library');
  const gone = (_: unknown, ids: Ids) => onGone(ids);
  const archive = useCommand({
    run: (ids: Ids) => inGroups(ids, (group) => client.library.archive({ ids: group, archived: true })),
    done: (_, ids) => t('done.archived', { count: ids.length }),
    onDone: gone,
    undo: true,
  });
  const unarchive = useCommand({
    run: (ids: Ids) => inGroups(ids, (group) => client.library.archive({ ids: group, archived: false })),
    done: (_, ids) => t('done.unarchived', { count: ids.length }),
    onDone: gone,
    undo: true,
  });
  const remove = useCommand({
    run: (ids: Ids) => inGroups(ids, (group) => client.library.remove({ ids: group })),
    done: (_, ids) => t('done.removed', { count: ids.length }),
    onDone: gone,
    undo: true,
  });
  const restore = useCommand({
    run: (ids: Ids) => inGroups(ids, (group) => client.library.restore({ ids: group })),
    done: (_, ids) => t('done.restored', { count: ids.length }),
    onDone: gone,
    undo: true,
  });
  const retry = useCommand({ run: (id: string) => client.library.retry({ id }), done: () => t('done.retried') });
  return { archive, unarchive, remove, restore, retry };
}
export type LibraryCommands = ReturnType<typeof useLibraryCommands>;
