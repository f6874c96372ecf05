import { useTranslation } from 'react-i18next';
import { Page, RowSkeletons } from '../../../ui';

export function ProofScreen() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('nav.proof')}>
      <RowSkeletons label={t('loading')} />
    </Page>
  );
}
