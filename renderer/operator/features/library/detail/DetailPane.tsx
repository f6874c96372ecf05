/** At right: the open asset, or a word on several. */
import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetShelf } from '../../../../../electron/contract/api/library';
import { orpc } from '../../../../client/client';
import { RowSkeletons } from '../../../../ui';
import { FaultPanel } from '../../../shared/FaultPanel';
import type { LibraryCommands } from '../use-library-commands';
import { AssetDetail } from './AssetDetail';
import css from './Detail.module.css';

interface DetailPaneProps {
  id: string | undefined;
  chosen: ReadonlySet<string>;
  shelf: (typeof AssetShelf.options)[number];
  commands: LibraryCommands;
  onClose: () => void;
}

export function DetailPane({ id, chosen, commands, onClose }: DetailPaneProps) {
  const { t } = useTranslation('library');
  return (
    <aside className={css.pane} aria-label={t('detail.label')}>
      <CloseButton className={css.close} aria-label={t('detail.close')} onClick={onClose} />
      {chosen.size > 1 || id === undefined ? (
        <p className={css.several}>{t('detail.several', { count: chosen.size })}</p>
      ) : (
        <OneAsset key={id} id={id} commands={commands} />
      )}
    </aside>
  );
}

function OneAsset({ id, commands }: { id: string; commands: LibraryCommands }): ReactNode {
  const { t } = useTranslation('library');
  const asset = useQuery(orpc.library.get.queryOptions({ input: { id } }));
  if (asset.data) return <AssetDetail asset={asset.data} commands={commands} />;
  if (asset.error) return <FaultPanel fault={asset.error} onRetry={() => void asset.refetch()} />;
  return <RowSkeletons rows={5} height={64} label={t('detail.loading')} />;
}
