import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ErrorText } from '../../../ui';
import css from './Refusal.module.css';

/** A refusal in a line of its own: a message over the screen would lie on what is pressed next. */
export function Refusal({ text, onClose }: { text: ErrorText | null; onClose: () => void }) {
  const { t } = useTranslation('common');
  if (!text) return null;
  return (
    <div className={css.line} role="alert">
      <IconAlertTriangle size={18} stroke={2} aria-hidden="true" />
      <b>{text.happened}</b>
      <span>{[...text.details, text.kept, text.todo].filter(Boolean).join(' ')}</span>
      <ActionIcon size="sm" aria-label={t('close')} onClick={onClose}>
        <IconX size={16} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
