/** That it is on air, what, and what time it is: read from three metres. */
import { IconDevices, IconFileText } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Show } from '../../../../electron/contract/records/show';
import { zoneLabel } from '../../../../electron/domain/zone-label';
import { airNow } from '../../../client/air-clock';
import { clockText, overText } from '../../../client/air-text';
import { useDrawn, writeText } from '../../../client/drawn';
import { MidiMenu } from '../midi/MidiMenu';
import css from './Tally.module.css';

interface TallyProps {
  show: Show;
  rundownId: string;
  zone: string;
}

export function Tally({ show, rundownId, zone }: TallyProps) {
  const { t } = useTranslation('onAir');
  const isHeld = show.current?.heldAt != null;
  return (
    <header className={css.head}>
      <span className={show.rehearsal ? css.rehearsal : css.onAir}>
        <span className={css.lamp} aria-hidden="true" />
        {t(show.rehearsal ? 'tally.rehearsal' : 'tally.onAir')}
      </span>
      <h1 className={`${css.name} one-line`} title={show.rundownName}>
        {show.rundownName}
      </h1>
      {show.rehearsal && <span className={css.mark}>{t('tally.shifted', { by: overText(show.shiftMs) })}</span>}
      {show.mode === 'roll' && <span className={css.mark}>{t('tally.roll')}</span>}
      {isHeld && <span className={css.held}>{t('tally.held')}</span>}
      <div className={css.links}>
        <MidiMenu />
        <Link to="/rundowns/$rundownId" params={{ rundownId }} className={css.link}>
          <IconFileText size={18} stroke={1.75} aria-hidden="true" />
          {t('toRundown')}
        </Link>
        <a href={`/view/${rundownId}`} target="_blank" rel="noreferrer" className={css.link}>
          <IconDevices size={18} stroke={1.75} aria-hidden="true" />
          {t('views')}
        </a>
      </div>
      <Clock zone={zone} label={t('clock')} />
    </header>
  );
}

function Clock({ zone, label }: { zone: string; label: string }) {
  const ref = useDrawn<HTMLSpanElement>((element) => writeText(element, clockText(airNow(), zone)));
  return (
    <div className={css.clock} role="timer" aria-live="off" aria-label={label}>
      <span ref={ref} className="tabular" /> <span className={css.zone}>{zoneLabel(zone, airNow())}</span>
    </div>
  );
}
