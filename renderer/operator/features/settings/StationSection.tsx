/** What the station is called, whose clock it keeps, and where it picks up files. */
import { Button, Select } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../../electron/contract/records/user';
import { host } from '../../shared/host';
import { useCommand } from '../../shared/use-command';
import { ZoneSelect } from '../../shared/ZoneSelect';
import { SavedText } from './SavedText';
import css from './Settings.module.css';
import { SettingsSectionFrame } from './SettingsSectionFrame';
import { type SettingsForm, useSettings } from './use-settings';

export function StationSection() {
  const { t } = useTranslation('settings');
  const form = useSettings();
  return (
    <>
      <SettingsSectionFrame title={t('section.station')} form={form}>
        {(settings) => (
          <>
            <SavedText
              label={t('station.name')}
              description={t('station.nameWords')}
              value={settings.stationName}
              maxLength={200}
              disabled={!form.mayChange}
              faultOf={(text) => (text ? null : t('station.nameNeeded'))}
              onSave={(stationName) => form.save({ stationName })}
            />
            <ZoneSelect
              label={t('station.zone')}
              description={t('station.zoneWords')}
              value={settings.zone}
              disabled={!form.mayChange}
              onChange={(zone) => form.save({ zone })}
            />
            <Select
              label={t('station.language')}
              description={t('station.languageWords')}
              allowDeselect={false}
              disabled={!form.mayChange}
              data={[
                { value: 'id', label: 'Bahasa Indonesia' },
                { value: 'en', label: 'English' },
              ]}
              value={settings.language}
              onChange={(value) => form.save({ language: Language.parse(value) })}
            />
          </>
        )}
      </SettingsSectionFrame>
      <WatchFolder form={form} />
    </>
  );
}

function WatchFolder({ form }: { form: SettingsForm }) {
  const { t } = useTranslation('settings');
  const desktop = host();
  const choose = useCommand({
    run: async () => desktop?.chooseFolder(null) ?? null,
    onDone: (watchFolder) => watchFolder && form.save({ watchFolder }),
  });
  return (
    <SettingsSectionFrame title={t('watch.title')} form={form}>
      {({ watchFolder }) => (
        <>
          <p className={css.muted}>{t('watch.words')}</p>
          <div className={css.row}>
            <div className={css.grow}>
              <SavedText
                label={t('watch.folder')}
                placeholder={t('watch.off')}
                value={watchFolder ?? ''}
                maxLength={4096}
                disabled={!form.mayChange}
                onSave={(text) => form.save({ watchFolder: text || null })}
              />
            </div>
            {desktop && form.mayChange && (
              <Button
                variant="default"
                leftSection={<IconFolder size={16} aria-hidden="true" />}
                onClick={() => choose.mutate()}
              >
                {t('watch.choose')}
              </Button>
            )}
            {watchFolder && form.mayChange && (
              <Button variant="default" onClick={() => form.save({ watchFolder: null })}>
                {t('watch.stop')}
              </Button>
            )}
          </div>
        </>
      )}
    </SettingsSectionFrame>
  );
}
