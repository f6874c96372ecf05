/** The file of an entry: found in the library, or dropped here and taken into it. */
import { Button, FileButton, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUpload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '../../../electron/domain/file-names';
import { orpc } from '../../client/client';
import { sendUpload } from '../../client/send-upload';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useMe } from '../../operator/shared/use-me';
import css from './Contests.module.css';

const OFFERED = 30;

type Sending = { kind: 'sending'; ratio: number } | { kind: 'done' } | { kind: 'failed'; fault: unknown; file: File };

interface EntryFileProps {
  assetId: string | null;
  /** `name`: of a file that was dropped, without its ending. */
  onAsset: (assetId: string | null, name?: string) => void;
}

export function EntryFile({ assetId, onAsset }: EntryFileProps) {
  const { t } = useTranslation('contests');
  const { may } = useMe();
  const { percent } = useFormats();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 200);
  const [sending, setSending] = useState<Sending | null>(null);
  const chosen = useQuery({
    ...orpc.library.get.queryOptions({ input: { id: assetId ?? '' } }),
    enabled: assetId !== null,
  }).data;
  const search = words === chosen?.name ? '' : words;
  const found = useQuery({
    ...orpc.library.list.queryOptions({ input: { search, limit: OFFERED } }),
    placeholderData: keepPreviousData,
  }).data?.items;
  const offered = (found ?? []).filter(({ id }) => id !== chosen?.id);
  const all = chosen ? [chosen, ...offered] : offered;
  const send = (file: File | null | undefined) => {
    if (!file) return;
    sendUpload(file, { onProgress: (ratio) => setSending({ kind: 'sending', ratio }) }).then(
      ({ assetId: sent }) => {
        setSending({ kind: 'done' });
        onAsset(sent, displayName(file.name));
      },
      (fault: unknown) => setSending({ kind: 'failed', fault, file }),
    );
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (may('library')) send(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it is the first
    <div className={css.file} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Select
        className={css.grow ?? ''}
        label={t('entry.file')}
        description={t('entry.fileHow')}
        placeholder={t('entry.fileFind')}
        clearable
        clearButtonProps={{ 'aria-label': t('entry.fileClear') }}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        filter={({ options }) => options}
        nothingFoundMessage={t('entry.fileNone')}
        value={assetId}
        onChange={(id) => onAsset(id)}
      />
      {may('library') && (
        <FileButton onChange={send}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={16} aria-hidden="true" />}>
              {t('entry.upload')}
            </Button>
          )}
        </FileButton>
      )}
      <p className={css.muted} aria-live="polite">
        {sending?.kind === 'sending' && t('entry.sending', { part: percent(sending.ratio) })}
        {sending?.kind === 'done' && t('entry.sent')}
      </p>
      {sending?.kind === 'failed' && <FaultPanel fault={sending.fault} onRetry={() => send(sending.file)} />}
    </div>
  );
}
