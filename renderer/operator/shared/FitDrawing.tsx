/** The fit, drawn: a test picture on this very panel. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../electron/contract/records/display';
import { pictureOn } from './fit-drawing';

export function FitDrawing({ profile }: { profile: Pick<Profile, 'width' | 'height' | 'fit'> }) {
  const { t } = useTranslation('displays');
  const clip = useId();
  const { width, height, fit } = profile;
  const scale = Math.min(220 / width, 120 / height);
  const box = pictureOn(profile);
  const [centreX, centreY] = [box.x + box.width / 2, box.y + box.height / 2];
  return (
    <svg
      width={width * scale}
      height={height * scale}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('fitDrawing', { fit: t(`fit.${fit}`), width, height })}
    >
      <clipPath id={clip}>
        <rect width={width} height={height} />
      </clipPath>
      <rect width={width} height={height} fill="#05070a" />
      <g clipPath={`url(#${clip})`} stroke="#eaf2fe" strokeWidth={Math.max(width, height) / 150} fill="none">
        <rect {...box} fill="#1257c4" />
        <path
          d={`M${box.x} ${box.y}l${box.width} ${box.height}M${box.x + box.width} ${box.y}l${-box.width} ${box.height}`}
          opacity={0.35}
        />
        <ellipse cx={centreX} cy={centreY} rx={(box.width * 9) / 40} ry={(box.height * 16) / 40} />
      </g>
    </svg>
  );
}
