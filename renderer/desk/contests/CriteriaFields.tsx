/** What the jury goes by, and how much each of it weighs. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../../electron/contract/records/contest';
import { newId } from '../../../electron/contract/ulid';
import { useFormats } from '../../operator/i18n/formats';
import { NumberField } from '../../operator/shared/NumberField';
import css from './Contests.module.css';

const MOST = 20;

interface CriteriaFieldsProps {
  criteria: readonly Criterion[];
  onChange: (criteria: Criterion[]) => void;
}

export function CriteriaFields({ criteria, onChange }: CriteriaFieldsProps) {
  const { t } = useTranslation('contests');
  const { percent } = useFormats();
  const sum = criteria.reduce((all, { weight }) => all + weight, 0);
  const change = (id: string, part: Partial<Criterion>) =>
    onChange(criteria.map((each) => (each.id === id ? { ...each, ...part } : each)));
  return (
    <fieldset className={css.group}>
      <legend>{t('form.criteria')}</legend>
      {criteria.map(({ id, name, weight }, at) => (
        <div key={id} className={css.criterion}>
          <TextInput
            className={css.grow ?? ''}
            aria-label={t('criterion.name', { place: at + 1 })}
            maxLength={200}
            value={name}
            onChange={({ currentTarget }) => change(id, { name: currentTarget.value })}
          />
          <NumberField
            w={90}
            aria-label={t('criterion.weight', { place: at + 1 })}
            min={1}
            max={100}
            value={weight || null}
            onNumber={(value) => change(id, { weight: value ?? 0 })}
          />
          <span className={`tabular ${css.share}`}>{sum > 0 && percent(weight / sum)}</span>
          <ActionIcon
            aria-label={t('criterion.remove', { name: name || String(at + 1) })}
            disabled={criteria.length === 1}
            onClick={() => onChange(criteria.filter((each) => each.id !== id))}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="compact-md"
          variant="default"
          disabled={criteria.length >= MOST}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onChange([...criteria, { id: newId(Date.now()), name: '', weight: 1 }])}
        >
          {t('criterion.add')}
        </Button>
      </div>
    </fieldset>
  );
}
