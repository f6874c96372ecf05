/** A script as it was: what each version changed, word by word, and the way back to it. */
import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScriptVersion } from '../../../electron/contract/api/rundowns';
import type { ScriptDoc } from '../../../electron/contract/records/script';
import { orpc } from '../../client/client';
import { At } from '../../operator/shared/At';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { RowSkeletons } from '../../ui';
import css from './Script.module.css';
import { textOf } from './script-doc';
import { wordsDiff } from './words-diff';

interface VersionsDrawerProps {
  id: string;
  /** As it is now. */
  doc: ScriptDoc;
  onRestore: ((doc: ScriptDoc) => void) | null;
  onClose: () => void;
}

export function VersionsDrawer({ id, doc, onRestore, onClose }: VersionsDrawerProps) {
  const { t } = useTranslation(['script', 'common']);
  const versions = useQuery({ ...orpc.rundowns.versions.queryOptions({ input: { id } }), staleTime: 0 });
  const [seq, setSeq] = useState<number | null>(null);
  const chosen = versions.data?.find((version) => version.seq === seq);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('versions.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {versions.error && <FaultPanel fault={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.isPending && <RowSkeletons label={t('common:loading')} />}
      {versions.data?.length === 0 && <p className={css.quiet}>{t('versions.none')}</p>}
      <ul className={css.versions}>
        {versions.data?.map((version) => (
          <li key={version.seq}>
            <button type="button" aria-pressed={version.seq === seq} onClick={() => setSeq(version.seq)}>
              <At at={version.at} as="dateTime" /> · {version.by}
            </button>
          </li>
        ))}
      </ul>
      {chosen && <Differences version={chosen} doc={doc} onRestore={onRestore} />}
    </Drawer>
  );
}

function Differences({
  version,
  doc,
  onRestore,
}: { version: ScriptVersion } & Pick<VersionsDrawerProps, 'doc' | 'onRestore'>) {
  const { t } = useTranslation('script');
  const pause = (ms: number) => t('pause.of', { seconds: ms / 1000 });
  const parts = wordsDiff(textOf(version.doc, pause), textOf(doc, pause));
  const same = parts.every(({ kind }) => kind === 'same');
  return (
    <section aria-label={t('versions.differences')}>
      <p className={css.quiet}>{t(same ? 'versions.same' : 'versions.how')}</p>
      <p className={css.diff} dir="auto">
        {parts.map(({ kind, text }, at) => {
          const key = `${at} ${kind}`;
          if (kind === 'same') return <span key={key}>{text}</span>;
          return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
        })}
      </p>
      {onRestore && !same && <Button onClick={() => onRestore(version.doc)}>{t('versions.restore')}</Button>}
    </section>
  );
}
