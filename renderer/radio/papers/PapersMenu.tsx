/** The door to the papers of a rundown: a button, and the browser's own key for printing. */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Show } from '../../../electron/contract/records/show';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { PapersSheet } from './PapersSheet';

interface PapersMenuProps {
  rundownId: string;
  /** The newest. */
  show: Show | null;
  saving: boolean;
}

export const PapersMenu = memo(function PapersMenu({ rundownId, show, saving }: PapersMenuProps) {
  const { t } = useTranslation('papersMenu');
  const [open, setOpen] = useState(false);
  const ended = show && show.state !== 'onAir' ? show.id : null;
  useScreenActions([
    // No letter alone: in the list that begins a title.
    { id: 'papers.print', label: t('open'), keys: 'mod+P', run: () => setOpen(true), evenWhileTyping: true },
  ]);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      {open && <PapersSheet rundownId={rundownId} showId={ended} saving={saving} onClose={() => setOpen(false)} />}
    </>
  );
});
