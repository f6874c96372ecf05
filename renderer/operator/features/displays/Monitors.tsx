/** Monitors of this computer: put a display page full screen on one. Only inside the desktop window. */
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Monitor, SuarHost } from '../../../../electron/contract/host';
import { client, orpc } from '../../../client/client';
import { Section, StatusDot } from '../../../ui';
import { host } from '../../shared/host';
import { useCommand } from '../../shared/use-command';
import css from './Displays.module.css';
import { twinNumber } from './twin-number';

export function Monitors() {
  const { t } = useTranslation('displays');
  const desktop = host();
  const monitors = useMonitors(desktop);
  if (!desktop || monitors.length === 0) return null;
  return (
    <div className={css.monitors}>
      <Section title={t('monitors.title')}>
        <p className={css.muted} style={{ marginTop: 0 }}>
          {t('monitors.words')}
        </p>
        <ul>
          {monitors.map((monitor) => (
            <MonitorRow key={monitor.id} monitor={monitor} twin={twinNumber(monitor, monitors)} desktop={desktop} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function MonitorRow({ monitor, twin, desktop }: { monitor: Monitor; twin: number | null; desktop: SuarHost }) {
  const { t } = useTranslation('displays');
  const { id: monitorId, label, width, height, primary, showing } = monitor;
  const displays = useQuery(orpc.displays.list.queryOptions()).data ?? [];
  const [displayId, setDisplayId] = useState<string | null>(null);
  const toggle = useCommand({
    run: async () => {
      if (showing) return desktop.hideDisplayOn({ monitorId });
      const page = displayId ? (await client.displays.localPage({ id: displayId })).path : null;
      return desktop.showDisplayOn({ monitorId, page });
    },
  });
  return (
    <li>
      <span>
        <StatusDot tone={showing ? 'red' : 'grey'}>
          {label || t('monitors.unnamed')} {twin} {primary && `(${t('monitors.primary')})`}
        </StatusDot>
        <span className={`tabular ${css.under}`}>
          {width}×{height}
        </span>
      </span>
      {!showing && (
        <Select
          w={220}
          size="xs"
          clearable
          aria-label={t('monitors.which')}
          placeholder={t('monitors.asBefore')}
          clearButtonProps={{ 'aria-label': t('monitors.asBefore') }}
          data={displays.map(({ display }) => ({ value: display.id, label: display.name }))}
          value={displayId}
          onChange={setDisplayId}
        />
      )}
      <Button size="compact-md" variant="default" loading={toggle.isPending} onClick={() => toggle.mutate()}>
        {t(showing ? 'monitors.hide' : 'monitors.show')}
      </Button>
    </li>
  );
}

function useMonitors(desktop: SuarHost | null): Monitor[] {
  const [monitors, setMonitors] = useState<Monitor[]>([]);
  useEffect(() => {
    if (!desktop) return;
    let here = true;
    // Without an answer there is simply no list; the desktop's own menu offers the same.
    desktop.monitors(null).then(
      (found) => here && setMonitors(found),
      () => {},
    );
    const stop = desktop.onMonitors(setMonitors);
    return () => {
      here = false;
      stop();
    };
  }, [desktop]);
  return monitors;
}
