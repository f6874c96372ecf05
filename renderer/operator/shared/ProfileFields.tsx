/** A panel's pixels, fit, frame rate and loudness; used for displays and for the station's default. */
import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fit, type Profile } from '../../../electron/contract/records/display';
import { FitDrawing } from './FitDrawing';
import { NumberField } from './NumberField';
import css from './ProfileFields.module.css';

const PRESETS = ['512x256', '800x400', '1024x512', '1280x720', '1920x1080', '3840x2160', '1080x1920'];
const RATES = ['24', '25', '30', '50', '60'] as const;

interface ProfileFieldsProps {
  profile: Profile;
  onChange: (change: Partial<Profile>) => void;
  isWrong: (field: string) => boolean;
}

export function ProfileFields({ profile, onChange, isWrong }: ProfileFieldsProps) {
  const { t } = useTranslation('displays');
  const size = `${profile.width}x${profile.height}`;
  const setSize = (text: string | null) => {
    const [width, height] = (text ?? '').split('x').map(Number);
    if (width && height) onChange({ width, height });
  };
  return (
    <>
      <Select
        label={t('form.size')}
        description={t('form.sizeWords')}
        placeholder={t('form.ownSize')}
        allowDeselect={false}
        data={PRESETS.map((value) => ({ value, label: t(`preset.${value}`) }))}
        value={PRESETS.includes(size) ? size : null}
        onChange={setSize}
      />
      <div className={css.pair}>
        {(['width', 'height'] as const).map((side) => (
          <NumberField
            key={side}
            label={t(`form.${side}`)}
            min={16}
            max={16_384}
            unit="px"
            required
            error={isWrong(side) && t('form.pixelsRule')}
            value={profile[side]}
            onNumber={(value) => onChange({ [side]: value ?? 0 })}
          />
        ))}
      </div>
      <FitChoice profile={profile} onChange={onChange} />
      <div className={css.pair}>
        <Select
          label={t('form.frameRate')}
          allowDeselect={false}
          data={RATES.map((rate) => ({ value: rate, label: t('form.perSecond', { rate }) }))}
          value={String(profile.frameRate)}
          onChange={(rate) => rate && onChange({ frameRate: Number(rate) as Profile['frameRate'] })}
        />
        <NumberField
          label={t('form.loudness')}
          placeholder={t('form.loudnessAsIs')}
          min={-40}
          max={-5}
          unit="LUFS"
          error={isWrong('loudnessLufs') && t('form.loudnessRule')}
          value={profile.loudnessLufs}
          onNumber={(loudnessLufs) => onChange({ loudnessLufs })}
        />
      </div>
    </>
  );
}

function FitChoice({ profile, onChange }: Pick<ProfileFieldsProps, 'profile' | 'onChange'>) {
  const { t } = useTranslation('displays');
  const drawable = profile.width >= 16 && profile.height >= 16;
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ padding: 0, marginBottom: 4, fontSize: 13, fontWeight: 500 }}>{t('form.fit')}</legend>
      <SegmentedControl
        fullWidth
        aria-label={t('form.fit')}
        data={Fit.options.map((value) => ({ value, label: t(`fit.${value}`) }))}
        value={profile.fit}
        onChange={(fit) => onChange({ fit: fit as Profile['fit'] })}
      />
      <div className={css.fit}>
        {drawable && <FitDrawing profile={profile} />}
        <span className={css.muted}>{t(`fitWords.${profile.fit}`)}</span>
      </div>
    </fieldset>
  );
}
