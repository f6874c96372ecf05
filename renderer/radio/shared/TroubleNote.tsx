/** Why material cannot air as things stand, beside it. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './Shared.module.css';
import type { Trouble } from './use-materials';

export function TroubleNote({ trouble }: { trouble: Trouble | null }) {
  const { t } = useTranslation('rundowns');
  if (trouble === null) return null;
  return (
    <span className={css.trouble}>
      <IconAlertTriangle size={13} stroke={2} aria-hidden="true" />
      {t(`trouble.${trouble}`)}
    </span>
  );
}
