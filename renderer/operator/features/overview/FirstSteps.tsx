/** A new station's three steps on one page. Stays until all three are done. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../electron/contract/records/settings';
import { DEFAULT_SETTINGS } from '../../../../electron/contract/records/settings-defaults';
import { client, orpc } from '../../../client/client';
import { Section, StatusDot } from '../../../ui';
import { useCommand } from '../../shared/use-command';
import { useMe } from '../../shared/use-me';
import { ZoneSelect } from '../../shared/ZoneSelect';
import css from './Overview.module.css';

interface Steps {
  settings: Settings;
  named: boolean;
  hasDisplay: boolean;
  hasClip: boolean;
}

/** Undefined until it is known, null where no step is left or none is this person's. */
export function useFirstSteps(): Steps | null | undefined {
  const { may } = useMe();
  const settings = useQuery(orpc.station.settings.queryOptions()).data;
  const displays = useQuery(orpc.displays.list.queryOptions()).data;
  const clips = useQuery(orpc.library.list.queryOptions({ input: { limit: 1 } })).data;
  if (!may('administer')) return null;
  if (!settings || !displays || !clips) return undefined;
  const named = settings.stationName !== DEFAULT_SETTINGS.stationName;
  const steps = { settings, named, hasDisplay: displays.length > 0, hasClip: clips.total > 0 };
  return named && steps.hasDisplay && steps.hasClip ? null : steps;
}

export function FirstSteps({ steps: { settings, named, hasDisplay, hasClip } }: { steps: Steps }) {
  const { t } = useTranslation('overview');
  return (
    <Section title={t('firstSteps.title')}>
      <ol className={css.steps}>
        <Step title={t('firstSteps.name')} done={named}>
          <p>{t('firstSteps.nameWords')}</p>
          {!named && <NameForm settings={settings} />}
        </Step>
        <Step title={t('firstSteps.display')} done={hasDisplay}>
          <p>{t('firstSteps.displayWords')}</p>
          <Button variant="default" renderRoot={(props) => <Link to="/displays" search={{ add: true }} {...props} />}>
            {t('addDisplay')}
          </Button>
        </Step>
        <Step title={t('firstSteps.clip')} done={hasClip}>
          <p>{t('firstSteps.clipWords')}</p>
          <Button variant="default" renderRoot={(props) => <Link to="/library" {...props} />}>
            {t('firstSteps.openLibrary')}
          </Button>
        </Step>
      </ol>
      <p className={css.demo}>
        {t('firstSteps.demo')} <code>npm start -- --demo --data {t('firstSteps.emptyFolder')}</code>
      </p>
    </Section>
  );
}

function Step({ title, done, children }: { title: string; done: boolean; children: ReactNode }) {
  const { t } = useTranslation('overview');
  return (
    <li className={css.step}>
      <h3>{title}</h3>
      <StatusDot tone={done ? 'green' : 'grey'}>{t(done ? 'firstSteps.done' : 'firstSteps.toDo')}</StatusDot>
      {children}
    </li>
  );
}

function NameForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation('overview');
  const [stationName, setName] = useState('');
  const [zone, setZone] = useState(settings.zone);
  const save = useCommand({
    run: () => client.station.updateSettings({ rev: settings.rev, values: { stationName: stationName.trim(), zone } }),
    done: () => t('firstSteps.named'),
    undo: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stationName.trim()) save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t('firstSteps.stationName')}
        placeholder={t('firstSteps.stationExample')}
        maxLength={200}
        required
        value={stationName}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ZoneSelect label={t('firstSteps.zone')} value={zone} onChange={setZone} />
      <Button type="submit" loading={save.isPending}>
        {t('firstSteps.save')}
      </Button>
    </form>
  );
}
