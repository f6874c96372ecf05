import { useTranslation } from 'react-i18next';
import { Page, RowSkeletons } from '../../../ui';

export function LibraryScreen() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('nav.library')}>
      <RowSkeletons label={t('loading')} />
    </Page>
  );
}
