/** How many jobs are at work, and what they are doing. */
import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { JobView } from '../../../electron/contract/api/library';
import { orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { StatusDot, type Tone } from '../../ui';
import css from './Frame.module.css';
import { JobRow } from './JobRow';
import list from './JobRow.module.css';

const UNFINISHED = new Set(['queued', 'running', 'waiting', 'paused']);
const SHOWN = 60;
/** A failure older than this stays in the list, but no longer asks for somebody. */
const FRESH_MS = 86_400_000;

export function JobsButton() {
  const { t } = useTranslation('common');
  const jobs = useQuery(orpc.jobs.list.queryOptions()).data ?? [];
  const open = jobs.filter(({ job }) => UNFINISHED.has(job.state));
  const failed = jobs.filter(({ job }) => job.state === 'failed' && stationNow() - (job.endedAt ?? 0) < FRESH_MS);
  const shown = jobs.filter(({ job }) => UNFINISHED.has(job.state) || job.state === 'failed').slice(0, SHOWN);
  return (
    <Popover width={440} position="bottom-start" trapFocus withRoles>
      <Popover.Target>
        <button type="button" className={css.count}>
          <StatusDot tone={toneOf(open, failed)}>
            {t('topBar.jobs')} <b className="tabular">{open.length}</b>
            {failed.length > 0 && <> · {t('jobs.failed', { count: failed.length })}</>}
          </StatusDot>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('jobs.title')}>
        <h2 className={list.title}>{t('jobs.title')}</h2>
        {shown.length === 0 ? (
          <p className={list.none}>{t('jobs.none')}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
          <section className={list.scroll} tabIndex={0} aria-label={t('jobs.title')}>
            <ul className={list.list}>
              {shown.map((view) => (
                <JobRow key={view.job.id} view={view} />
              ))}
            </ul>
          </section>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function toneOf(open: readonly JobView[], failed: readonly JobView[]): Tone {
  if (failed.length > 0) return 'amber';
  return open.some(({ job }) => job.state === 'running') ? 'blue' : 'grey';
}
