/** What the office asks of what is handed in: two people, the largest file, the checklist of each category. */
import { ActionIcon, Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem, IntakeRules } from '../../../electron/contract/records/intake-rules';
import { newId } from '../../../electron/contract/ulid';
import { client, orpc } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { RowSkeletons } from '../../ui';
import { FormSheet, Sheet } from '../shared/FormSheet';
import { IntakeRulesRead, MEGABYTE } from './IntakeRulesRead';
import css from './Submissions.module.css';

const WIDTH = 760;

export function IntakeRulesForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('submissions');
  const rules = useQuery(orpc.submissions.rules.queryOptions());
  const { may } = useMe();
  if (rules.data && may('approve')) return <Form rules={rules.data} onClose={onClose} />;
  return (
    <Sheet title={t('rules')} size={WIDTH} onClose={onClose}>
      {rules.isError && <FaultPanel fault={rules.error} />}
      {rules.isPending && <RowSkeletons label={t('loading')} rows={4} />}
      {rules.data && <IntakeRulesRead rules={rules.data} />}
    </Sheet>
  );
}

function Form({ rules, onClose }: { rules: IntakeRules; onClose: () => void }) {
  const { t } = useTranslation('submissions');
  const categories = useQuery(orpc.station.settings.queryOptions()).data?.categories ?? [];
  const [values, setValues] = useState(rules);
  const set = (change: Partial<IntakeRules>) => setValues((old) => ({ ...old, ...change }));
  const items = values.checklist;
  const setItem = (id: string, change: Partial<ChecklistItem>) =>
    set({ checklist: items.map((item) => (item.id === id ? { ...item, ...change } : item)) });
  const save = useCommand({
    run: () => client.submissions.setRules({ rev: rules.rev, values }),
    done: () => t('intake.saved'),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const fresh: ChecklistItem = { id: newId(), category: null, text: '', by: { kind: 'person' } };
  return (
    <FormSheet
      title={t('rules')}
      size={WIDTH}
      className={css.form}
      save={save}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      disabled={items.some(({ text }) => text.trim() === '')}
    >
      <MultiSelect
        label={t('intake.fourEyes')}
        data={[...new Set([...categories, ...values.fourEyes])]}
        value={values.fourEyes}
        onChange={(fourEyes) => set({ fourEyes })}
      />
      <NumberInput
        label={t('intake.mostMb')}
        min={1}
        value={Math.round(values.mostBytes / MEGABYTE)}
        onChange={(mb) => set({ mostBytes: Math.max(1, Number(mb) || 1) * MEGABYTE })}
      />
      <NumberInput
        label={t('intake.reviewMonths')}
        min={1}
        max={24}
        value={values.reviewMonths}
        onChange={(months) => set({ reviewMonths: Math.min(24, Math.max(1, Number(months) || 1)) })}
      />
      <h3 className={css.subtitle}>{t('intake.items')}</h3>
      <ul className={css.items}>
        {items.map((item) => (
          <li key={item.id}>
            <TextInput
              className={css.grow}
              aria-label={t('intake.text')}
              maxLength={200}
              value={item.text}
              onChange={(event) => setItem(item.id, { text: event.currentTarget.value })}
            />
            {item.by.kind !== 'person' && <span className={css.muted}>{t('intake.auto')}</span>}
            <Select
              w={180}
              aria-label={t('column.category')}
              placeholder={t('intake.ofAll')}
              clearable
              data={categories}
              value={item.category}
              onChange={(category) => setItem(item.id, { category })}
            />
            <ActionIcon
              aria-label={t('intake.removeItem', { text: item.text })}
              onClick={() => set({ checklist: items.filter(({ id }) => id !== item.id) })}
            >
              <IconTrash size={16} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => set({ checklist: [...items, fresh] })}
      >
        {t('intake.addItem')}
      </Button>
    </FormSheet>
  );
}
