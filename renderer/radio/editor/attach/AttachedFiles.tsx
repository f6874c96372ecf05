/** Files attached to an item: seen and saved by whoever may read, added and removed by whoever may write. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../electron/contract/records/attachment';
import type { RundownItem } from '../../../../electron/contract/records/rundown-item';
import { orpc } from '../../../client/client';
import { FaultPanel } from '../../../operator/shared/FaultPanel';
import css from '../detail/Detail.module.css';
import { FileLine } from './FileLine';
import { SendingLine } from './SendingLine';
import { sendFiles, useSending } from './sending';

export function AttachedFiles({ item, off }: { item: RundownItem; off: boolean }) {
  const { t } = useTranslation('rundowns');
  const { data, error, refetch } = useQuery(listOf(item.rundownId));
  const sending = useSending(item.id);
  const files = (data ?? []).filter(({ itemId }) => itemId === item.id);
  if (error) return <FaultPanel fault={error} onRetry={() => void refetch()} />;
  if (files.length === 0 && sending.length === 0) return null;
  return (
    <ul className={css.spots} aria-label={t('attach.files')}>
      {files.map((file) => (
        <FileLine key={file.id} file={file} off={off} />
      ))}
      {sending.map((file) => (
        <SendingLine key={file.key} file={file} />
      ))}
    </ul>
  );
}

const listOf = (rundownId: string) => orpc.attachments.list.queryOptions({ input: { rundownId } });

/** Sends files to an item; each stands in the list as soon as it is kept. */
export function useAttach({ id, rundownId }: RundownItem): (files: readonly File[]) => void {
  const queries = useQueryClient();
  const { queryKey } = listOf(rundownId);
  const keep = (kept: Attachment) =>
    queries.setQueryData(queryKey, (held) => held && [...held.filter((each) => each.id !== kept.id), kept]);
  return (files) => sendFiles(id, files, keep);
}
