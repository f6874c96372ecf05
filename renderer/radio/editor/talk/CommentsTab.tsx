/** What is said about the rundown, or the chosen item. */
import { Button, Checkbox, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RundownComment } from '../../../../electron/contract/records/rundown';
import type { RundownItem } from '../../../../electron/contract/records/rundown-item';
import { client } from '../../../client/client';
import { At } from '../../../operator/shared/At';
import { useCommand } from '../../../operator/shared/use-command';
import { useEditor } from '../context';
import css from './Talk.module.css';

export function CommentsTab({ item }: { item: RundownItem | null }) {
  const { t } = useTranslation('rundowns');
  const { state, editable, items } = useEditor();
  const [all, setAll] = useState(true);
  const shown = state.comments
    .filter(({ itemId }) => all || itemId === (item?.id ?? null))
    .sort((a, b) => Number(a.resolved) - Number(b.resolved) || b.at - a.at);
  const titleOf = (id: string | null) => items.find((each) => each.id === id)?.title ?? '';
  return (
    <div className={css.tab}>
      {editable && <NewComment item={item} />}
      <Switch
        size="xs"
        label={t('comments.all')}
        checked={all}
        onChange={({ currentTarget }) => setAll(currentTarget.checked)}
      />
      {shown.length === 0 && <p className={css.quiet}>{t('comments.none')}</p>}
      <ul className={css.list}>
        {shown.map((comment) => (
          <CommentLine key={comment.id} comment={comment} about={titleOf(comment.itemId)} />
        ))}
      </ul>
    </div>
  );
}

function NewComment({ item }: { item: RundownItem | null }) {
  const { t } = useTranslation('rundowns');
  const { rundown } = useEditor();
  const [text, setText] = useState('');
  const say = useCommand({
    run: () => client.rundowns.comment({ id: rundown.id, itemId: item?.id ?? null, text }),
    onDone: () => setText(''),
  });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) say.mutate();
      }}
    >
      <Textarea
        aria-label={t('comments.new')}
        placeholder={item?.title ? t('comments.about', { title: item.title }) : t('comments.new')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      <Button type="submit" size="xs" loading={say.isPending} disabled={!text.trim()}>
        {t('comments.send')}
      </Button>
    </form>
  );
}

function CommentLine({ comment, about }: { comment: RundownComment; about: string }) {
  const { t } = useTranslation('rundowns');
  const { editable } = useEditor();
  const resolve = useCommand({
    run: (resolved: boolean) => client.rundowns.resolveComment({ id: comment.id, resolved }),
  });
  return (
    <li className={css.comment} data-resolved={comment.resolved || undefined}>
      <span className={css.by}>
        <strong>{comment.by}</strong> · <At at={comment.at} as="dateTime" />
      </span>
      {about && <span className={css.about}>{about}</span>}
      <p dir="auto">{comment.text}</p>
      <Checkbox
        size="xs"
        label={t('comments.resolved')}
        checked={comment.resolved}
        disabled={!editable}
        onChange={({ currentTarget }) => resolve.mutate(currentTarget.checked)}
      />
    </li>
  );
}
