/** What undo has to do with an entry of the history, after the name of who made it. */
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../electron/contract/records/audit';
import { undoMark } from './undo-mark';

export function UndoWords({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('settings');
  const mark = undoMark(entry);
  return mark && <>· {t(`history.mark.${mark}`)}</>;
}
