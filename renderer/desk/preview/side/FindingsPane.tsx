/** What the quality check found, on this panel: when, how grave, what to do, and what one click mends. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ShownReport } from '../../../../electron/contract/api/quality';
import type { ProbedAsset } from '../../../../electron/contract/records/asset';
import type { QualityFinding } from '../../../../electron/contract/records/quality';
import { frameAt, timecode } from '../../../../electron/domain/preview/timecode';
import { client } from '../../../client/client';
import { reasonText } from '../../../operator/i18n/say';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import css from './Side.module.css';

const ICONS = { error: IconExclamationCircle, warning: IconAlertTriangle, info: IconInfoCircle };

interface FindingsPaneProps {
  asset: ProbedAsset;
  shown: ShownReport | undefined;
  findings: readonly QualityFinding[];
  rate: number;
  chosen: string | null;
  onChoose: (id: string, atMs: number) => void;
}

export function FindingsPane({ asset, shown, findings, rate, chosen, onChoose }: FindingsPaneProps) {
  const { t } = useTranslation('preview');
  const check = useCommand({ run: () => client.quality.check({ id: asset.id }), done: () => t('findings.asked') });
  const repair = useCommand({
    run: ({ repair: wanted }: QualityFinding) =>
      client.quality.repair({ id: asset.id, hash: asset.hash, repairs: wanted ? [wanted] : [] }),
    done: () => t('findings.mending'),
  });
  const { may } = useMe();
  const busy = shown?.report?.state === 'queued' || shown?.report?.state === 'checking';
  return (
    <div className={css.pane}>
      <p className={css.fact} role="status">
        {t(`findings.${standingOf(shown)}`)}
      </p>
      <Button size="compact-sm" variant="default" loading={busy || check.isPending} onClick={() => check.mutate()}>
        {t(shown?.report ? 'findings.again' : 'findings.check')}
      </Button>
      <ul className={css.list}>
        {findings.map((finding) => {
          const Icon = ICONS[finding.severity];
          return (
            <li key={finding.id} className={css.item} data-chosen={chosen === finding.id || undefined}>
              <div className={css.head} data-severity={finding.severity}>
                <Icon size={16} stroke={1.75} role="img" aria-label={t(`severity.${finding.severity}`)} />
                <strong>{t(`kinds.${finding.kind}`)}</strong>
                <button type="button" className={css.time} onClick={() => onChoose(finding.id, finding.fromMs)}>
                  {timecode(frameAt(finding.fromMs, rate), rate)}
                </button>
              </div>
              {finding.picture && <img className={css.still} src={`/media/${finding.picture}`} alt="" />}
              <p>{reasonText(finding.because)}</p>
              <p className={css.todo}>{reasonText(finding.todo)}</p>
              {finding.repair && may('library') && (
                <Button size="compact-sm" onClick={() => repair.mutate(finding)} loading={repair.isPending}>
                  {t(`repairs.${finding.repair.kind}`)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {shown && shown.mendings.length > 0 && (
        <>
          <h3 className={css.label}>{t('findings.mended')}</h3>
          <ul className={css.list}>
            {shown.mendings.map(({ jobId, assetId, name, failure }) => (
              <li key={jobId} className={css.item}>
                {name ? <a href={`/preview/${assetId}?compare=${asset.id}`}>{name}</a> : t('findings.beingMended')}
                {failure && <p>{reasonText(failure)}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function standingOf(
  shown: ShownReport | undefined,
): 'loading' | 'never' | 'stale' | 'otherLimits' | 'busy' | 'failed' | 'clean' | 'found' {
  if (!shown) return 'loading';
  const { report, stale, otherLimits } = shown;
  if (!report) return 'never';
  if (report.state === 'queued' || report.state === 'checking') return 'busy';
  if (report.state === 'failed') return 'failed';
  if (stale) return 'stale';
  if (otherLimits) return 'otherLimits';
  return report.findings.length === 0 ? 'clean' : 'found';
}
