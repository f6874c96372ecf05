/** Rundowns of a week, by day; programmes with when they come next. */
import { ActionIcon, Button, Modal } from '@mantine/core';
import {
  IconCalendarPlus,
  IconChevronLeft,
  IconChevronRight,
  IconMicrophone,
  IconPlayerPlay,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { useFormats } from '../../operator/i18n/formats';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { type ScreenAction, useScreenActions } from '../../operator/shared/screen-actions';
import { useMe } from '../../operator/shared/use-me';
import { EmptyState, Page, RowSkeletons, Toolbar } from '../../ui';
import { ImportSheet } from '../import/ImportSheet';
import { RadioSettings } from '../settings/RadioSettings';
import { dayText } from '../shared/day-text';
import { useToday } from '../shared/use-today';
import { daysLater, weekOf } from '../shared/week';
import { SharesStrip } from '../spots/SharesStrip';
import { RecordingsList } from '../watch';
import { type NewFrom, NewRundown } from './NewRundown';
import { ProgrammeCards } from './ProgrammeCards';
import css from './Rundowns.module.css';
import { WeekTable } from './WeekTable';

export function RundownsScreen() {
  const { t } = useTranslation(['rundowns', 'radioSettings', 'watch', 'common']);
  const { may } = useMe();
  const formats = useFormats();
  const { today } = useToday();
  const [shift, setShift] = useState(0);
  const [making, setMaking] = useState<NewFrom | null>(null);
  const [importing, setImporting] = useState<NewFrom | null>(null);
  const [setting, setSetting] = useState(false);
  const [listening, setListening] = useState(false);
  const week = weekOf(daysLater(today, shift * 7));
  const lines = useQuery({ ...orpc.rundowns.list.queryOptions({ input: week }), placeholderData: keepPreviousData });
  const editable = may('rundown');
  // Behind a sheet nothing moves.
  const covered = setting || listening || making !== null || importing !== null;
  const actions: ScreenAction[] = [
    { id: 'rundowns.before', label: t('week.before'), keys: '[', run: () => setShift(shift - 1) },
    { id: 'rundowns.now', label: t('week.now'), keys: 'T', run: () => setShift(0) },
    { id: 'rundowns.after', label: t('week.after'), keys: ']', run: () => setShift(shift + 1) },
    ...(editable ? [{ id: 'rundowns.new', label: t('new.open'), keys: 'N', run: () => setMaking({}) }] : []),
    ...(editable ? [{ id: 'rundowns.import', label: t('new.fromFile'), run: () => setImporting({}) }] : []),
    ...(may('administer')
      ? [{ id: 'rundowns.settings', label: t('radioSettings:open'), run: () => setSetting(true) }]
      : []),
  ];
  useScreenActions(covered ? [] : actions);
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  const button = editable && (
    <Button leftSection={<IconCalendarPlus {...icon} />} onClick={() => setMaking({})}>
      {t('new.open')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button component={Link} to="/programmes" variant="default" leftSection={<IconMicrophone {...icon} />}>
            {t('programmes')}
          </Button>
          <Button component={Link} to="/guests" variant="default" leftSection={<IconUsers {...icon} />}>
            {t('guestList')}
          </Button>
          <Button variant="default" leftSection={<IconPlayerPlay {...icon} />} onClick={() => setListening(true)}>
            {t('watch:list.title')}
          </Button>
          {may('administer') && (
            <ActionIcon
              size="lg"
              variant="default"
              aria-label={t('radioSettings:open')}
              title={t('radioSettings:open')}
              onClick={() => setSetting(true)}
            >
              <IconSettings {...icon} />
            </ActionIcon>
          )}
          {button}
        </>
      }
    >
      <div className={css.screen}>
        <ProgrammeCards today={today} onNew={setMaking} />
        <SharesStrip today={today} />
        <Toolbar label={t('week.label')}>
          <ActionIcon variant="default" aria-label={t('week.before')} onClick={() => setShift(shift - 1)}>
            <IconChevronLeft size={16} stroke={1.75} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t('week.after')} onClick={() => setShift(shift + 1)}>
            <IconChevronRight size={16} stroke={1.75} />
          </ActionIcon>
          <Button variant="default" disabled={shift === 0} onClick={() => setShift(0)}>
            {t('week.now')}
          </Button>
          <h2 className={css.week} role="status">
            {t('week.of', { from: dayText(week.from, formats), to: dayText(week.to, formats) })}
          </h2>
        </Toolbar>
        {lines.error && <FaultPanel fault={lines.error} onRetry={() => void lines.refetch()} />}
        {lines.isPending && <RowSkeletons label={t('loading')} />}
        {lines.data?.length === 0 && (
          <EmptyState title={t('empty.title')} actions={button}>
            {editable && t('empty.words')}
          </EmptyState>
        )}
        {lines.data && lines.data.length > 0 && (
          <WeekTable lines={lines.data} today={today} onCopy={editable ? (id) => setMaking({ copyOf: id }) : null} />
        )}
      </div>
      <Modal
        opened={listening}
        onClose={() => setListening(false)}
        size="xl"
        title={t('watch:list.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <RecordingsList />
      </Modal>
      {making && (
        <NewRundown
          from={making}
          today={today}
          lines={lines.data ?? []}
          onFile={(from) => {
            setMaking(null);
            setImporting(from);
          }}
          onClose={() => setMaking(null)}
        />
      )}
      {setting && <RadioSettings onClose={() => setSetting(false)} />}
      {importing && <ImportSheet from={importing} today={today} onClose={() => setImporting(null)} />}
    </Page>
  );
}
