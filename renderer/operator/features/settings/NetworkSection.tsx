/** Whether displays and browsers on the office network reach the station, and by which addresses. */
import { Switch, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ExtraHosts } from '../../../../electron/contract/records/settings-lists';
import { orpc } from '../../../client/client';
import { Section } from '../../../ui';
import { FaultPanel } from '../../shared/FaultPanel';
import css from './Settings.module.css';
import { SettingsSectionFrame } from './SettingsSectionFrame';
import { useSettings } from './use-settings';

export function NetworkSection() {
  const { t } = useTranslation('settings');
  const form = useSettings();
  return (
    <>
      <SettingsSectionFrame title={t('network.title')} form={form}>
        {(settings) => (
          <>
            <Switch
              label={t('network.switch')}
              description={t('network.words')}
              checked={settings.displaysOnNetwork}
              disabled={!form.mayChange}
              onChange={(event) => form.save({ displaysOnNetwork: event.currentTarget.checked })}
            />
            <TagsInput
              label={t('network.hosts')}
              description={t('network.hostsWords')}
              placeholder={t('network.hostsExample')}
              disabled={!form.mayChange}
              clearable={false}
              value={settings.extraHosts}
              onChange={(hosts) => {
                const extraHosts = hosts.map((name) => name.trim().toLowerCase());
                if (ExtraHosts.safeParse(extraHosts).success) form.save({ extraHosts });
              }}
            />
          </>
        )}
      </SettingsSectionFrame>
      <Addresses />
    </>
  );
}

function Addresses() {
  const { t } = useTranslation('settings');
  const info = useQuery(orpc.station.info.queryOptions());
  if (info.isError) return <FaultPanel fault={info.error} onRetry={() => void info.refetch()} />;
  return (
    <Section title={t('network.addresses')}>
      <ul className={css.list}>
        {info.data?.addresses.map((address) => (
          <li key={address}>
            <code className="any-word">{address}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}
