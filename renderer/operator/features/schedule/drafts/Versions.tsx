/** Versions of the schedule: kept, compared with what is published or with each other, restored. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduleVersion } from '../../../../../electron/contract/records/schedule-version';
import { client, orpc } from '../../../../client/client';
import { RowSkeletons } from '../../../../ui';
import { FaultPanel } from '../../../shared/FaultPanel';
import { useCommand } from '../../../shared/use-command';
import css from '../Schedule.module.css';
import type { ScheduleData } from '../use-schedule-data';
import { Comparison } from './Comparison';
import { VersionTable } from './VersionTable';

interface VersionsProps {
  data: ScheduleData;
  day: string;
  editable: boolean;
  onClose: () => void;
}

export function Versions({ data, day, editable, onClose }: VersionsProps) {
  const { t } = useTranslation('drafts');
  const versions = useQuery(orpc.versions.list.queryOptions());
  const [compared, setCompared] = useState<ScheduleVersion | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(compared ? 'compare.title' : 'menu.versions')}
      size={980}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {compared ? (
        <>
          <Comparison {...{ data, day }} before={{ kind: 'version', id: compared.id }} after={{ kind: 'published' }} />
          <Group mt="md">
            <Button variant="default" onClick={() => setCompared(null)}>
              {t('versions.back')}
            </Button>
          </Group>
        </>
      ) : (
        <>
          <p className={css.sentence}>{t('versions.words')}</p>
          {editable && <KeepNow />}
          {versions.error && <FaultPanel fault={versions.error} onRetry={() => void versions.refetch()} />}
          {versions.isPending && <RowSkeletons label={t('compare.loading')} rows={4} height={40} />}
          {versions.data && <VersionTable versions={versions.data} editable={editable} onCompare={setCompared} />}
        </>
      )}
    </Modal>
  );
}

function KeepNow() {
  const { t } = useTranslation('drafts');
  const [name, setName] = useState('');
  const keep = useCommand({
    run: () => client.versions.keep({ name }),
    done: (kept) => t('done.kept', { name: kept.name }),
    undo: true,
    onDone: () => setName(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" my="md" gap="xs">
        <TextInput
          label={t('versions.name')}
          maxLength={200}
          w={320}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={keep.isPending} disabled={name.trim() === ''}>
          {t('versions.keep')}
        </Button>
      </Group>
    </form>
  );
}
