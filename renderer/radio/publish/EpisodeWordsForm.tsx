import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Episode, EpisodeWords } from '../../../electron/contract/records/episode';
import { client } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import css from './Publish.module.css';

/** Title and description of an episode that is there. */
export function EpisodeWordsForm({
  episode: { id, rev, ...episode },
  onClose,
}: {
  episode: Episode;
  onClose: () => void;
}) {
  const { t } = useTranslation(['publish', 'common']);
  const [title, setTitle] = useState(episode.title);
  const [description, setDescription] = useState(episode.description);
  const read = EpisodeWords.safeParse({ title, description });
  const save = useCommand({
    run: (words: EpisodeWords) => client.episodes.update({ id, rev, words }),
    done: () => t('saved'),
    undo: true,
    onDone: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read.success) save.mutate(read.data);
  };
  return (
    <form className={css.form} onSubmit={submit}>
      <TextInput
        label={t('titleLabel')}
        value={title}
        maxLength={200}
        required
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('description')}
        value={description}
        maxLength={10_000}
        autosize
        minRows={3}
        maxRows={10}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <div className={css.actions}>
        <Button type="submit" size="xs" disabled={!read.success} loading={save.isPending}>
          {t('common:save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}
