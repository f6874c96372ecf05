/** One file on its way: how far, how fast, how long still, and what can be done about it. */
import { ActionIcon, Anchor, Progress, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { useFormats } from '../../../i18n/formats';
import { failureText, reasonText } from '../../../i18n/say';
import { StateMark } from '../list/StateMark';
import { useStateWords } from '../list/state-words';
import { useProgress } from '../use-progress';
import { uploads } from '.';
import css from './Upload.module.css';
import { mayRetry, needsSignIn, remainingMs, type Upload } from './uploads';

interface UploadRowProps {
  upload: Upload;
  /** What it became, once it has arrived and is known. */
  asset: Asset | undefined;
}

export function UploadRow({ upload, asset }: UploadRowProps) {
  const { t } = useTranslation('library');
  const ratio = upload.bytes === 0 ? 0 : upload.sent / upload.bytes;
  const moving = upload.state === 'sending' || upload.state === 'paused' || upload.state === 'waiting';
  return (
    <li className={css.row}>
      <div className={css.line}>
        <span className="two-lines" title={upload.name}>
          {upload.name}
        </span>
        <Buttons upload={upload} />
      </div>
      {moving && (
        <Progress
          value={ratio * 100}
          size={6}
          color={upload.state === 'sending' ? 'blue' : 'gray'}
          aria-label={t('tray.progressOf', { name: upload.name })}
        />
      )}
      <div className={css.figures}>
        <Words upload={upload} asset={asset} />
      </div>
    </li>
  );
}

function Words({ upload, asset }: UploadRowProps): ReactNode {
  const { t } = useTranslation('library');
  const formats = useFormats();
  const amount = `${formats.bytes(upload.sent)} / ${formats.bytes(upload.bytes)}`;
  switch (upload.state) {
    case 'waiting':
      return t('tray.waiting');
    case 'paused':
      return needsSignIn(upload) ? (
        <span role="alert">{t('tray.signIn', { amount })}</span>
      ) : (
        `${t('tray.paused')} · ${amount}`
      );
    case 'done':
      return <DoneWords upload={upload} asset={asset} />;
    case 'failed':
      return <FailedWords upload={upload} />;
    case 'sending': {
      const left = remainingMs(upload);
      const speed = upload.speed === null ? '' : ` · ${formats.bytes(upload.speed)}/s`;
      return `${amount}${speed}${left === null ? '' : ` · ${t('tray.left', { time: formats.duration(left) })}`}`;
    }
    default:
      return upload.state satisfies never;
  }
}

/** Arrived: from here on the row says what the library says of it. */
function DoneWords({ upload, asset }: UploadRowProps) {
  const { t } = useTranslation('library');
  const words = upload.duplicate ? t('tray.duplicate') : t('tray.done');
  if (upload.assetId === null) return words;
  return (
    <>
      {(upload.duplicate || !asset) && `${words} `}
      {asset && <AssetWords asset={asset} />}{' '}
      <Anchor
        size="xs"
        renderRoot={(props) => <Link to="/library" search={{ id: upload.assetId ?? undefined }} {...props} />}
      >
        {t('tray.open')}
      </Anchor>
    </>
  );
}

function AssetWords({ asset }: { asset: Asset }) {
  const { t } = useTranslation('library');
  const words = useStateWords();
  const progress = useProgress().get(asset.id);
  if (asset.state !== 'failed') return <StateMark asset={asset} progress={progress} words={words} />;
  return (
    <span className={css.failure} role="alert">
      <strong>{t('failed.happened')}</strong> {reasonText(asset.failure)} {t('failed.kept')}
    </span>
  );
}

function FailedWords({ upload }: { upload: Upload }) {
  const { t } = useTranslation('library');
  const text = upload.failure
    ? failureText(upload.failure)
    : { happened: t('tray.lost.happened'), kept: t('tray.lost.kept'), todo: t('tray.lost.todo'), details: [] };
  const rest = [...text.details, text.kept, text.todo].filter(Boolean).join(' ');
  return (
    <span className={css.failure} role="alert">
      <strong>{text.happened}</strong> {rest}
    </span>
  );
}

function Buttons({ upload }: { upload: Upload }) {
  const { t } = useTranslation('library');
  const { id, state, name } = upload;
  const going = state === 'sending' || state === 'waiting';
  return (
    <span className={css.buttons}>
      {going && (
        <RowButton
          label={t('tray.pause', { name })}
          run={() => uploads.pause(id)}
          icon={<IconPlayerPause size={16} />}
        />
      )}
      {state === 'paused' && (
        <RowButton
          label={t('tray.resume', { name })}
          run={() => uploads.resume(id)}
          icon={<IconPlayerPlay size={16} />}
        />
      )}
      {mayRetry(upload) && (
        <RowButton label={t('tray.retry', { name })} run={() => uploads.retry(id)} icon={<IconRefresh size={16} />} />
      )}
      <RowButton
        label={t(going || state === 'paused' ? 'tray.cancel' : 'tray.remove', { name })}
        run={() => uploads.remove(id)}
        icon={<IconX size={16} />}
      />
    </span>
  );
}

function RowButton({ label, run, icon }: { label: string; run: () => void; icon: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
