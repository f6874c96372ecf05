import { useTranslation } from 'react-i18next';
import { Page, RowSkeletons } from '../../../ui';

export function DisplaysScreen() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('nav.displays')}>
      <RowSkeletons label={t('loading')} />
    </Page>
  );
}
