/** Before a draft is published: what in it cannot be published, and what would not air, with why. */
import { Button, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Publishing } from '../../../../../electron/contract/api/drafts';
import { SheetFoot } from '../../../../ui';
import schedule from '../Schedule.module.css';
import { ToldBookings } from './Told';

/** Nothing of it needs a word. */
export const isAllWell = ({ refused, silent }: Publishing): boolean => refused.length + silent.length === 0;

interface PublishDialogProps {
  name: string;
  told: Publishing;
  busy: boolean;
  onPublish: () => void;
  onClose: () => void;
}

export function PublishDialog({ name, told, busy, onPublish, onClose }: PublishDialogProps) {
  const { t } = useTranslation('drafts');
  const { refused, silent, more } = told;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('publishing.title', { name })}
      size={640}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="sm" pb="md">
        <p className={schedule.sentence}>{t(refused.length > 0 ? 'publishing.stopped' : 'publishing.words')}</p>
        <ToldBookings title={t('publishing.refused')} told={refused} />
        <ToldBookings title={t('publishing.silent')} told={silent} />
        {more > 0 && <p className={schedule.quiet}>{t('restoring.more', { count: more })}</p>}
      </Stack>
      <SheetFoot>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('publishing.back')}
        </Button>
        {refused.length === 0 && (
          <Button loading={busy} onClick={onPublish}>
            {t('publishing.anyway')}
          </Button>
        )}
      </SheetFoot>
    </Modal>
  );
}
