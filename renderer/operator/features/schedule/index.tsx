import { useTranslation } from 'react-i18next';
import { Page, RowSkeletons } from '../../../ui';

export function ScheduleScreen() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('nav.schedule')}>
      <RowSkeletons label={t('loading')} />
    </Page>
  );
}
