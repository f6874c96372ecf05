/** How long: until somebody ends it, some minutes, until a time, or from one time to another. And whether it is a drill. */
import { Chip, Group, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../shared/DayField';
import { TimeField } from '../../../shared/TimeField';
import { HowLong } from './draft';
import type { FieldProps } from './field';
import css from './Sheet.module.css';

export function LongFields(props: FieldProps) {
  const { t } = useTranslation('takeovers');
  const { draft, faults, onChange } = props;
  return (
    <fieldset className={css.part}>
      <legend>{t('sheet.long')}</legend>
      <Chip.Group value={draft.long} onChange={(long) => onChange({ long: HowLong.parse(long) })}>
        <Group gap={6} role="radiogroup" aria-label={t('sheet.long')}>
          {HowLong.options.map((value) => (
            <Chip key={value} value={value} size="sm" radius="sm">
              {/^\d/.test(value) ? t('sheet.minutes', { count: Number(value) }) : t(`sheet.longs.${value}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {draft.long === 'planned' && <When {...props} which="from" />}
      {(draft.long === 'planned' || draft.long === 'until') && <When {...props} which="until" />}
      {faults.includes('until') && (
        <p className={css.fault} role="alert">
          {t('fault.until')}
        </p>
      )}
      <Switch
        mt={4}
        label={t('sheet.test')}
        description={t('sheet.testHow')}
        checked={draft.test}
        onChange={(event) => onChange({ test: event.currentTarget.checked })}
      />
    </fieldset>
  );
}

/** A day and a time of the station's clock. */
function When({ draft, onChange, which }: FieldProps & { which: 'from' | 'until' }) {
  const { t } = useTranslation('takeovers');
  const [day, time] = which === 'from' ? (['fromDay', 'fromTime'] as const) : (['untilDay', 'untilTime'] as const);
  const label = t(`sheet.${which}`);
  return (
    <Group align="flex-end" gap={8} wrap="nowrap">
      <DayField
        w={210}
        label={t('sheet.dayOf', { label })}
        value={draft[day]}
        onDay={(value) => value && onChange({ [day]: value })}
      />
      <TimeField
        label={t('sheet.timeOf', { label })}
        value={draft[time]}
        onTime={(text) => onChange({ [time]: text })}
      />
    </Group>
  );
}
