/** The state of an asset in a word and a shape; what needs a person stands out. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Asset, isProbed } from '../../../../../electron/contract/records/asset';
import type { JobProgress } from '../../../../../electron/contract/records/job';
import { StatusDot } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import css from './StateMark.module.css';

export function StateMark({ asset, progress }: { asset: Asset; progress?: JobProgress | undefined }) {
  const { t } = useTranslation('library');
  const formats = useFormats();
  if (asset.state === 'failed') return <Attention word={t('state.failed')} failed />;
  if (asset.state === 'ready') {
    const doubts = worst(asset);
    if (doubts > 0) return <Attention word={t('state.readyDoubts', { count: doubts })} />;
    return <StatusDot tone="green">{t('state.ready')}</StatusDot>;
  }
  const ratio = progress?.ratio ?? null;
  const word = t(`state.${asset.state}`);
  return <StatusDot tone="grey">{ratio === null ? word : `${word} ${formats.percent(ratio)}`}</StatusDot>;
}

function Attention({ word, failed = false }: { word: string; failed?: boolean }) {
  return (
    <span className={failed ? css.failed : css.doubt}>
      <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
      <span>{word}</span>
    </span>
  );
}

/** Findings that a person should read. */
function worst(asset: Asset): number {
  if (!isProbed(asset)) return 0;
  return asset.probe.findings.filter((finding) => finding.severity !== 'info').length;
}
