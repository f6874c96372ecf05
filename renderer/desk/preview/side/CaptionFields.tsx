/** Which captions are shown, and captions brought as a file. */
import { Button, Select } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptionTrack } from '../../../../electron/contract/api/previews';
import { client } from '../../../client/client';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import css from './Side.module.css';

interface CaptionFieldsProps {
  assetId: string;
  tracks: readonly CaptionTrack[];
  track: string | null;
  onTrack: (track: string | null) => void;
}

const MOST_BYTES = 1_000_000;

export function CaptionFields({ assetId, tracks, track, onTrack }: CaptionFieldsProps) {
  const { t } = useTranslation('preview');
  const { may } = useMe();
  const file = useRef<HTMLInputElement>(null);
  const bring = useCommand({
    run: async (chosen: File) =>
      client.previews.attachCaptions({
        assetId,
        name: chosen.name,
        text: (await chosen.slice(0, MOST_BYTES).text()) || ' ',
      }),
    done: ({ count, name }) => t('captions.brought', { count, name }),
    undo: true,
    onDone: ({ id }) => onTrack(id),
  });
  const label = ({ name, language, own, earlier }: CaptionTrack) =>
    [t(own ? 'captions.own' : 'captions.file'), name, language, earlier ? t('captions.earlier') : '']
      .filter((part) => part)
      .join(' · ');
  return (
    <div className={css.field}>
      <Select
        label={t('captions.title')}
        placeholder={t(tracks.length === 0 ? 'captions.none' : 'captions.off')}
        data={tracks.map((each) => ({ value: each.id, label: label(each) }))}
        value={track}
        clearable
        disabled={tracks.length === 0}
        clearButtonProps={{ 'aria-label': t('captions.off') }}
        onChange={onTrack}
      />
      {may('library') && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconUpload size={14} aria-hidden="true" />}
            loading={bring.isPending}
            onClick={() => file.current?.click()}
          >
            {t('captions.bring')}
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".vtt,.srt,text/vtt"
            aria-label={t('captions.bring')}
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              if (chosen) bring.mutate(chosen);
              currentTarget.value = '';
            }}
          />
        </>
      )}
    </div>
  );
}
