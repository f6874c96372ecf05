/** One asset in the grid: picture, length, name, state. Hovering a video runs through its filmstrip. */
import { type CSSProperties, memo, type PointerEvent, useState } from 'react';
import { type Asset, isProbed } from '../../../../../electron/contract/records/asset';
import type { JobProgress } from '../../../../../electron/contract/records/job';
import { durationText } from '../../../../ui';
import { frameAt, tileStyle } from '../../../shared/player/tiles';
import css from './AssetCard.module.css';
import { AssetThumb } from './AssetThumb';
import { pixelsText } from './facts';
import { StateMark } from './StateMark';
import type { StateWords } from './state-words';

interface AssetCardProps {
  id: string;
  asset: Asset | undefined;
  index: number;
  total: number;
  chosen: boolean;
  cursor: boolean;
  progress: JobProgress | undefined;
  words: StateWords;
  /** Place and size in the list, px: one by one, so that a card that stays is not drawn anew. */
  left: number;
  top: number;
  width: number;
  height: number;
}

export const AssetCard = memo(function AssetCard(props: AssetCardProps) {
  const { id, asset, index, total, chosen, cursor, progress, words, left, top, width, height } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the cell that has it
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-index={index}
      data-asset-id={asset?.id}
      data-cursor={cursor || undefined}
      className={css.card}
      style={{ left, top, width, height }}
    >
      {asset ? <CardBody asset={asset} progress={progress} words={words} /> : <div className={css.waiting} />}
    </div>
  );
});

interface CardBodyProps {
  asset: Asset;
  progress: JobProgress | undefined;
  words: StateWords;
}

function CardBody({ asset, progress, words }: CardBodyProps) {
  const probe = 'probe' in asset ? asset.probe : null;
  const ratio = asset.state === 'ready' || asset.state === 'failed' ? null : (progress?.ratio ?? 0);
  return (
    <>
      <div className={css.picture}>
        <AssetThumb asset={asset} />
        <HoverStrip asset={asset} />
        {probe && probe.kind !== 'image' && <span className={css.length}>{durationText(probe.durationMs)}</span>}
        {ratio !== null && <span className={css.bar} style={{ transform: `scaleX(${ratio})` }} />}
      </div>
      <div className={`two-lines ${css.name}`} title={asset.name}>
        {asset.name}
      </div>
      <div className={css.meta}>
        <StateMark asset={asset} progress={progress} words={words} />
        <span className={css.pixels}>{pixelsText(asset)}</span>
      </div>
    </>
  );
}

function HoverStrip({ asset }: { asset: Asset }) {
  const strip = isProbed(asset) ? asset.pictures.filmstrip : null;
  const [share, setShare] = useState<number | null>(null);
  if (!strip) return null;
  const move = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    setShare((event.clientX - box.left) / box.width);
  };
  const ratio = strip.tileWidth / strip.tileHeight;
  const fitted: CSSProperties =
    ratio > 16 / 9 ? { width: '100%', aspectRatio: ratio } : { height: '100%', aspectRatio: ratio };
  return (
    <div className={css.hover} aria-hidden="true" onPointerMove={move} onPointerLeave={() => setShare(null)}>
      {share !== null && <div style={{ ...fitted, ...tileStyle(strip, frameAt(strip, share)) }} />}
      {share !== null && <span className={css.scrub} style={{ left: `${share * 100}%` }} />}
    </div>
  );
}
