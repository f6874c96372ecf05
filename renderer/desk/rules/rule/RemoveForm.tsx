/** A rule about to be removed: what may air without it, read before it goes. */
import { useTranslation } from 'react-i18next';
import type { RuleEffect } from '../../../../electron/contract/api/rules';
import type { Rule } from '../../../../electron/contract/records/rule';
import desk from '../../shared/Desk.module.css';
import { FormSheet } from '../../shared/FormSheet';
import css from '../Rules.module.css';
import { type RuleWords, sentenceOf } from '../sentence';
import { isUndone } from './before-saving';
import { EffectNotice } from './EffectNotice';
import { useRemoval } from './use-removal';

interface RemoveFormProps {
  rule: Rule;
  effect: RuleEffect | null;
  words: RuleWords;
  onClose: () => void;
}

export function RemoveForm({ rule, effect, words, onClose }: RemoveFormProps) {
  const { t } = useTranslation('rules');
  const remove = useRemoval(rule, { onDone: onClose });
  return (
    <FormSheet
      title={t('removeTitle', { name: rule.name })}
      size={520}
      className={css.form}
      save={remove}
      onClose={onClose}
      onSubmit={() => remove.mutate()}
      label={t('removeSure')}
    >
      <p className={css.sentence}>{sentenceOf(rule, words)}</p>
      <EffectNotice effect={effect} words={words} />
      {!isUndone(rule) && <p className={desk.muted}>{t('removeForGood')}</p>}
    </FormSheet>
  );
}
