/** Throws a rehearsal away; undo brings it back. */
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../client/client';
import { useCommand } from '../../../operator/shared/use-command';

export function Discard({ id }: { id: string }) {
  const { t } = useTranslation('onAir');
  const discard = useCommand({ run: () => client.shows.discard({ id }), done: () => t('discard.done'), undo: true });
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
      disabled={discard.isPending}
      onClick={() => discard.mutate()}
    >
      {t('discard.do')}
    </Button>
  );
}
