import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxCase } from '../../../electron/contract/records/hoax-case';
import { client, orpc } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { FormSheet } from '../shared/FormSheet';
import css from './Hoaxes.module.css';

/** Into which playlists the answer goes; files for elsewhere are made from its card. */
export function PublishForm({ one, onClose }: { one: HoaxCase; onClose: () => void }) {
  const { t } = useTranslation('hoaxes');
  const playlists = useQuery(orpc.playlists.list.queryOptions()).data ?? [];
  const [chosen, setChosen] = useState<string[]>([...one.playlistIds]);
  const publish = useCommand({
    run: () => client.hoaxes.publish({ id: one.id, rev: one.rev, playlistIds: chosen }),
    done: () => t('published'),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = () => publish.mutate();
  return (
    <FormSheet
      title={t('publish')}
      size={520}
      className={css.form}
      save={publish}
      onClose={onClose}
      onSubmit={submit}
      label={t('publish')}
    >
      <p className={css.quote}>{one.clarification?.answer}</p>
      <MultiSelect
        label={t('form.playlists')}
        description={t('form.playlistsWords')}
        searchable
        data-autofocus
        data={playlists.filter(({ smart }) => smart === null).map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      <p className={css.told}>{t('form.approvalWords')}</p>
    </FormSheet>
  );
}
