/** Safe areas of the picture as EBU R 95 has them: action within 93 %, titles within 90 %. */
import { useTranslation } from 'react-i18next';
import type { Layout } from '../layout';
import css from './Stage.module.css';

const AREAS = [
  { name: 'action', share: 0.93 },
  { name: 'title', share: 0.9 },
] as const;

export function SafeAreas({ layout: { at, scale, wall } }: { layout: Layout }) {
  const { t } = useTranslation('preview');
  return (
    <svg
      className={css.over}
      style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
      viewBox={`0 0 ${wall.width * scale} ${wall.height * scale}`}
      role="img"
      aria-label={t('stage.safe')}
    >
      {AREAS.map(({ name, share }) => (
        <rect
          key={name}
          data-area={name}
          x={(at.width * (1 - share)) / 2}
          y={(at.height * (1 - share)) / 2}
          width={at.width * share}
          height={at.height * share}
        />
      ))}
    </svg>
  );
}
