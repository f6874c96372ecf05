/** What people said of it, by time; whoever may preview may say more. */
import { Button, Switch } from '@mantine/core';
import { IconFileTypePdf, IconMessagePlus, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProbedAsset } from '../../../../electron/contract/records/asset';
import type { PicturePlace, PreviewComment } from '../../../../electron/contract/records/preview';
import { frameAt, timecode } from '../../../../electron/domain/preview/timecode';
import { client } from '../../../client/client';
import { useFormats } from '../../../operator/i18n/formats';
import { useCommand } from '../../../operator/shared/use-command';
import { CommentCard } from './CommentCard';
import { Compose } from './Compose';
import css from './Side.module.css';

export interface Draft {
  atMs: number;
  place: PicturePlace | null;
}

interface CommentsPaneProps {
  asset: ProbedAsset;
  comments: readonly PreviewComment[];
  rate: number;
  draft: Draft | null;
  chosen: string | null;
  onBegin: () => void;
  onEnd: () => void;
  onChoose: (id: string, atMs: number) => void;
}

export function CommentsPane({ asset, comments, rate, draft, chosen, onBegin, onEnd, onChoose }: CommentsPaneProps) {
  const { t } = useTranslation('preview');
  const { language } = useFormats();
  const [openOnly, setOpenOnly] = useState(false);
  const say = useCommand({
    run: (text: string) =>
      client.previews.comment({
        assetId: asset.id,
        hash: asset.hash,
        text,
        atMs: Math.round(draft?.atMs ?? 0),
        place: draft?.place ?? null,
      }),
    done: () => t('comments.saved'),
    undo: true,
    onDone: onEnd,
  });
  const shown = comments
    .map((comment, place) => ({ comment, number: place + 1 }))
    .filter(({ comment }) => !openOnly || comment.resolvedAt === null);
  return (
    <div className={css.pane}>
      {draft ? (
        <Compose
          label={t('comments.at', { code: codeText(draft.atMs, rate) })}
          {...(asset.probe.kind === 'audio' ? {} : { hint: t(draft.place ? 'comments.placed' : 'comments.placeHint') })}
          busy={say.isPending}
          onSave={(text) => say.mutate(text)}
          onCancel={onEnd}
        />
      ) : (
        <Button leftSection={<IconMessagePlus size={16} aria-hidden="true" />} onClick={onBegin}>
          {t('comments.begin')}
        </Button>
      )}
      {comments.length === 0 && !draft && <p className={css.fact}>{t('comments.none')}</p>}
      {comments.length > 0 && (
        <Switch
          label={t('comments.openOnly')}
          checked={openOnly}
          onChange={({ currentTarget }) => setOpenOnly(currentTarget.checked)}
        />
      )}
      <ul className={css.list}>
        {shown.map(({ comment, number }) => (
          <CommentCard
            key={comment.id}
            comment={comment}
            number={number}
            earlier={comment.hash !== asset.hash}
            code={codeText(comment.atMs, rate)}
            chosen={chosen === comment.id}
            onChoose={() => onChoose(comment.id, comment.atMs)}
          />
        ))}
      </ul>
      <div className={css.commands}>
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          leftSection={<IconFileTypePdf size={14} aria-hidden="true" />}
          href={`/api/assets/${asset.id}/contact-sheet.pdf?language=${language}`}
          download
        >
          {t('comments.sheet')}
        </Button>
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          leftSection={<IconTable size={14} aria-hidden="true" />}
          href={`/api/assets/${asset.id}/comments.csv?language=${language}`}
          download
        >
          {t('comments.csv')}
        </Button>
      </div>
    </div>
  );
}

const codeText = (ms: number, rate: number) => timecode(frameAt(ms, rate), rate);
