import { useTranslation } from 'react-i18next';
import { Page, RowSkeletons } from '../../../ui';

export function SettingsScreen() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('nav.settings')}>
      <RowSkeletons label={t('loading')} />
    </Page>
  );
}
