/** Podcast: whether everybody may hear it at the station, and under which address it is known outside. */
import { Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PodcastSettings, type Settings } from '../../../electron/contract/records/settings';
import { PartEnd } from './PartEnd';
import css from './RadioSettings.module.css';
import { useSave } from './use-radio-settings';

interface PodcastFormProps {
  settings: Settings;
  keep: (saved: Settings) => void;
}

export function PodcastForm({ settings, keep }: PodcastFormProps) {
  const { t } = useTranslation('radioSettings');
  const [draft, setDraft] = useState<PodcastSettings | null>(null);
  const save = useSave({ settings, keep, onDone: () => setDraft(null) });
  const podcast = draft ?? settings.podcast;
  const read = PodcastSettings.safeParse(podcast);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft && read.success) save.mutate({ podcast: read.data });
  };
  return (
    <form onSubmit={submit} aria-labelledby="podcast" className={css.part}>
      <Stack gap={12}>
        <h3 id="podcast" className={css.title}>
          {t('podcast.title')}
        </h3>
        <p className={css.quiet}>{t('podcast.words')}</p>
        <div className={css.pair}>
          <Switch
            label={t('podcast.open')}
            description={t(settings.displaysOnNetwork ? 'podcast.openHow' : 'podcast.openHere', {
              address: `${location.origin}/podcast/`,
            })}
            checked={podcast.open}
            onChange={({ currentTarget }) => setDraft({ ...podcast, open: currentTarget.checked })}
          />
          <TextInput
            label={t('podcast.address')}
            description={t('podcast.addressHow')}
            maxLength={2000}
            value={podcast.address ?? ''}
            error={!read.success && t('podcast.badAddress')}
            onChange={({ currentTarget }) => setDraft({ ...podcast, address: currentTarget.value.trim() || null })}
          />
        </div>
        <PartEnd save={save} changed={draft !== null} ready={read.success} onReset={() => setDraft(null)} />
      </Stack>
    </form>
  );
}
