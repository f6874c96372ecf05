/** What an administrator sets for the radio: the head of its papers, its spots, its podcast, and Open Sound Control. */
import { Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { RowSkeletons } from '../../ui';
import { LetterheadForm } from './LetterheadForm';
import { OscForm } from './OscForm';
import { PodcastForm } from './PodcastForm';
import { SpotsForm } from './SpotsForm';
import { useRadioSettings } from './use-radio-settings';

export function RadioSettings({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['radioSettings', 'common']);
  const { settings, fault, keep } = useRadioSettings();
  return (
    <Modal
      opened
      onClose={onClose}
      size={980}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {fault && !settings ? <FaultPanel fault={fault} /> : null}
      {!fault && !settings && <RowSkeletons label={t('common:loading')} rows={4} height={36} />}
      {settings && (
        <Stack gap={16}>
          <LetterheadForm settings={settings} keep={keep} />
          <SpotsForm settings={settings} keep={keep} />
          <PodcastForm settings={settings} keep={keep} />
          <OscForm settings={settings} keep={keep} />
        </Stack>
      )}
    </Modal>
  );
}
