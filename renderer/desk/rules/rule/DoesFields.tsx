/** What the rule does, and the figures of it. */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CapCounts, CapOf, type RuleDoes } from '../../../../electron/contract/records/rule';
import { NumberField } from '../../../operator/shared/NumberField';
import css from '../Rules.module.css';

const FIRST = {
  refuse: { kind: 'refuse' },
  warn: { kind: 'warn' },
  cap: { kind: 'cap', plays: 10, seconds: null, of: 'all', counts: 'place' },
  longest: { kind: 'longest', ms: 30_000 },
  permit: { kind: 'permit' },
  lock: { kind: 'lock' },
} as const satisfies Record<RuleDoes['kind'], RuleDoes>;
const KINDS = Object.keys(FIRST) as RuleDoes['kind'][];

export function DoesFields({ does, onChange }: { does: RuleDoes | null; onChange: (does: RuleDoes) => void }) {
  const { t } = useTranslation('rules');
  return (
    <>
      <Select
        label={t('form.does')}
        required
        allowDeselect={false}
        placeholder={t('form.choose')}
        description={does?.kind === 'lock' && t('form.lockUnknown')}
        data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={does?.kind ?? null}
        onChange={(kind) => {
          const chosen = KINDS.find((each) => each === kind);
          if (chosen) onChange(FIRST[chosen]);
        }}
      />
      {does?.kind === 'longest' && (
        <NumberField
          label={t('form.longest')}
          unit={t('form.seconds')}
          min={1}
          max={86_400}
          value={does.ms / 1000}
          onNumber={(seconds) => onChange({ ...does, ms: (seconds ?? 1) * 1000 })}
        />
      )}
      {does?.kind === 'cap' && (
        <div className={css.pair}>
          <NumberField
            label={t('form.plays')}
            min={0}
            max={10_000}
            value={does.plays}
            onNumber={(plays) => onChange({ ...does, plays })}
          />
          <NumberField
            label={t('form.capSeconds')}
            unit={t('form.seconds')}
            min={0}
            max={86_400}
            value={does.seconds}
            onNumber={(seconds) => onChange({ ...does, seconds })}
          />
          <Select
            label={t('form.of')}
            allowDeselect={false}
            data={CapOf.options.map((value) => ({ value, label: t(`ofChoice.${value}`) }))}
            value={does.of}
            onChange={(of) => onChange({ ...does, of: CapOf.catch('all').parse(of) })}
          />
          <Select
            label={t('form.counts')}
            allowDeselect={false}
            data={CapCounts.options.map((value) => ({ value, label: t(`countsChoice.${value}`) }))}
            value={does.counts}
            onChange={(counts) => onChange({ ...does, counts: CapCounts.catch('place').parse(counts) })}
          />
        </div>
      )}
    </>
  );
}
