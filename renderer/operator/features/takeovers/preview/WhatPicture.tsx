/** What a takeover shows, as it stands on one panel. */
import { useTranslation } from 'react-i18next';
import { isProbed } from '../../../../../electron/contract/records/asset';
import type { Fit } from '../../../../../electron/contract/records/display';
import { useAsset } from '../sheet/use-asset';
import { Card } from './Card';
import css from './Preview.module.css';
import { ScaledPanel } from './ScaledPanel';

/** As much of a takeover as is seen; also of one that is still being written. */
export interface Shown {
  kind: 'text' | 'asset' | 'page';
  tone: 'emergency' | 'notice';
  test: boolean;
  title: string;
  body: string;
  assetId: string | null;
  url: string;
}

interface WhatPictureProps {
  shown: Shown;
  panel: { width: number; height: number; fit: Fit };
  maxHeight: number;
}

export function WhatPicture({ shown, panel, maxHeight }: WhatPictureProps) {
  const { t } = useTranslation('takeovers');
  const label = t('preview.of', { what: shown.title || t(`kind.${shown.kind}`), ...panel });
  return (
    <ScaledPanel width={panel.width} height={panel.height} maxHeight={maxHeight} label={label}>
      <Inside shown={shown} fit={panel.fit} />
    </ScaledPanel>
  );
}

function Inside({ shown, fit }: { shown: Shown; fit: Fit }) {
  const { t } = useTranslation('takeovers');
  return (
    <div className={shown.test ? css.drill : css.whole}>
      <div className={css.piece}>
        <Piece shown={shown} fit={fit} />
      </div>
      {shown.test && <div className={css.mark}>{t('band.test')}</div>}
    </div>
  );
}

function Piece({ shown: { kind, tone, title, body, assetId, url }, fit }: { shown: Shown; fit: Fit }) {
  const { t } = useTranslation('takeovers');
  switch (kind) {
    case 'text':
      return <Card tone={tone} label={t(`band.${tone}`)} title={title || t('preview.noTitle')} body={body} />;
    case 'asset':
      return <AssetPicture id={assetId} fit={fit} />;
    case 'page':
      return <div className={css.plain}>{url || t('preview.noPage')}</div>;
    default:
      return kind satisfies never;
  }
}

const OBJECT_FIT = { contain: 'contain', cover: 'cover', stretch: 'fill', crop: 'none' } as const;

function AssetPicture({ id, fit }: { id: string | null; fit: Fit }) {
  const { t } = useTranslation('takeovers');
  const asset = useAsset(id);
  const picture = asset && isProbed(asset) ? asset.pictures.thumbnail : null;
  if (!picture) return <div className={css.plain}>{asset?.name ?? t('preview.noAsset')}</div>;
  return <img className={css.picture} src={`/media/${picture}`} alt="" style={{ objectFit: OBJECT_FIT[fit] }} />;
}
