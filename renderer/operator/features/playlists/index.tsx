import { useTranslation } from 'react-i18next';
import { Page, RowSkeletons } from '../../../ui';

export function PlaylistsScreen() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('nav.playlists')}>
      <RowSkeletons label={t('loading')} />
    </Page>
  );
}
