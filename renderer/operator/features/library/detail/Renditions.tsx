/** What was made of the asset for each kind of display: played as it is, remuxed or transcoded, and why. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProbedAsset, Rendition } from '../../../../../electron/contract/records/asset';
import { durationText, Section, StatusDot, type Tone } from '../../../../ui';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
import css from './Detail.module.css';

const TONES: Record<Rendition['state'], Tone> = { ready: 'green', queued: 'grey', failed: 'amber' };

export function Renditions({ asset, onRetry }: { asset: ProbedAsset; onRetry?: () => void }) {
  const { t } = useTranslation('library');
  const failed = asset.renditions.some(({ state }) => state === 'failed');
  const retry = failed && onRetry && (
    <Button size="xs" variant="default" onClick={onRetry}>
      {t('do.retry')}
    </Button>
  );
  return (
    <Section title={t('renditions.title')} aside={retry}>
      {asset.renditions.length === 0 && <p className={css.quiet}>{t('renditions.none')}</p>}
      <ul className={css.renditions}>
        {asset.renditions.map((rendition) => (
          <RenditionRow key={`${rendition.profileKey} ${rendition.inMs}`} rendition={rendition} />
        ))}
      </ul>
    </Section>
  );
}

function RenditionRow({ rendition }: { rendition: Rendition }) {
  const { t } = useTranslation('library');
  const formats = useFormats();
  const facts = rendition.state === 'ready' ? [formats.bytes(rendition.bytes), lengthOf(rendition.durationMs)] : [];
  const decision = rendition.state === 'failed' ? null : t(`decision.${rendition.decision}`);
  return (
    <li>
      <div className={css.renditionHead}>
        <strong className="any-word">{nameOf(rendition)}</strong>
        <StatusDot tone={TONES[rendition.state]}>{t(`renditions.${rendition.state}`)}</StatusDot>
      </div>
      <p className={css.quiet}>
        {[decision, ...facts, rendition.inMs > 0 && t('renditions.from', { at: durationText(rendition.inMs) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {rendition.because.map((reason) => (
        <p key={reason.code} className={css.because}>
          {reasonText(reason)}
        </p>
      ))}
    </li>
  );
}

const lengthOf = (ms: number) => (ms > 0 ? durationText(ms) : null);

/** The pixels say more than the profile's key; sound has none. */
function nameOf(rendition: Rendition): string {
  if (rendition.state === 'ready' && rendition.width > 0) return `${rendition.width}×${rendition.height}`;
  return rendition.profileKey;
}
