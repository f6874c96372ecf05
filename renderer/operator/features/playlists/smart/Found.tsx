/** What a rule finds now, in its order. */
import { useTranslation } from 'react-i18next';
import type { PlaylistView } from '../../../../../electron/contract/api/schedule';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { Duration } from '../../../../ui';
import { AssetThumb } from '../../library/list/AssetThumb';
import css from './Smart.module.css';

export function Found({ list, assets }: { list: PlaylistView; assets: ReadonlyMap<string, Asset> }) {
  const { t } = useTranslation('playlists');
  if (list.found?.length === 0) return <p className={css.none}>{t('smart.findsNone')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard
    <ol className={css.found} aria-label={t('smart.list')} tabIndex={0}>
      {list.found?.map((id, index) => {
        const asset = assets.get(id);
        const ms = list.lengths[index] ?? null;
        return (
          <li key={id}>
            {asset ? <AssetThumb asset={asset} className={css.thumb} /> : <span className={css.thumb} />}
            <span className="two-lines" title={asset?.name}>
              {asset?.name}
            </span>
            {ms !== null && <Duration ms={ms} />}
          </li>
        );
      })}
    </ol>
  );
}
