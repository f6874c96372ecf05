import { useTranslation } from 'react-i18next';
import { Page, RowSkeletons } from '../../../ui';

export function OverviewScreen() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('nav.overview')}>
      <RowSkeletons label={t('loading')} />
    </Page>
  );
}
