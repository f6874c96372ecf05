import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './Lost.module.css';

/** The station does not answer: what goes on all the same, and what does not. */
export function Lost() {
  const { t } = useTranslation('onAir');
  return (
    <div className={css.lost} role="alert">
      <IconPlugConnectedX size={20} stroke={1.75} aria-hidden="true" />
      {t('lost')}
    </div>
  );
}
