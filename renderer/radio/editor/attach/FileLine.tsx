/** One file: what it looks to be, its name and size, to be saved or removed. */
import { ActionIcon } from '@mantine/core';
import {
  IconDownload,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMusic,
  IconPhoto,
  IconPresentation,
  IconTable,
  IconVideo,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment, AttachmentKind } from '../../../../electron/contract/records/attachment';
import { kindOf } from '../../../../electron/domain/attachments';
import { client } from '../../../client/client';
import { useCommand } from '../../../operator/shared/use-command';
import css from '../detail/Detail.module.css';

const ICONS: Record<AttachmentKind, TablerIcon> = {
  pdf: IconFileTypePdf,
  text: IconFileText,
  table: IconTable,
  slides: IconPresentation,
  picture: IconPhoto,
  sound: IconMusic,
  video: IconVideo,
  archive: IconFileZip,
  other: IconFile,
};

export function FileLine({ file: { id, name, bytes, mime, createdBy }, off }: { file: Attachment; off: boolean }) {
  const { t } = useTranslation('rundowns');
  const kind = kindOf(mime);
  const Icon = ICONS[kind];
  const remove = useCommand({
    run: () => client.attachments.remove({ id }),
    done: () => t('attach.removed', { name }),
    undo: true,
  });
  return (
    <li className={css.spot}>
      <Icon size={18} stroke={1.75} role="img" aria-label={t(`attach.kind.${kind}`)} className={css.fileKind} />
      <span className={css.spotName}>
        <span className="two-lines any-word" title={name} dir="auto">
          {name}
        </span>
        <span className={css.spotNote}>{t('attach.facts', { bytes, by: createdBy })}</span>
      </span>
      <ActionIcon
        component="a"
        size="sm"
        href={`/api/attachments/${id}/file`}
        download={name}
        aria-label={t('attach.download', { name })}
        title={t('attach.download', { name })}
      >
        <IconDownload size={14} stroke={1.75} />
      </ActionIcon>
      {!off && (
        <ActionIcon
          size="sm"
          aria-label={t('attach.removeFile', { name })}
          title={t('attach.removeFile', { name })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          <IconX size={14} stroke={1.75} />
        </ActionIcon>
      )}
    </li>
  );
}
