/** In the place of exempt material, for those who are shown nothing of it: that it is so, and who sees more. */
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../electron/contract/records/asset';
import { EmptyState } from '../../ui';
import { useMe } from './use-me';

/** Whether the station shows this person nothing of it. */
export function useHides(): (asset: Pick<Asset, 'ppid'>) => boolean {
  const { user, may } = useMe();
  return ({ ppid }) => ppid === 'exempt' && user !== null && !may('desk');
}

export function Exempt() {
  const { t } = useTranslation('library');
  return (
    <EmptyState icon={<IconBan size={36} stroke={1.5} />} title={t('exempt.title')}>
      {t('exempt.words')}
    </EmptyState>
  );
}
