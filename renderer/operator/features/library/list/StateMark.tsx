/** The state of an asset in a word and a shape; what needs a person stands out. Nothing that its papers keep off the air is green. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Asset } from '../../../../../electron/contract/records/asset';
import type { JobProgress } from '../../../../../electron/contract/records/job';
import { StatusDot } from '../../../../ui';
import { papersTrouble } from '../../../shared/papers-trouble';
import { unfitFor } from './facts';
import css from './StateMark.module.css';
import { doubtsOf, type StateWords, workingText } from './state-words';

interface StateMarkProps {
  asset: Asset;
  progress: JobProgress | undefined;
  words: StateWords;
}

export function StateMark({ asset, progress, words }: StateMarkProps) {
  if (asset.state === 'failed') return <Attention word={words.state('failed')} failed />;
  if (asset.state !== 'ready') return <StatusDot tone="grey">{workingText(asset, progress, words)}</StatusDot>;
  if (unfitFor(asset) === 'short') return <Attention word={words.short} why={words.shortWhy} />;
  const papers = papersTrouble(asset, words.today);
  if (papers) return <Attention word={words.papers(papers)} />;
  const locked = words.locked(asset);
  if (locked) return <Attention word={locked} />;
  const doubts = doubtsOf(asset);
  if (doubts > 0) return <Attention word={words.doubts(doubts)} />;
  return <StatusDot tone="green">{words.state('ready')}</StatusDot>;
}

function Attention({ word, why, failed = false }: { word: string; why?: string; failed?: boolean }) {
  return (
    <span className={failed ? css.failed : css.doubt} title={why}>
      <IconAlertTriangle size={14} stroke={2} aria-hidden="true" />
      <span>{word}</span>
    </span>
  );
}
