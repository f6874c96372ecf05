/** How breaks are filled, the shares that the law asks for, and where the rules of what may air stand. */
import { Checkbox, Select, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Settings, SpotSettings } from '../../../electron/contract/records/settings';
import { NumberField } from '../../operator/shared/NumberField';
import { TimeField } from '../../operator/shared/TimeField';
import { LengthField } from '../shared/LengthField';
import { PartEnd } from './PartEnd';
import css from './RadioSettings.module.css';
import { useSave } from './use-radio-settings';

interface SpotsFormProps {
  settings: Settings;
  keep: (saved: Settings) => void;
}

export function SpotsForm({ settings, keep }: SpotsFormProps) {
  const { t } = useTranslation('spots');
  const [draft, setDraft] = useState<SpotSettings | null>(null);
  const save = useSave({ settings, keep, onDone: () => setDraft(null) });
  const spots = draft ?? settings.spots;
  const read = SpotSettings.safeParse(spots);
  const { separation, law } = spots;
  const apart = (part: Partial<SpotSettings['separation']>) =>
    setDraft({ ...spots, separation: { ...separation, ...part } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft && read.success) save.mutate({ spots: read.data });
  };
  return (
    <form onSubmit={submit} aria-labelledby="spots" className={css.part}>
      <Stack gap={16}>
        <h3 id="spots" className={css.title}>
          {t('settings.title')}
        </h3>
        <p className={css.quiet}>{t('settings.words')}</p>
        <LawFields law={law} onLaw={(part) => setDraft({ ...spots, law: { ...law, ...part } })} />
        <div className={css.pair}>
          <fieldset className={css.targets}>
            <legend>{t('settings.apart')}</legend>
            <Checkbox
              label={t('settings.agency')}
              checked={separation.agency}
              onChange={({ currentTarget }) => apart({ agency: currentTarget.checked })}
            />
            <Checkbox
              label={t('settings.category')}
              checked={separation.category}
              onChange={({ currentTarget }) => apart({ category: currentTarget.checked })}
            />
            <LengthField
              label={t('settings.sameClip')}
              w="100%"
              ms={separation.sameClipMs}
              zero={t('settings.sameClipNone')}
              onLength={(sameClipMs) => apart({ sameClipMs: Math.min(sameClipMs, 86_400_000) })}
            />
          </fieldset>
          <fieldset className={css.targets}>
            <legend>{t('settings.rules')}</legend>
            <p className={css.quiet}>{t('settings.rulesWords')}</p>
            <Link to="/rules" search={{ channel: 'radio' }} style={{ color: 'var(--suar-blue)' }}>
              {t('settings.rulesOfRadio')}
            </Link>
          </fieldset>
        </div>
        <PartEnd save={save} changed={draft !== null} ready={read.success} onReset={() => setDraft(null)} />
      </Stack>
    </form>
  );
}

interface LawFieldsProps {
  law: SpotSettings['law'];
  onLaw: (part: Partial<SpotSettings['law']>) => void;
}

function LawFields({ law, onLaw }: LawFieldsProps) {
  const { t } = useTranslation('spots');
  const { ilmPercent, ilmOf, adsPercent, onAir } = law;
  return (
    <div className={css.pair}>
      <NumberField
        label={t('settings.ilmPercent')}
        min={0}
        max={100}
        value={ilmPercent}
        onNumber={(value) => onLaw({ ilmPercent: value ?? 0 })}
      />
      <Select
        label={t('settings.ilmOf')}
        allowDeselect={false}
        data={(['all', 'commercial'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        value={ilmOf}
        onChange={(value) => onLaw({ ilmOf: value === 'commercial' ? 'commercial' : 'all' })}
      />
      <NumberField
        label={t('settings.adsPercent')}
        min={0}
        max={100}
        value={adsPercent}
        onNumber={(value) => onLaw({ adsPercent: value ?? 0 })}
      />
      <div className={css.pair}>
        <TimeField
          label={t('settings.onAirFrom')}
          value={onAir.start}
          onTime={(start) => onLaw({ onAir: { ...onAir, start } })}
        />
        <TimeField
          label={t('settings.onAirTo')}
          value={onAir.end}
          onTime={(end) => onLaw({ onAir: { ...onAir, end: end === '00:00:00' ? '24:00:00' : end } })}
        />
      </div>
    </div>
  );
}
