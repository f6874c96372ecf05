/** Find and replace in titles, notes and scripts: counted before anything is done. */
import { Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { SheetFoot } from '../../ui';

export function FindReplace({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['rundowns', 'common']);
  const [find, setFind] = useState('');
  const [by, setBy] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [asked] = useDebouncedValue({ find, matchCase }, 250);
  const count = useQuery({
    queryKey: ['replace', id, asked],
    queryFn: () => client.rundowns.replace({ id, ...asked, by: '', dryRun: true }),
    enabled: asked.find !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const replace = useCommand({
    run: () => client.rundowns.replace({ id, find, by, matchCase, dryRun: false }),
    done: ({ places }) => t('replace.done', { count: places }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const places = find === '' ? null : (count.data?.places ?? null);
  return (
    <Modal opened onClose={onClose} title={t('replace.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (places) replace.mutate();
        }}
      >
        <Stack gap={12}>
          <TextInput
            label={t('replace.find')}
            value={find}
            maxLength={200}
            data-autofocus
            onChange={({ currentTarget }) => setFind(currentTarget.value)}
          />
          <TextInput
            label={t('replace.by')}
            value={by}
            maxLength={200}
            onChange={({ currentTarget }) => setBy(currentTarget.value)}
          />
          <Checkbox
            label={t('replace.matchCase')}
            checked={matchCase}
            onChange={({ currentTarget }) => setMatchCase(currentTarget.checked)}
          />
          <span role="status">
            {places !== null && t('replace.found', { count: places, items: count.data?.items ?? 0 })}
          </span>
          <SheetFoot said={(count.error || replace.error) && <FaultPanel fault={count.error ?? replace.error} />}>
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" disabled={!places} loading={replace.isPending}>
              {t('replace.replace')}
            </Button>
          </SheetFoot>
        </Stack>
      </form>
    </Modal>
  );
}
