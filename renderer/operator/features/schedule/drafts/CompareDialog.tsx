/** Two schedules side by side in a dialog. */
import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScheduleSource } from '../../../../../electron/contract/records/schedule-version';
import type { ScheduleData } from '../use-schedule-data';
import { Comparison } from './Comparison';

interface CompareDialogProps {
  data: ScheduleData;
  day: string;
  before: ScheduleSource;
  after: ScheduleSource;
  onClose: () => void;
}

export function CompareDialog({ onClose, ...compared }: CompareDialogProps) {
  const { t } = useTranslation('drafts');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('compare.title')}
      size={980}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Comparison {...compared} />
    </Modal>
  );
}
