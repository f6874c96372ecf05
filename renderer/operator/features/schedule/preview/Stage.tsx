/** The panel, pixel for pixel, drawn as large as there is room: its picture, its slate, or black where it is closed. */
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../../electron/contract/api/displays';
import { orpc } from '../../../../client/client';
import { useFormats } from '../../../i18n/formats';
import type { Item } from './item';
import { Picture } from './Picture';
import css from './Preview.module.css';
import type { Moment } from './playback';

interface StageProps {
  display: PublicDisplay;
  item: Item | null;
  moment: Moment;
}

/** Room around the panel, px. */
const ROOM_PX = 12;

export function Stage({ display, item, moment }: StageProps) {
  const { t } = useTranslation('desk');
  const { ref, width: wide, height: tall } = useElementSize<HTMLDivElement>();
  const { width, height, fit } = display.profile;
  const scale = Math.max(Math.min((wide - ROOM_PX * 2) / width, (tall - ROOM_PX * 2) / height), 0);
  const isDark = item?.clip.kind === 'slate' && item.clip.dark === true;
  const name = !item
    ? ''
    : item.clip.kind !== 'slate'
      ? item.clip.name
      : t(isDark ? 'preview.closed' : 'preview.slate');
  return (
    <div ref={ref} className={css.stage} role="img" aria-label={t('preview.stage', { display: display.name, name })}>
      <div
        className={css.panel}
        style={{
          width,
          height,
          transform: `scale(${scale}) translate(-50%, -50%)`,
        }}
      >
        {item && <Picture {...{ item, moment, fit }} />}
        {item?.clip.kind === 'slate' && !isDark && <Slate at={moment.at} height={height} />}
      </div>
      {isDark && <span className={css.dark}>{t('preview.closed')}</span>}
    </div>
  );
}

function Slate({ at, height }: { at: number; height: number }) {
  const formats = useFormats();
  const name = useQuery(orpc.station.settings.queryOptions()).data?.stationName;
  return (
    <div className={css.slate} style={{ fontSize: height / 9 }}>
      <strong>{name}</strong>
      <span className="tabular" style={{ fontSize: '1.6em' }}>
        {formats.time(at)}
      </span>
    </div>
  );
}
