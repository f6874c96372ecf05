/** A display's health in one light and a few words. */
import { useTranslation } from 'react-i18next';
import { stationNow } from '../../client/station-clock';
import { StatusDot } from '../../ui';
import { useFormats } from '../i18n/formats';
import { reasonTexts } from '../i18n/say';
import { type DisplayView, refused, type Trouble, toneOf, troublesOf, unready } from './display-health';

export function HealthDot({ view }: { view: DisplayView }) {
  const { t } = useTranslation('displays');
  const words = useTroubleWords();
  const troubles = troublesOf(view, stationNow());
  return (
    <StatusDot tone={toneOf(troubles)}>
      {troubles.length === 0 ? t('health.ready') : troubles.map((trouble) => words(trouble, view)).join(' · ')}
    </StatusDot>
  );
}

function countOf(trouble: Trouble, status: DisplayView['status']): number {
  if (trouble === 'missing') return status.missing.files;
  return reasonTexts(trouble === 'refused' ? refused(status) : unready(status)).length;
}

/** Each trouble with its figures. */
export function useTroubleWords(): (trouble: Trouble, view: DisplayView) => string {
  const { t } = useTranslation('displays');
  const formats = useFormats();
  return (trouble, { status }) =>
    t(`health.${trouble}`, {
      count: countOf(trouble, status),
      bytes: status.missing.bytes,
      holds: status.holdsRevision ?? 0,
      expected: status.expectedRevision ?? 0,
      error: formats.number(status.clock?.errorMs ?? 0),
      since: status.since === null ? '' : formats.relative(Math.min(status.since, stationNow()), stationNow()),
    });
}
