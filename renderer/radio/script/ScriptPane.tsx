/** The script of the chosen item: fetched, written, saved as one goes. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RundownItem } from '../../../electron/contract/records/rundown-item';
import { orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { RowSkeletons } from '../../ui';
import { useEditor } from '../editor/context';
import css from './Script.module.css';
import { ScriptWriter } from './ScriptWriter';

export function ScriptPane({ item, onEscape }: { item: RundownItem; onEscape: () => void }) {
  const { t } = useTranslation('script');
  const { state } = useEditor();
  // The station knows nothing yet of an item that was only just added.
  const there = state.items.some(({ id }) => id === item.id);
  const script = useQuery({
    ...orpc.rundowns.script.queryOptions({ input: { id: item.id } }),
    enabled: there,
    staleTime: 0,
    refetchOnMount: 'always',
  });
  const told = state.spoken.find(({ itemId }) => itemId === item.id)?.rev ?? 0;
  const { refetch, data } = script;
  useEffect(() => {
    if (data && told > data.rev) void refetch();
  }, [told, data, refetch]);
  return (
    <section className={css.pane} aria-label={t('label')} data-of-item={item.id}>
      {script.error && <FaultPanel fault={script.error} onRetry={() => void refetch()} />}
      {!data && !script.error && <RowSkeletons rows={4} label={t('loading')} />}
      {data && <ScriptWriter key={item.id} item={item} script={data} onEscape={onEscape} />}
    </section>
  );
}
