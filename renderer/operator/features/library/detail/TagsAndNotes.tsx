/** Tags and notes, saved as one leaves them. */
import { TagsInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { orpc } from '../../../../client/client';
import { useSaveAsset } from './use-save-asset';

export function TagsAndNotes({ asset }: { asset: Asset }) {
  const { t } = useTranslation('library');
  const known = useQuery(orpc.library.tags.queryOptions()).data ?? [];
  const save = useSaveAsset(asset);
  const [tags, setTags] = useFollowing(asset.tags, save.isPending);
  const [notes, setNotes] = useFollowing(asset.notes, save.isPending);
  return (
    <>
      <TagsInput
        label={t('detail.tags')}
        placeholder={tags.length === 0 ? t('detail.tagsHint') : undefined}
        value={tags}
        data={known.map(({ tag }) => tag)}
        maxTags={50}
        clearable={false}
        onChange={(next) => {
          setTags(next);
          save.mutate({ tags: next });
        }}
      />
      <Textarea
        label={t('detail.notes')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
        onBlur={() => notes !== asset.notes && save.mutate({ notes })}
      />
    </>
  );
}

/** A draft that follows the record whenever the record itself changes, but not while what was typed is `held` for saving. */
function useFollowing<T>(value: T, held: boolean): [T, (next: T) => void] {
  const stamp = JSON.stringify(value);
  const [state, setState] = useState({ draft: value, stamp });
  if (!held && state.stamp !== stamp) setState({ draft: value, stamp });
  return [held || state.stamp === stamp ? state.draft : value, (draft) => setState({ draft, stamp })];
}
