/** A rule made or changed in plain words; its sentence is read back while it is written. */
import { Drawer, Switch, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Rule, RuleFields } from '../../../../electron/contract/records/rule';
import { client } from '../../../client/client';
import { DayField } from '../../../operator/shared/DayField';
import { FormEnd } from '../../../operator/shared/FormEnd';
import { useCommand } from '../../../operator/shared/use-command';
import css from '../Rules.module.css';
import { type RuleWords, sentenceOf } from '../sentence';
import { DoesFields } from './DoesFields';
import { EMPTY_RULE } from './empty-rule';
import own from './RuleForm.module.css';
import { ScopeFields } from './ScopeFields';
import { TimeFields } from './TimeFields';

interface RuleFormProps {
  rule: Rule | undefined;
  words: RuleWords;
  onClose: () => void;
}

export function RuleForm({ rule, words, onClose }: RuleFormProps) {
  const { t } = useTranslation(['rules', 'common']);
  const [fields, setFields] = useState<RuleFields>(() => (rule ? RuleFields.parse(rule) : EMPTY_RULE));
  const set = (part: Partial<RuleFields>) => setFields((held) => ({ ...held, ...part }));
  const checked = RuleFields.safeParse(fields);
  const save = useCommand({
    run: () => (rule ? client.rules.update({ id: rule.id, rev: rule.rev, fields }) : client.rules.create(fields)),
    done: (saved) => t('saved', { name: saved.name }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (checked.success) save.mutate();
  };
  const lacksDays = fields.does.kind === 'lock' && !checked.success && fields.name !== '';
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={t(rule ? 'edit' : 'add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
        <p className={own.preview} aria-live="polite">
          {sentenceOf(fields, words)}
        </p>
        <TextInput
          label={t('form.name')}
          required
          data-autofocus
          maxLength={200}
          value={fields.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <DoesFields does={fields.does} onChange={(does) => set({ does })} />
        <ScopeFields scope={fields.scope} onChange={(scope) => set({ scope })} />
        <TimeFields time={fields.time} words={words} onChange={(time) => set({ time })} />
        <Textarea
          label={t('form.source')}
          placeholder="UU 7/2017 pasal 304"
          autosize
          maxLength={300}
          value={fields.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
        <div className={css.pair}>
          <DayField
            label={t('form.validFrom')}
            clearable
            clearButtonProps={{ 'aria-label': t('form.clear') }}
            placeholder={t('form.unbound')}
            value={fields.validFrom ?? undefined}
            onDay={(day) => set({ validFrom: day ?? null })}
          />
          <DayField
            label={t('form.validTo')}
            clearable
            clearButtonProps={{ 'aria-label': t('form.clear') }}
            placeholder={t('form.unbound')}
            value={fields.validTo ?? undefined}
            onDay={(day) => set({ validTo: day ?? null })}
          />
        </div>
        <Switch
          label={t('form.active')}
          checked={fields.active}
          onChange={(event) => set({ active: event.currentTarget.checked })}
        />
        {lacksDays && <p className={own.fault}>{t('form.lockNeedsDays')}</p>}
        <FormEnd save={save} onCancel={onClose} disabled={!checked.success} />
      </form>
    </Drawer>
  );
}
