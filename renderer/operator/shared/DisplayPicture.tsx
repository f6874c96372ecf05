/** A display as its panel with its newest live picture. */
import { useTranslation } from 'react-i18next';
import { PanelPicture } from '../../ui';
import type { DisplayView } from './display-health';
import { useShownName } from './use-shown-name';

export function DisplayPicture({
  view: { display, status },
  maxHeight = 168,
}: {
  view: DisplayView;
  maxHeight?: number;
}) {
  const { t } = useTranslation('displays');
  const shownName = useShownName();
  const { width, height } = display.profile;
  const src = status.pictureAt === null ? null : `/displays/${display.id}/picture?at=${status.pictureAt}`;
  return (
    <PanelPicture
      width={width}
      height={height}
      src={src}
      maxHeight={maxHeight}
      stale={!status.connected}
      alt={pictureWords()}
    >
      {display.pairedAt === null ? t('picture.notPaired') : t('picture.none')}
    </PanelPicture>
  );

  function pictureWords(): string {
    if (!src) return t('picture.noneOf', { name: display.name });
    return status.connected && status.playing
      ? t('picture.of', { name: display.name, clip: shownName(status.playing) })
      : t('picture.lastOf', { name: display.name });
  }
}
