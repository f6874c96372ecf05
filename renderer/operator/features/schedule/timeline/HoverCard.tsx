/** What stands under the pointer, and why. */
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../../../electron/contract/records/timeline';
import { durationText } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import css from './Timeline.module.css';

export interface Spot {
  displayId: string;
  clip: Clip;
  start: number;
  end: number;
}

export function HoverCard({ spot, x, y }: { spot: Spot; x: number; y: number }) {
  const formats = useFormats();
  const { t } = useTranslation('schedule');
  const flip = x > window.innerWidth - 360;
  const above = y > window.innerHeight - 160;
  return (
    <div
      className={css.hover}
      aria-hidden="true"
      style={{
        ...(flip ? { right: window.innerWidth - x + 12 } : { left: x + 12 }),
        ...(above ? { bottom: window.innerHeight - y + 12 } : { top: y + 16 }),
      }}
    >
      <strong className="two-lines">{clipName(spot.clip, t('slate'))}</strong>
      <span className="tabular">
        {formats.time(spot.start)}–{formats.time(spot.end)} · {durationText(spot.end - spot.start)}
      </span>
      <span>{reasonText(spot.clip.because)}</span>
    </div>
  );
}

export const clipName = (clip: Clip, slate: string): string => (clip.kind === 'slate' ? slate : clip.name);
