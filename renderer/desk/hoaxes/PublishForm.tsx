import { MultiSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxCase } from '../../../electron/contract/records/hoax-case';
import { dateOf, dayNumber } from '../../../electron/domain/calendar';
import { client, orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { useFormats } from '../../operator/i18n/formats';
import { dateText } from '../../operator/shared/date-text';
import { todayIn } from '../../operator/shared/days';
import { NumberField } from '../../operator/shared/NumberField';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { FormSheet } from '../shared/FormSheet';
import css from './Hoaxes.module.css';

interface PublishFormProps {
  one: HoaxCase;
  zone: string;
  onClose: () => void;
}

const USUAL_DAYS = 7;
const MOST_DAYS = 365;
/** Rundowns are written about so far ahead. */
const RUNDOWNS_AHEAD = 14;

/** Where the answer goes: playlists, panels, a rundown to read it in; files for elsewhere are made from its card. */
export function PublishForm({ one, zone, onClose }: PublishFormProps) {
  const { t } = useTranslation('hoaxes');
  const { may } = useMe();
  const playlists = useQuery(orpc.playlists.list.queryOptions()).data ?? [];
  const [chosen, setChosen] = useState<string[]>([...one.playlistIds]);
  const [panels, setPanels] = useState<Panels>({ displayIds: [], groupIds: [], days: USUAL_DAYS });
  const [rundownId, setRundown] = useState<string | null>(null);
  const isBooked = panels.displayIds.length + panels.groupIds.length > 0;
  const publish = useCommand({
    run: () =>
      client.hoaxes.publish({
        ...{ id: one.id, rev: one.rev, playlistIds: chosen, rundownId },
        on: isBooked ? panels : null,
      }),
    done: () => t('published'),
    onDone: onClose,
    onFault: () => {},
  });
  return (
    <FormSheet
      title={t('publish')}
      size={520}
      className={css.form}
      save={publish}
      onClose={onClose}
      onSubmit={() => publish.mutate()}
      label={t('publish')}
    >
      <p className={css.quote}>{one.clarification?.answer}</p>
      <MultiSelect
        label={t('form.playlists')}
        description={t('form.playlistsWords')}
        searchable
        data={playlists.filter(({ smart }) => smart === null).map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      {may('schedule') && <PanelFields panels={panels} onChange={setPanels} isBooked={isBooked} />}
      {may('rundown') && (
        <RundownField zone={zone} taken={one.rundownIds} rundownId={rundownId} onChange={setRundown} />
      )}
      <p className={css.told}>{t('form.approvalWords')}</p>
    </FormSheet>
  );
}

interface Panels {
  displayIds: string[];
  groupIds: string[];
  days: number;
}

interface PanelFieldsProps {
  panels: Panels;
  isBooked: boolean;
  onChange: (panels: Panels) => void;
}

function PanelFields({ panels, isBooked, onChange }: PanelFieldsProps) {
  const { t } = useTranslation('hoaxes');
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const groups = useQuery(orpc.groups.list.queryOptions()).data ?? [];
  return (
    <>
      <MultiSelect
        label={t('form.displays')}
        description={t('form.displaysWords')}
        searchable
        data={displays.map(({ display: { id, name } }) => ({ value: id, label: name }))}
        value={panels.displayIds}
        onChange={(displayIds) => onChange({ ...panels, displayIds })}
      />
      {groups.length > 0 && (
        <MultiSelect
          label={t('form.groups')}
          searchable
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={panels.groupIds}
          onChange={(groupIds) => onChange({ ...panels, groupIds })}
        />
      )}
      {isBooked && (
        <NumberField
          label={t('form.days')}
          min={1}
          max={MOST_DAYS}
          value={panels.days}
          onNumber={(days) => days !== null && days >= 1 && days <= MOST_DAYS && onChange({ ...panels, days })}
        />
      )}
    </>
  );
}

interface RundownFieldProps {
  zone: string;
  /** Those in which it is read already. */
  taken: readonly string[];
  rundownId: string | null;
  onChange: (rundownId: string | null) => void;
}

function RundownField({ zone, taken, rundownId, onChange }: RundownFieldProps) {
  const { t } = useTranslation('hoaxes');
  const { language } = useFormats();
  const [today] = useState(() => todayIn(zone, stationNow()));
  const to = dateOf(dayNumber(today) + RUNDOWNS_AHEAD);
  const lines = useQuery(orpc.rundowns.list.queryOptions({ input: { from: today, to } })).data ?? [];
  const open = lines
    .filter(
      ({ rundown: { id }, show }) => !taken.includes(id) && (show === null || show.rehearsal || show.state === 'onAir'),
    )
    .toReversed();
  return (
    <Select
      label={t('form.rundown')}
      description={t('form.rundownWords')}
      placeholder={t(open.length === 0 ? 'form.noRundown' : 'form.rundownNone')}
      searchable
      clearable
      disabled={open.length === 0}
      data={open.map(({ rundown: { id, name, date } }) => ({
        value: id,
        label: `${dateText(date, language)} · ${name}`,
      }))}
      value={rundownId}
      onChange={onChange}
    />
  );
}
