/** The limits of the quality check, by what they are about; each says why it is there and what is usual. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  contradictionIn,
  limitsOf,
  type QualityLimits,
  USUAL_LIMITS,
} from '../../../../../electron/contract/records/quality-limits';
import { useFormats } from '../../../i18n/formats';
import { reasonText } from '../../../i18n/say';
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
import own from './Quality.module.css';

/** What a limit means at the left, its figure at the right. */
const beside = {
  root: own.limit ?? '',
  label: own.label ?? '',
  description: own.words ?? '',
  wrapper: own.figure ?? '',
  error: own.wrong ?? '',
};
const NAMES = Object.keys(GROUPS) as LimitGroup[];

export function QualitySection() {
  const { t } = useTranslation('quality');
  const form = useSettings();
  return (
    <>
      <p className={css.words}>{t('words')}</p>
      <div className={own.groups}>
        {NAMES.map((group) => (
          <SettingsSectionFrame key={group} title={t(`group.${group}`)} form={form}>
            {({ quality }) => <Group group={group} kept={quality} form={form} />}
          </SettingsSectionFrame>
        ))}
      </div>
    </>
  );
}

type OwnLimits = { [L in keyof QualityLimits]?: QualityLimits[L] | undefined };

interface GroupProps {
  group: LimitGroup;
  /** What the station keeps of its own. */
  kept: OwnLimits;
  form: SettingsForm;
}

function Group({ group, kept, form }: GroupProps) {
  const { t } = useTranslation('quality');
  const limits = limitsOf(kept);
  const save = (change: Partial<QualityLimits>) => form.save({ quality: ownOf({ ...limits, ...change }) });
  const changed = limitsIn(group).filter((limit) => kept[limit] !== undefined);
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
  const { limit, decimals } = field;
  const unit = t(`unit.${field.unit}`);
  const usual = number(shownOf(field, USUAL_LIMITS[limit]), decimals);
  return (
    <SavedNumber
      label={t(`limit.${limit}`)}
      description={`${t(`why.${limit}`)} ${t('usual', { value: `${usual} ${unit}` })}`}
      {...rangeOf(field)}
      unit={unit}
      classNames={beside}
      decimals={decimals}
      disabled={disabled}
      value={shownOf(field, limits[limit])}
      faultOf={(shown) => {
        const fault = contradictionIn({ ...limits, [limit]: keptOf(field, shown) });
        return fault && reasonText(fault);
      }}
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
