/** A rule made or changed in plain words; its sentence is read back while it is written. */
import { Drawer, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Rule, RuleFields } from '../../../../electron/contract/records/rule';
import { client, orpc } from '../../../client/client';
import { DayField } from '../../../operator/shared/DayField';
import { FormEnd } from '../../../operator/shared/FormEnd';
import { useCommand } from '../../../operator/shared/use-command';
import css from '../Rules.module.css';
import { type RuleWords, sentenceOf } from '../sentence';
import { useSettled } from '../use-settled';
import { asksTwice, isAboutAll, isUndone } from './before-saving';
import { DoesFields } from './DoesFields';
import { EffectNotice } from './EffectNotice';
import { EMPTY_RULE, type RuleDraft } from './empty-rule';
import own from './RuleForm.module.css';
import { ScopeFields } from './ScopeFields';
import { TimeFields } from './TimeFields';

interface RuleFormProps {
  rule: Rule | undefined;
  words: RuleWords;
  onClose: () => void;
}

const NEVER_ASKED: RuleFields = { ...EMPTY_RULE, does: { kind: 'warn' } };

export function RuleForm({ rule, words, onClose }: RuleFormProps) {
  const { t } = useTranslation(['rules', 'common']);
  const [fields, setFields] = useState<RuleDraft>(() => (rule ? RuleFields.parse(rule) : EMPTY_RULE));
  const set = (part: Partial<RuleDraft>) => setFields((held) => ({ ...held, ...part }));
  const checked = RuleFields.safeParse(fields);
  const { effect, isKnown } = useEffectOf(rule, fields, checked.data);
  const save = useCommand({
    run: (ready: RuleFields) =>
      rule ? client.rules.update({ id: rule.id, rev: rule.rev, fields: ready }) : client.rules.create(ready),
    done: (saved) => t('saved', { name: saved.name }),
    undo: checked.success && isUndone(checked.data) && (!rule || isUndone(rule)),
    onDone: onClose,
    onFault: () => {},
  });
  const run = () => checked.success && isKnown && save.mutate(checked.data);
  const twice =
    checked.success && asksTwice(checked.data, effect) ? { confirmLabel: t('effect.sure'), run } : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!twice) run();
  };
  const locks = fields.active && fields.does?.kind === 'lock';
  const lacksDays = fields.does?.kind === 'lock' && !checked.success && fields.name !== '';
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
          {fields.does ? sentenceOf({ ...fields, does: fields.does }, words) : t('form.doesFirst')}
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
        {checked.success && isKnown && (
          <EffectNotice effect={effect} aboutAll={isAboutAll(checked.data)} locks={locks} words={words} />
        )}
        <FormEnd save={save} onCancel={onClose} disabled={!checked.success || !isKnown} twice={twice} />
      </form>
    </Drawer>
  );
}

/** What it would change, of these very fields: an answer about the ones of a moment ago is none. */
function useEffectOf(rule: Rule | undefined, fields: RuleDraft, ready: RuleFields | undefined) {
  const isSettled = useSettled(fields) && ready !== undefined;
  const input = { id: rule?.id ?? null, fields: ready ?? NEVER_ASKED };
  const asked = useQuery(orpc.rules.effect.queryOptions({ input, enabled: isSettled, retry: false }));
  return { effect: asked.data ?? null, isKnown: isSettled && !asked.isPending };
}
