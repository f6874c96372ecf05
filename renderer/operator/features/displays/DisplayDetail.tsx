/** One display: what it shows, what the station knows of it, and what can be done with it. */
import { Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../../electron/contract/scalars';
import { stationNow } from '../../../client/station-clock';
import { StatusDot } from '../../../ui';
import { reasonText, reasonTexts } from '../../i18n/say';
import { At } from '../../shared/At';
import { DayStrip } from '../../shared/DayStrip';
import { DisplayPicture } from '../../shared/DisplayPicture';
import { type DisplayView, faultsThatMatter, refused, unready } from '../../shared/display-health';
import { NowNext } from '../../shared/NowNext';
import { CalendarFeed } from './CalendarFeed';
import { DisplayCommands } from './DisplayCommands';
import { DisplayFacts } from './DisplayFacts';
import css from './Displays.module.css';
import { PageAddress } from './PageAddress';

export function DisplayDetail({ view, onClose }: { view: DisplayView | undefined; onClose: () => void }) {
  const { t } = useTranslation(['displays', 'common']);
  // What was open stays drawn while the sheet slides away.
  const [last, setLast] = useState(view);
  if (view && view !== last) setLast(view);
  const shown = view ?? last;
  return (
    <Drawer
      opened={view !== undefined}
      onClose={onClose}
      position="right"
      size={520}
      title={<span className="any-word">{shown?.display.name}</span>}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      transitionProps={{ duration: 160 }}
    >
      {shown && <Detail view={shown} onGone={onClose} />}
    </Drawer>
  );
}

function Detail({ view, onGone }: { view: DisplayView; onGone: () => void }) {
  const { t } = useTranslation('displays');
  const { display, status } = view;
  return (
    <div className={css.detail}>
      <DisplayPicture view={view} maxHeight={240} />
      <NowNext status={status} />
      <section>
        <h3>{t('today')}</h3>
        <DayStrip displayId={display.id} zone={display.zone} />
      </section>
      <DisplayCommands view={view} onGone={onGone} />
      <DisplayFacts view={view} />
      <LeftOut title={t('notReadyTitle')} reasons={unready(status)} />
      <LeftOut title={t('refusedTitle')} reasons={refused(status)}>
        <Link to="/rules">{t('openRules')}</Link>
      </LeftOut>
      <Faults view={view} />
      <PageAddress />
      <CalendarFeed displayId={display.id} />
    </div>
  );
}

interface LeftOutProps {
  title: string;
  reasons: readonly Reason[];
  children?: ReactNode;
}

function LeftOut({ title, reasons, children }: LeftOutProps) {
  if (reasons.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {reasonTexts(reasons).map((words) => (
          <li key={words}>
            <StatusDot tone="amber">{words}</StatusDot>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function Faults({ view: { status } }: { view: DisplayView }) {
  const { t } = useTranslation('displays');
  if (status.faults.length === 0) return null;
  const today = stationNow() - 86_400_000;
  const matter = faultsThatMatter(status, stationNow());
  return (
    <section>
      <h3>{t('faults')}</h3>
      <ul>
        {status.faults.map((fault) => (
          <li key={`${fault.at} ${fault.reason.code}`}>
            <StatusDot tone={matter.includes(fault) ? 'amber' : 'grey'}>
              <At at={fault.at} as={fault.at > today ? 'time' : 'dateTime'} /> {reasonText(fault.reason)}{' '}
              {!matter.includes(fault) && <span className={css.muted}>{t('faultOver')}</span>}
            </StatusDot>
          </li>
        ))}
      </ul>
    </section>
  );
}
