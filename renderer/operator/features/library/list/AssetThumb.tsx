/** The picture of an asset, of sound its waveform; its kind's icon where there is none. Lazy, decoded off the main thread, of a fixed box. */
import { IconMusic, IconPhoto, IconVideo } from '@tabler/icons-react';
import { type Asset, isProbed } from '../../../../../electron/contract/records/asset';
import { CARD_COLUMNS } from '../../../../../electron/domain/peaks';
import { Waveform } from '../../../shared/player/Waveform';
import css from './AssetThumb.module.css';

const ICONS = { video: IconVideo, image: IconPhoto, audio: IconMusic };

export function AssetThumb({ asset, className = '' }: { asset: Asset | undefined; className?: string }) {
  const probed = asset && isProbed(asset) ? asset : null;
  const hash = probed?.pictures.thumbnail;
  const peaks = probed?.probe.kind === 'audio' ? probed.pictures.waveform : null;
  return (
    <div className={`${css.thumb} ${className}`}>
      {hash ? (
        <img src={`/media/${hash}`} alt="" width={160} height={90} loading="lazy" decoding="async" draggable={false} />
      ) : peaks ? (
        <Waveform peaks={peaks} columns={CARD_COLUMNS} className={css.wave} />
      ) : (
        <KindIcon asset={asset} />
      )}
    </div>
  );
}

function KindIcon({ asset }: { asset: Asset | undefined }) {
  const kind = asset && 'probe' in asset && asset.probe ? asset.probe.kind : 'video';
  const Icon = ICONS[kind];
  return <Icon size={24} stroke={1.5} aria-hidden="true" />;
}
