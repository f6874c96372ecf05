/** What points into the picture and is not pressed: where a new comment will be, and where a finding was seen. */
import type { PicturePlace } from '../../../../electron/contract/records/preview';
import type { Box } from '../../../../electron/contract/records/quality';
import { type Layout, pointOf } from '../layout';
import css from './Stage.module.css';

export function DraftPin({ place, layout }: { place: PicturePlace; layout: Layout }) {
  const point = pointOf(place, layout);
  return point && <span className={css.pin} data-new style={{ left: point.x, top: point.y }} aria-hidden="true" />;
}

export function FindingBox({ box, layout: { at, scale, picture } }: { box: Box; layout: Layout }) {
  const style = {
    left: at.x + (picture.x + box.x * picture.width) * scale,
    top: at.y + (picture.y + box.y * picture.height) * scale,
    width: box.w * picture.width * scale,
    height: box.h * picture.height * scale,
  };
  return <span className={css.box} style={style} aria-hidden="true" />;
}
