/** Days on which nothing opens, and what may not follow on what. */
import { ActionIcon, Button, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Closure, Separation } from '../../../../../electron/contract/records/loop-policy';
import { DayField } from '../../../shared/DayField';
import { todayIn } from '../../../shared/days';
import { NumberField } from '../../../shared/NumberField';
import css from './Loops.module.css';

const MINUTE_MS = 60_000;

interface ClosuresFieldProps {
  closures: readonly Closure[];
  zone: string;
  onClosures: (closures: Closure[]) => void;
}

export function ClosuresField({ closures, zone, onClosures }: ClosuresFieldProps) {
  const { t } = useTranslation('loops');
  const change = (index: number, next: Partial<Closure> | null) =>
    onClosures(closures.flatMap((each, at) => (at !== index ? each : next ? { ...each, ...next } : [])));
  return (
    <section aria-label={t('closures')} className={css.part}>
      <h3>{t('closures')}</h3>
      {closures.map((closure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: closures have no name of their own and are never reordered
        <div key={index} className={css.closure}>
          <DayField label={t('from')} value={closure.from} onDay={(from) => from && change(index, { from })} />
          <DayField label={t('to')} value={closure.to} onDay={(to) => to && change(index, { to })} />
          <TextInput
            label={t('why')}
            maxLength={200}
            value={closure.why}
            onChange={(event) => change(index, { why: event.currentTarget.value })}
          />
          <ActionIcon aria-label={t('removeClosure', { n: index + 1 })} onClick={() => change(index, null)}>
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-md"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => {
          const today = todayIn(zone, Date.now());
          onClosures([...closures, { from: today, to: today, why: '' }]);
        }}
      >
        {t('addClosure')}
      </Button>
    </section>
  );
}

interface SeparationFieldProps {
  separation: Separation;
  onSeparation: (separation: Separation) => void;
}

export function SeparationField({ separation, onSeparation }: SeparationFieldProps) {
  const { t } = useTranslation('loops');
  return (
    <section aria-label={t('separation')} className={css.part}>
      <h3>{t('separation')}</h3>
      {(['agency', 'category'] as const).map((what) => (
        <Switch
          key={what}
          label={t(`separate.${what}`)}
          checked={separation[what]}
          onChange={(event) => onSeparation({ ...separation, [what]: event.currentTarget.checked })}
        />
      ))}
      <NumberField
        w={280}
        label={t('separate.sameClip')}
        description={t('separate.sameClipHow')}
        min={0}
        max={1440}
        unit={t('minutes')}
        value={separation.sameClipMs / MINUTE_MS}
        onNumber={(value) => onSeparation({ ...separation, sameClipMs: (value ?? 0) * MINUTE_MS })}
      />
    </section>
  );
}
