/** How breaks are filled, the shares that the law asks for, and rules of categories. */
import { Button, Checkbox, Group, Select, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Settings, type SpotRule, SpotSettings } from '../../../electron/contract/records/settings';
import { NumberField } from '../../operator/shared/NumberField';
import { TimeField } from '../../operator/shared/TimeField';
import { LengthField } from '../shared/LengthField';
import { PartEnd } from './PartEnd';
import css from './RadioSettings.module.css';
import { RuleRow } from './RuleRow';
import { useSave } from './use-radio-settings';

interface SpotsFormProps {
  settings: Settings;
  keep: (saved: Settings) => void;
}

const MOST_RULES = 100;
const NEW_RULE: SpotRule = { category: null, from: null, to: null, playsADay: null, longestMs: null, source: '' };

export function SpotsForm({ settings, keep }: SpotsFormProps) {
  const { t } = useTranslation('spots');
  const [draft, setDraft] = useState<SpotSettings | null>(null);
  const save = useSave({ settings, keep, onDone: () => setDraft(null) });
  const spots = draft ?? settings.spots;
  const read = SpotSettings.safeParse(spots);
  const { separation, law, rules } = spots;
  const apart = (part: Partial<SpotSettings['separation']>) =>
    setDraft({ ...spots, separation: { ...separation, ...part } });
  const setRules = (next: SpotRule[]) => setDraft({ ...spots, rules: next });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft && read.success) save.mutate({ spots: read.data });
  };
  return (
    <form onSubmit={submit} aria-labelledby="spots">
      <Stack gap={12}>
        <h3 id="spots" className={css.title}>
          {t('settings.title')}
        </h3>
        <p className={css.quiet}>{t('settings.words')}</p>
        <LawFields law={law} onLaw={(part) => setDraft({ ...spots, law: { ...law, ...part } })} />
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
            w={260}
            ms={separation.sameClipMs}
            zero={t('settings.sameClipNone')}
            onLength={(sameClipMs) => apart({ sameClipMs: Math.min(sameClipMs, 86_400_000) })}
          />
        </fieldset>
        <fieldset className={css.targets}>
          <legend>{t('settings.rules')}</legend>
          {rules.length === 0 && <p className={css.quiet}>{t('settings.noRules')}</p>}
          {rules.map((rule, at) => (
            <RuleRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place while it is being written
              key={at}
              place={at + 1}
              rule={rule}
              categories={settings.categories}
              onRule={(next) => setRules(rules.map((each, place) => (place === at ? next : each)))}
              onRemove={() => setRules(rules.filter((_, place) => place !== at))}
            />
          ))}
          <Button
            size="xs"
            variant="default"
            disabled={rules.length >= MOST_RULES}
            leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
            onClick={() => setRules([...rules, NEW_RULE])}
          >
            {t('settings.add')}
          </Button>
        </fieldset>
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
    <Group gap={12} align="flex-end">
      <NumberField
        label={t('settings.ilmPercent')}
        w={150}
        min={0}
        max={100}
        value={ilmPercent}
        onNumber={(value) => onLaw({ ilmPercent: value ?? 0 })}
      />
      <Select
        label={t('settings.ilmOf')}
        w={320}
        allowDeselect={false}
        data={(['all', 'commercial'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        value={ilmOf}
        onChange={(value) => onLaw({ ilmOf: value === 'commercial' ? 'commercial' : 'all' })}
      />
      <NumberField
        label={t('settings.adsPercent')}
        w={250}
        min={0}
        max={100}
        value={adsPercent}
        onNumber={(value) => onLaw({ adsPercent: value ?? 0 })}
      />
      <TimeField
        label={t('settings.onAirFrom')}
        w={110}
        value={onAir.start}
        onTime={(start) => onLaw({ onAir: { ...onAir, start } })}
      />
      <TimeField
        label={t('settings.onAirTo')}
        w={110}
        value={onAir.end}
        onTime={(end) => onLaw({ onAir: { ...onAir, end: end === '00:00:00' ? '24:00:00' : end } })}
      />
    </Group>
  );
}
