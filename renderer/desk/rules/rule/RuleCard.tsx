import { Switch } from '@mantine/core';
import { IconHistory, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RuleEffect } from '../../../../electron/contract/api/rules';
import { type Rule, RuleFields } from '../../../../electron/contract/records/rule';
import { client } from '../../../client/client';
import { CardButton, EditRemove } from '../../../operator/shared/EditRemove';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import desk from '../../shared/Desk.module.css';
import css from '../Rules.module.css';
import { datesOf, type RuleWords, sentenceOf } from '../sentence';
import { asksTwice, isFelt, isUndone } from './before-saving';
import { useRemoval } from './use-removal';

interface RuleCardProps {
  rule: Rule;
  words: RuleWords;
  onEdit: () => void;
  /** Opens it as it would be, in use or not: somebody is to read first what that keeps off, or lets air. */
  onWeigh: (active: boolean) => void;
  /** Something booked would air then, or nobody knows: it is read before it is removed. */
  onRemove: (effect: RuleEffect | null) => void;
  onVersions: () => void;
}

export function RuleCard({ rule, words, onEdit, onWeigh, onRemove, onVersions }: RuleCardProps) {
  const { t } = useTranslation('rules');
  const { may } = useMe();
  const { id, rev, name, source, active, version } = rule;
  const as = (on: boolean) => ({ ...RuleFields.parse(rule), active: on });
  const turn = useCommand({
    run: (on: boolean) => client.rules.update({ id, rev, fields: as(on) }),
    done: (saved) => t(saved.active ? 'turnedOn' : 'turnedOff', { name }),
    undo: isUndone(rule),
  });
  const weigh = useCommand({
    run: (on: boolean) => client.rules.effect({ id, fields: as(on) }),
    onDone: (effect, on) => (asksTwice(as(on), effect) ? onWeigh(on) : turn.mutate(on)),
  });
  const remove = useRemoval(rule);
  const weighRemoval = useCommand({
    run: () => client.rules.effect({ id, fields: null }),
    onDone: (effect) => (isFelt(effect) ? onRemove(effect) : remove.mutate()),
    onFault: () => onRemove(null),
  });
  const law = datesOf(rule.validFrom, rule.validTo, words);
  return (
    <article className={css.rule} data-kind={rule.does.kind} data-off={active ? undefined : true}>
      <header>
        {rule.does.kind === 'lock' && <IconLock size={18} aria-hidden="true" />}
        <h2>{name}</h2>
        <Switch
          checked={active}
          disabled={!may('approve') || weigh.isPending || turn.isPending}
          label={t(active ? 'on' : 'off')}
          aria-label={t('useOf', { name })}
          onChange={(event) => weigh.mutate(event.currentTarget.checked)}
        />
      </header>
      <p className={css.sentence}>{sentenceOf(rule, words)}</p>
      <p className={desk.muted}>
        {t('sourceOf', { source: source || t('noSource') })}
        {law !== '' && ` · ${t('lawOf', { law })}`}
        {` · ${t('versionOf', { version })}`}
      </p>
      <div className={desk.commands}>
        <CardButton
          command={{ words: t('versions'), label: t('versionsOf', { name }), run: onVersions }}
          icon={<IconHistory size={14} aria-hidden="true" />}
        />
        {may('approve') && (
          <EditRemove
            edit={{ words: t('change'), label: t('editOf', { name }), run: onEdit }}
            remove={{ words: t('remove'), label: t('removeOf', { name }), run: () => weighRemoval.mutate() }}
          />
        )}
      </div>
    </article>
  );
}
