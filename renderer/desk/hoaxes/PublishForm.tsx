import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoaxCase } from '../../../electron/contract/records/hoax-case';
import { client, orpc } from '../../client/client';
import { stationNow } from '../../client/station-clock';
import { todayIn } from '../../operator/shared/days';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { FormSheet } from '../shared/FormSheet';
import css from './Hoaxes.module.css';
import { isBooked, NO_PANELS, PanelFields } from './PanelFields';
import { Places } from './Places';
import { RundownField } from './RundownField';
import { type Spot, SpotFields, USUAL_SPOT } from './SpotFields';

interface PublishFormProps {
  one: HoaxCase;
  zone: string;
  onClose: () => void;
}

/** Where the answer is and where it goes besides: playlists, panels, the radio; files for elsewhere are made from its card. */
export function PublishForm({ one: opened, zone, onClose }: PublishFormProps) {
  const { t } = useTranslation('hoaxes');
  const { may } = useMe();
  // As it is by now: taking it off a place moves it on.
  const known = useQuery(orpc.hoaxes.places.queryOptions({ input: { id: opened.id } })).data;
  const { one, places } = known ?? { one: opened, places: [] };
  const [today] = useState(() => todayIn(zone, stationNow()));
  const [playlistIds, setPlaylists] = useState<string[]>([]);
  const [panels, setPanels] = useState(NO_PANELS);
  const [rundownId, setRundown] = useState<string | null>(null);
  const [spot, setSpot] = useState<Spot>(USUAL_SPOT);
  const publish = useCommand({
    run: () =>
      client.hoaxes.publish({
        ...{ id: one.id, rev: one.rev, playlistIds, rundownId },
        on: isBooked(panels) ? panels : null,
        spot: spot.assetId === null ? null : { ...spot, assetId: spot.assetId },
      }),
    done: () => t('published'),
    onDone: onClose,
    onFault: () => {},
  });
  const held = new Set(places.flatMap(({ kind, id }) => (kind === 'playlist' || kind === 'rundown' ? [id] : [])));
  const isOn = new Set(places.map(({ kind }) => kind));
  return (
    <FormSheet
      title={t(opened.state === 'published' ? 'publishAgain' : 'publish')}
      size={640}
      className={css.form}
      save={publish}
      onClose={onClose}
      onSubmit={() => publish.mutate()}
      label={t(opened.state === 'published' ? 'publishAgain' : 'publish')}
      disabled={known === undefined}
    >
      <p className={css.quote}>{one.clarification?.answer}</p>
      {places.length > 0 && <Places one={one} places={places} />}
      <PlaylistField held={held} chosen={playlistIds} onChange={setPlaylists} />
      {may('schedule') && (
        <>
          <PanelFields
            today={today}
            panels={panels}
            isAgain={isOn.has('display') || isOn.has('group')}
            onChange={setPanels}
          />
          <SpotFields
            today={today}
            spot={spot}
            isAgain={places.some((place) => place.kind === 'radio' && place.own)}
            onChange={setSpot}
          />
        </>
      )}
      {may('rundown') && <RundownField today={today} held={held} rundownId={rundownId} onChange={setRundown} />}
      <p className={css.told}>{t('form.approvalWords')}</p>
    </FormSheet>
  );
}

interface PlaylistFieldProps {
  held: ReadonlySet<string>;
  chosen: string[];
  onChange: (ids: string[]) => void;
}

function PlaylistField({ held, chosen, onChange }: PlaylistFieldProps) {
  const { t } = useTranslation('hoaxes');
  const all = (useQuery(orpc.playlists.list.queryOptions()).data ?? []).filter(({ smart }) => smart === null);
  const offered = all.filter(({ id }) => !held.has(id));
  const isAll = all.length > 0 && offered.length === 0;
  return (
    <MultiSelect
      label={t('form.playlists')}
      description={t('form.playlistsWords')}
      {...(isAll ? { placeholder: t('form.playlistsHeld') } : {})}
      searchable
      disabled={isAll}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen}
      onChange={onChange}
    />
  );
}
