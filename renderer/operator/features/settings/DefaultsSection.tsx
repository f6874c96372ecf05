/** What holds where nobody says otherwise: the offered panel, length of a still, filler, sound, how far ahead. */
import { Button, TagsInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Profile } from '../../../../electron/contract/records/display';
import { Categories } from '../../../../electron/contract/records/settings-lists';
import { LocalTime } from '../../../../electron/contract/scalars';
import { LEGAL_DAYS } from '../../../../electron/domain/recording';
import { FillerSelect } from '../../shared/FillerSelect';
import { ProfileFields } from '../../shared/ProfileFields';
import { SavedNumber } from './SavedNumber';
import { SavedText } from './SavedText';
import { SettingsSectionFrame } from './SettingsSectionFrame';
import { type SettingsForm, useSettings } from './use-settings';

export function DefaultsSection() {
  const { t } = useTranslation('settings');
  const form = useSettings();
  const disabled = !form.mayChange;
  return (
    <>
      <SettingsSectionFrame title={t('defaults.playing')} form={form}>
        {(settings) => (
          <>
            <FillerSelect
              label={t('defaults.filler')}
              description={t('defaults.fillerWords')}
              placeholder={t('defaults.noFiller')}
              disabled={disabled}
              value={settings.fillerPlaylistId}
              onChange={(fillerPlaylistId) => form.save({ fillerPlaylistId })}
            />
            <SavedNumber
              label={t('defaults.still')}
              description={t('defaults.stillWords')}
              min={1}
              max={3600}
              unit={t('seconds')}
              disabled={disabled}
              value={settings.stillMs / 1000}
              onSave={(seconds) => form.save({ stillMs: seconds * 1000 })}
            />
            <SavedNumber
              label={t('defaults.loudness')}
              description={t('defaults.loudnessWords')}
              min={-40}
              max={-5}
              unit="LUFS"
              disabled={disabled}
              value={settings.audioLoudnessLufs}
              onSave={(audioLoudnessLufs) => form.save({ audioLoudnessLufs })}
            />
            <SavedNumber
              label={t('defaults.recordings')}
              description={t(
                settings.recordingDays < LEGAL_DAYS ? 'defaults.recordingsShort' : 'defaults.recordingsWords',
              )}
              min={1}
              max={3660}
              unit={t('days')}
              disabled={disabled}
              value={settings.recordingDays}
              onSave={(recordingDays) => form.save({ recordingDays })}
            />
            <SavedNumber
              label={t('defaults.horizon')}
              description={t('defaults.horizonWords')}
              min={48}
              max={168}
              unit={t('hours')}
              disabled={disabled}
              value={settings.horizonHours}
              onSave={(horizonHours) => form.save({ horizonHours })}
            />
            <SavedText
              label={t('defaults.compileAt')}
              description={t('defaults.compileAtWords')}
              disabled={disabled}
              value={settings.compileAt}
              faultOf={(text) => (isCompileTime(text) ? null : t('timeRule'))}
              onSave={(compileAt) => form.save({ compileAt })}
            />
          </>
        )}
      </SettingsSectionFrame>
      <SettingsSectionFrame title={t('defaults.categories')} form={form}>
        {(settings) => (
          <TagsInput
            label={t('defaults.categoriesList')}
            description={t('defaults.categoriesWords')}
            disabled={disabled}
            clearable={false}
            maxTags={100}
            value={settings.categories}
            onChange={(next) => {
              const parsed = Categories.safeParse(next);
              if (parsed.success) form.save({ categories: parsed.data });
            }}
          />
        )}
      </SettingsSectionFrame>
      <SettingsSectionFrame title={t('defaults.profile')} form={form}>
        {(settings) => (
          <ProfileForm key={JSON.stringify(settings.defaultProfile)} form={form} start={settings.defaultProfile} />
        )}
      </SettingsSectionFrame>
    </>
  );
}

const isCompileTime = (text: string) => LocalTime.safeParse(text).success && text !== '24:00:00';

/** Saved as a whole: each change of the pixels would have every clip prepared anew. */
function ProfileForm({ form, start }: { form: SettingsForm; start: Profile }) {
  const { t } = useTranslation(['settings', 'common']);
  const [profile, setProfile] = useState(start);
  const parsed = Profile.safeParse(profile);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.')));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (parsed.success) form.save({ defaultProfile: parsed.data });
  };
  return (
    <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
      <p>{t('defaults.profileWords')}</p>
      <ProfileFields
        profile={profile}
        onChange={(change) => setProfile((old) => ({ ...old, ...change }))}
        isWrong={(field) => wrong.has(field)}
      />
      {form.mayChange && (
        <Button type="submit" disabled={!parsed.success} loading={form.saving} style={{ alignSelf: 'flex-start' }}>
          {t('common:save')}
        </Button>
      )}
    </form>
  );
}
