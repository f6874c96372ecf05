/** What the station knows of a display, as a list of facts. */
import { useTranslation } from 'react-i18next';
import { zoneLabel } from '../../../../electron/domain/zone-label';
import { stationNow } from '../../../client/station-clock';
import { StatusDot } from '../../../ui';
import { useFormats } from '../../i18n/formats';
import { type DisplayView, UNSURE_CLOCK_MS } from '../../shared/display-health';
import css from './Displays.module.css';

export function DisplayFacts({ view: { display, status } }: { view: DisplayView }) {
  const { t } = useTranslation('displays');
  const formats = useFormats();
  const { profile } = display;
  const since = status.since === null ? '' : formats.dateTime(status.since);
  const behind = status.expectedRevision !== null && status.holdsRevision !== status.expectedRevision;
  return (
    <section>
      <h3>{t('facts.title')}</h3>
      <dl className={css.facts}>
        <dt>{t('facts.connection')}</dt>
        <dd>
          <StatusDot tone={status.connected ? 'green' : 'amber'}>{connectionWords()}</StatusDot>
        </dd>
        {display.pairedAt !== null && (
          <>
            <dt>{t('facts.timeline')}</dt>
            <dd>
              <StatusDot tone={behind ? 'amber' : 'green'}>
                {status.holdsRevision === null
                  ? t('facts.holdsNone')
                  : t('facts.holds', { holds: status.holdsRevision, expected: status.expectedRevision ?? '–' })}
              </StatusDot>
            </dd>
            <dt>{t('facts.files')}</dt>
            <dd>
              {status.missing.files > 0 ? (
                <StatusDot tone="amber">
                  {t('health.missing', { count: status.missing.files, bytes: status.missing.bytes })}
                </StatusDot>
              ) : (
                t('facts.allFiles')
              )}
            </dd>
            <dt>{t('facts.clock')}</dt>
            <dd>{clockWords()}</dd>
            <dt>{t('facts.outbox')}</dt>
            <dd>{t('facts.outboxPlays', { count: status.outbox })}</dd>
          </>
        )}
        <dt>{t('facts.panel')}</dt>
        <dd className="tabular">{t('facts.panelWords', { ...profile, fit: t(`fit.${profile.fit}`) })}</dd>
        <dt>{t('facts.loudness')}</dt>
        <dd>
          {profile.loudnessLufs === null ? t('facts.loudnessAsIs') : `${formats.number(profile.loudnessLufs, 1)} LUFS`}
        </dd>
        <dt>{t('facts.zone')}</dt>
        <dd>
          {display.zone} ({zoneLabel(display.zone, stationNow())})
        </dd>
        {display.place && (
          <>
            <dt>{t('facts.place')}</dt>
            <dd>{display.place}</dd>
          </>
        )}
        <dt>{t('facts.paired')}</dt>
        <dd>{display.pairedAt === null ? t('health.notPaired') : formats.dateTime(display.pairedAt)}</dd>
      </dl>
    </section>
  );

  function connectionWords(): string {
    if (status.since === null) return t('health.neverSeen');
    return t(status.connected ? 'facts.connectedSince' : 'facts.offlineSince', { since });
  }

  function clockWords() {
    if (!status.clock) return t('facts.clockUnknown');
    const words = t('facts.clockWords', {
      offset: formats.number(status.clock.offsetMs, 1),
      error: formats.number(status.clock.errorMs, 1),
    });
    return status.clock.errorMs > UNSURE_CLOCK_MS ? <StatusDot tone="amber">{words}</StatusDot> : words;
  }
}
