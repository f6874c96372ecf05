/** One job: what it does to which file, how far it is, and what can be done about it. */
import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../electron/contract/api/library';
import { client } from '../../client/client';
import { useFormats } from '../i18n/formats';
import { reasonText } from '../i18n/say';
import { useCommand } from '../shared/use-command';
import { useMe } from '../shared/use-me';
import css from './JobRow.module.css';

export function JobRow({ view }: { view: JobView }) {
  const { t } = useTranslation('common');
  const { job, progress } = view;
  const ratio = job.state === 'running' ? progress.ratio : null;
  return (
    <li className={css.job}>
      <div className={css.line}>
        <span className={css.name}>
          <span className="two-lines" title={job.title}>
            {job.title}
          </span>
          <span className={css.kind}>
            {t(`jobs.name.${job.name}`)} · {t(`jobs.state.${job.state}`)}
          </span>
        </span>
        <JobCommands view={view} />
      </div>
      {ratio !== null && <JobBar view={view} ratio={ratio} />}
      {job.failure && <p className={css.failure}>{reasonText(job.failure)}</p>}
    </li>
  );
}

function JobBar({ view, ratio }: { view: JobView; ratio: number }) {
  const { t } = useTranslation('common');
  const formats = useFormats();
  const { speed, remainingMs } = view.progress;
  return (
    <>
      <Progress value={ratio * 100} size={6} aria-label={t('jobs.progressOf', { title: view.job.title })} />
      <div className={`tabular ${css.figures}`}>
        <span>{formats.percent(ratio)}</span>
        {speed !== null && <span>{t('jobs.speed', { speed: formats.number(speed, 1) })}</span>}
        {remainingMs !== null && <span>{t('jobs.left', { ms: remainingMs })}</span>}
      </div>
    </>
  );
}

function JobCommands({ view: { job } }: { view: JobView }) {
  const { t } = useTranslation('common');
  const { may } = useMe();
  const pause = useCommand({ run: (paused: boolean) => client.jobs.pause({ id: job.id, paused }) });
  const cancel = useCommand({ run: () => client.jobs.cancel({ id: job.id }) });
  const retry = useCommand({ run: () => client.jobs.retry({ id: job.id }) });
  if (!may('library')) return null;
  const { state } = job;
  const ended = state === 'failed' || state === 'cancelled' || state === 'done';
  return (
    <span className={css.commands}>
      {ended ? (
        <Command label={t('jobs.retry')} run={() => retry.mutate()} icon={<IconRefresh size={16} />} />
      ) : (
        <>
          {state === 'paused' ? (
            <Command label={t('jobs.resume')} run={() => pause.mutate(false)} icon={<IconPlayerPlay size={16} />} />
          ) : (
            <Command label={t('jobs.pause')} run={() => pause.mutate(true)} icon={<IconPlayerPause size={16} />} />
          )}
          <Command label={t('jobs.cancel')} run={() => cancel.mutate()} icon={<IconX size={16} />} />
        </>
      )}
    </span>
  );
}

function Command({ label, run, icon }: { label: string; run: () => void; icon: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="md" aria-label={label} onClick={run}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
