/** One comment with its answers; whoever wrote it, and the desk, may close or remove it. */
import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewComment } from '../../../../electron/contract/records/preview';
import { client } from '../../../client/client';
import { useFormats } from '../../../operator/i18n/formats';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import { Compose } from './Compose';
import css from './Side.module.css';

interface CommentCardProps {
  comment: PreviewComment;
  number: number;
  /** Said of a version that is no longer the asset's. */
  earlier: boolean;
  code: string;
  chosen: boolean;
  onChoose: () => void;
}

export function CommentCard({ comment, number, earlier, code, chosen, onChoose }: CommentCardProps) {
  const { t } = useTranslation('preview');
  const { dateTime } = useFormats();
  const { user, may } = useMe();
  const [answering, setAnswering] = useState(false);
  const { id, by, text, resolvedAt, resolvedBy, replies, place } = comment;
  const mine = by.id === user?.id || may('desk');
  const resolve = useCommand({
    run: (resolved: boolean) => client.previews.resolve({ id, resolved }),
    done: (_saved, resolved) => t(resolved ? 'comments.closed' : 'comments.reopened'),
    undo: true,
  });
  const remove = useCommand({
    run: () => client.previews.removeComment({ id }),
    done: () => t('comments.removed'),
    undo: true,
  });
  const reply = useCommand({
    run: (said: string) => client.previews.reply({ id, text: said }),
    onDone: () => setAnswering(false),
  });
  const named = (words: string) => t('comments.ofNumber', { words, number });
  return (
    <li className={css.item} data-chosen={chosen || undefined} data-resolved={resolvedAt !== null || undefined}>
      <div className={css.head}>
        <span className={css.number}>{number}</span>
        <strong className="one-line">{by.name}</strong>
        {place && <IconMapPin size={14} stroke={1.75} role="img" aria-label={t('comments.hasPlace')} />}
        <button type="button" className={css.time} onClick={onChoose}>
          {code}
        </button>
      </div>
      <p className={css.said}>{text}</p>
      <p className={css.fine}>
        {dateTime(comment.createdAt)}
        {earlier && <span className={css.mark}>{t('comments.earlier')}</span>}
      </p>
      {resolvedAt !== null && (
        <p className={css.fine}>{t('comments.resolvedBy', { name: resolvedBy ?? '', at: dateTime(resolvedAt) })}</p>
      )}
      {replies.length > 0 && (
        <ul className={css.replies}>
          {replies.map((each) => (
            <li key={`${each.at} ${each.text}`}>
              <strong>{each.by.name}</strong> <span className={css.said}>{each.text}</span>
            </li>
          ))}
        </ul>
      )}
      {answering ? (
        <Compose
          label={t('comments.answer')}
          busy={reply.isPending}
          onSave={(said) => reply.mutate(said)}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <div className={css.commands}>
          <Small words={t('comments.answer')} label={named(t('comments.answer'))} run={() => setAnswering(true)} />
          {mine && (
            <Small
              words={t(resolvedAt === null ? 'comments.close' : 'comments.reopen')}
              label={named(t(resolvedAt === null ? 'comments.close' : 'comments.reopen'))}
              run={() => resolve.mutate(resolvedAt === null)}
            />
          )}
          {mine && (
            <Small words={t('comments.remove')} label={named(t('comments.remove'))} run={() => remove.mutate()} />
          )}
        </div>
      )}
    </li>
  );
}

function Small({ words, label, run }: { words: string; label: string; run: () => void }) {
  return (
    <Button size="compact-xs" variant="default" aria-label={label} onClick={run}>
      {words}
    </Button>
  );
}
