/** The door to publishing, in the log of a show. */
import { Button } from '@mantine/core';
import { IconRss } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PublishSheet } from './PublishSheet';

export function PublishButton({ showId }: { showId: string }) {
  const { t } = useTranslation('publish');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRss size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      {open && <PublishSheet showId={showId} onClose={() => setOpen(false)} />}
    </>
  );
}
