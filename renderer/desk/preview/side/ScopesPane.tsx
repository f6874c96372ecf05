/** Instruments: how light and of which colours the picture is, and how loud the whole sound was measured. */
import { useTranslation } from 'react-i18next';
import type { ProbedAsset } from '../../../../electron/contract/records/asset';
import { useFormats } from '../../../operator/i18n/formats';
import { clippedOf, type Histogram, outlineOf } from '../engine/scopes';
import css from './Side.module.css';

const COLOURS = ['luma', 'red', 'green', 'blue'] as const;

export function ScopesPane({ histogram, asset }: { histogram: Histogram | null; asset: ProbedAsset }) {
  const { t } = useTranslation('preview');
  const { number, percent } = useFormats();
  const { loudness } = asset.probe;
  const clipped = histogram && clippedOf(histogram);
  return (
    <div className={css.pane}>
      {histogram && (
        <svg
          className={css.histogram}
          viewBox="0 0 255 100"
          preserveAspectRatio="none"
          role="img"
          aria-label={t('scopes.histogram')}
        >
          {COLOURS.map((colour) => (
            <path key={colour} data-colour={colour} d={outlineOf(histogram[colour], histogram.pixels)} />
          ))}
        </svg>
      )}
      {clipped && (
        <dl className={css.facts}>
          <dt>{t('scopes.dark')}</dt>
          <dd className="tabular">{percent(clipped.dark)}</dd>
          <dt>{t('scopes.bright')}</dt>
          <dd className="tabular">{percent(clipped.light)}</dd>
        </dl>
      )}
      {loudness && (
        <dl className={css.facts}>
          <dt>{t('scopes.integrated')}</dt>
          <dd className="tabular">{number(loudness.integratedLufs, 1)} LUFS</dd>
          <dt>{t('scopes.range')}</dt>
          <dd className="tabular">{number(loudness.rangeLu, 1)} LU</dd>
          <dt>{t('scopes.truePeak')}</dt>
          <dd className="tabular">{number(loudness.truePeakDbtp, 1)} dBTP</dd>
        </dl>
      )}
    </div>
  );
}
