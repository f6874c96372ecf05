/**
 * Text that is not kept yet: whoever leaves is asked first, by another place of the console, a reload or a closed window. What a page does
 * within one address it asks for by `leave`.
 */
import { Button, Group, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Unsaved {
  /** Does it at once where nothing would be lost, else once that is confirmed. */
  leave: (go: () => void) => void;
  /** To be drawn. */
  question: ReactNode;
}

export function useUnsaved(unsaved: boolean): Unsaved {
  const [wanted, want] = useState<{ go: () => void } | null>(null);
  const blocker = useBlocker({
    // A place of its own in the same screen, such as another tab of it, is left no less.
    shouldBlockFn: () => unsaved,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  const isAsked = wanted !== null || blocker.status === 'blocked';
  const stay = () => {
    want(null);
    blocker.reset?.();
  };
  const go = () => {
    want(null);
    wanted?.go();
    blocker.proceed?.();
  };
  return {
    leave: (next) => (unsaved ? want({ go: next }) : next()),
    question: <Question opened={isAsked} onStay={stay} onLeave={go} />,
  };
}

function Question({ opened, onStay, onLeave }: { opened: boolean; onStay: () => void; onLeave: () => void }) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <Modal
      opened={opened}
      onClose={onStay}
      size={440}
      title={t('unsaved.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <p style={{ margin: '0 0 16px' }}>{t('unsaved.words')}</p>
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onLeave}>
          {t('unsaved.leave')}
        </Button>
        <Button data-autofocus onClick={onStay}>
          {t('unsaved.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
