/** The limits of the quality check, by what they are about; each says why it is there and what is usual. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { limitsOf, type QualityLimits, USUAL_LIMITS } from '../../../../../electron/contract/records/quality-limits';
import { useFormats } from '../../../i18n/formats';
import { SavedNumber } from '../SavedNumber';
import { SavedText } from '../SavedText';
import css from '../Settings.module.css';
import { SettingsSectionFrame } from '../SettingsSectionFrame';
import { type SettingsForm, useSettings } from '../use-settings';
import {
  GROUPS,
  keptOf,
  type LimitField,
  type LimitGroup,
  lengthsIn,
  lengthsText,
  limitsIn,
  ownOf,
  rangeOf,
  shownOf,
} from './limit-fields';

const NAMES = Object.keys(GROUPS) as LimitGroup[];

export function QualitySection() {
  const { t } = useTranslation('quality');
  const form = useSettings();
  return (
    <>
      <p className={css.words}>{t('words')}</p>
      {NAMES.map((group) => (
        <SettingsSectionFrame key={group} title={t(`group.${group}`)} form={form}>
          {({ quality }) => <Group group={group} own={quality} form={form} />}
        </SettingsSectionFrame>
      ))}
    </>
  );
}

type Own = { [L in keyof QualityLimits]?: QualityLimits[L] | undefined };

interface GroupProps {
  group: LimitGroup;
  /** What the station keeps of its own. */
  own: Own;
  form: SettingsForm;
}

function Group({ group, own, form }: GroupProps) {
  const { t } = useTranslation('quality');
  const limits = limitsOf(own);
  const save = (change: Partial<QualityLimits>) => form.save({ quality: ownOf({ ...limits, ...change }) });
  const changed = limitsIn(group).filter((limit) => own[limit] !== undefined);
  const reset = () => save(Object.fromEntries(changed.map((limit) => [limit, USUAL_LIMITS[limit]])));
  return (
    <>
      {group === 'length' && <Lengths limits={limits} disabled={!form.mayChange} onSave={save} />}
      {GROUPS[group].map((field) => (
        <NumberOf key={field.limit} field={field} limits={limits} disabled={!form.mayChange} onSave={save} />
      ))}
      {form.mayChange && changed.length > 0 && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          aria-label={t('resetOf', { group: t(`group.${group}`) })}
          onClick={reset}
        >
          {t('reset')}
        </Button>
      )}
    </>
  );
}

interface FieldProps {
  limits: QualityLimits;
  disabled: boolean;
  onSave: (change: Partial<QualityLimits>) => void;
}

function NumberOf({ field, limits, disabled, onSave }: FieldProps & { field: LimitField }) {
  const { t } = useTranslation('quality');
  const { number } = useFormats();
  const { limit, unit, decimals } = field;
  const usual = number(shownOf(field, USUAL_LIMITS[limit]), decimals);
  const says = unit ? { unit: t(`unit.${unit}`) } : {};
  return (
    <SavedNumber
      label={t(`limit.${limit}`)}
      description={`${t(`why.${limit}`)} ${t('usual', { value: unit ? `${usual} ${t(`unit.${unit}`)}` : usual })}`}
      {...rangeOf(field)}
      {...says}
      decimals={decimals}
      disabled={disabled}
      value={shownOf(field, limits[limit])}
      onSave={(shown) => onSave({ [limit]: keptOf(field, shown) })}
    />
  );
}

function Lengths({ limits, disabled, onSave }: FieldProps) {
  const { t } = useTranslation('quality');
  return (
    <SavedText
      label={t('limit.lengthsMs')}
      description={`${t('why.lengthsMs')} ${t('usual', { value: lengthsText(USUAL_LIMITS.lengthsMs) })}`}
      disabled={disabled}
      value={lengthsText(limits.lengthsMs)}
      faultOf={(text) => (lengthsIn(text) ? null : t('lengthsRule'))}
      onSave={(text) => onSave({ lengthsMs: lengthsIn(text) ?? limits.lengthsMs })}
    />
  );
}
