import { Switch } from '@mantine/core';
import { IconHistory, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Rule, RuleFields } from '../../../../electron/contract/records/rule';
import { client } from '../../../client/client';
import { CardButton, EditRemove } from '../../../operator/shared/EditRemove';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import desk from '../../shared/Desk.module.css';
import css from '../Rules.module.css';
import { datesOf, type RuleWords, sentenceOf } from '../sentence';

interface RuleCardProps {
  rule: Rule;
  words: RuleWords;
  onEdit: () => void;
  onVersions: () => void;
}

/** What undo may take back: an undo of the others would be one person's way round a lock. */
const isUndone = ({ does }: Pick<Rule, 'does'>) => does.kind !== 'lock' && does.kind !== 'permit';

export function RuleCard({ rule, words, onEdit, onVersions }: RuleCardProps) {
  const { t } = useTranslation('rules');
  const { may } = useMe();
  const { id, rev, name, source, active, version } = rule;
  const turn = useCommand({
    run: (on: boolean) => client.rules.update({ id, rev, fields: { ...RuleFields.parse(rule), active: on } }),
    done: (saved) => t(saved.active ? 'turnedOn' : 'turnedOff', { name }),
    undo: isUndone(rule),
  });
  const remove = useCommand({
    run: () => client.rules.remove({ id }),
    done: () => t('removed', { name }),
    undo: isUndone(rule),
  });
  const law = datesOf(rule.validFrom, rule.validTo, words);
  return (
    <li className={css.rule} data-kind={rule.does.kind} data-off={active ? undefined : true}>
      <header>
        {rule.does.kind === 'lock' && <IconLock size={18} aria-hidden="true" />}
        <h2>{name}</h2>
        <Switch
          checked={active}
          disabled={!may('approve') || turn.isPending}
          label={t(active ? 'on' : 'off')}
          aria-label={t('useOf', { name })}
          onChange={(event) => turn.mutate(event.currentTarget.checked)}
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
            remove={{ words: t('remove'), label: t('removeOf', { name }), run: () => remove.mutate() }}
          />
        )}
      </div>
    </li>
  );
}
