import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../client/connection';
import css from './Frame.module.css';

/** The station is not answering: what that means and what happens by itself. */
export function ConnectionBanner() {
  const { t } = useTranslation('common');
  if (useConnection() !== 'lost') return null;
  return (
    <div className={css.banner} role="status">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />
      {t('connectionLost')}
    </div>
  );
}
