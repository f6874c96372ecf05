/** Draft, ready, approved: a shape each, with its word. */
import { IconCircleCheckFilled, IconCircleDashed, IconCircleDot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ItemStatus } from '../../../electron/contract/records/rundown-item';
import css from './StatusMark.module.css';

const ICONS = { draft: IconCircleDashed, ready: IconCircleDot, approved: IconCircleCheckFilled };

export function StatusMark({ status, words = false }: { status: ItemStatus; words?: boolean }) {
  const { t } = useTranslation('rundowns');
  const Icon = ICONS[status];
  const word = t(`status.${status}`);
  return (
    <span className={css.status} data-status={status} title={word}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      <span className={words ? undefined : 'unseen'}>{word}</span>
    </span>
  );
}
