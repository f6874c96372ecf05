/** Every rule as a sentence; one that holds under a lock says so. */
import { Button, Select } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleEffect } from '../../../../electron/contract/api/rules';
import { Channel } from '../../../../electron/contract/records/matter';
import type { Rule } from '../../../../electron/contract/records/rule';
import { wordsOf } from '../../../../electron/domain/words';
import { orpc } from '../../../client/client';
import { FaultPanel } from '../../../operator/shared/FaultPanel';
import { useScreenActions } from '../../../operator/shared/screen-actions';
import { useMe } from '../../../operator/shared/use-me';
import { CardSkeletons, EmptyState } from '../../../ui';
import desk from '../../shared/Desk.module.css';
import { FindField } from '../../shared/FindToolbar';
import { useWindowed, WindowedList } from '../../shared/WindowedList';
import css from '../Rules.module.css';
import { type RuleWords, sentenceOf } from '../sentence';
import { useRuleWords } from '../use-rule-words';
import { isOnChannel } from './on-channel';
import { RemoveForm } from './RemoveForm';
import { RuleCard } from './RuleCard';
import { RuleForm } from './RuleForm';
import { Versions } from './Versions';

type Opened = { form: Rule | undefined } | { versions: Rule } | { remove: Rule; effect: RuleEffect | null };

/** Locks first, then those in use. */
const rank = ({ does, active }: Rule) => (does.kind === 'lock' ? 0 : 1) + (active ? 0 : 2);

export function RulesPart() {
  const { t } = useTranslation('rules');
  const { may } = useMe();
  const rules = useQuery(orpc.rules.list.queryOptions());
  const ruleWords = useRuleWords();
  const [words, setWords] = useState('');
  const [opened, open] = useState<Opened | null>(null);
  const close = () => open(null);
  const make = () => open({ form: undefined });
  useScreenActions(may('approve') ? [{ id: 'rules.add', label: t('add'), keys: 'N', run: make }] : []);
  const add = may('approve') && (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={make}>
      {t('add')}
    </Button>
  );
  const { channel } = useSearch({ from: '/rules' });
  const about = (rules.data ?? []).filter(({ scope }) => !channel || isOnChannel(scope, channel));
  const found = wordsOf(useDeferredValue(words));
  const shown = about
    .filter((rule) => found(() => textOf(rule, ruleWords)))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  return (
    <>
      {rules.error && <FaultPanel fault={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <CardSkeletons label={t('loading')} cards={4} height={110} />}
      {rules.data && rules.data.length > 0 && (
        <div className={css.narrow}>
          <FindField find={t('find')} words={words} onWords={setWords} />
          <ChannelChoice channel={channel} />
          {add}
        </div>
      )}
      {about.length === 0 && rules.data && rules.data.length > 0 && <p className={desk.muted}>{t('noneOnChannel')}</p>}
      {about.length > 0 && shown.length === 0 && <p className={desk.muted}>{t('noneFound')}</p>}
      {rules.data?.length === 0 && (
        <EmptyState icon={<IconGavel size={36} stroke={1.5} />} title={t('none')} actions={add}>
          {t('noneWords')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <RuleList
          key={`${channel} ${words}`}
          rules={shown}
          words={ruleWords}
          onEdit={(rule) => open({ form: rule })}
          onRemove={(rule, effect) => open({ remove: rule, effect })}
          onVersions={(rule) => open({ versions: rule })}
        />
      )}
      {opened && 'form' in opened && <RuleForm rule={opened.form} words={ruleWords} onClose={close} />}
      {opened && 'remove' in opened && (
        <RemoveForm rule={opened.remove} effect={opened.effect} words={ruleWords} onClose={close} />
      )}
      {opened && 'versions' in opened && <Versions rule={opened.versions} words={ruleWords} onClose={close} />}
    </>
  );
}

const textOf = (rule: Rule, words: RuleWords): string => `${rule.name} ${rule.source} ${sentenceOf(rule, words)}`;

interface RuleListProps {
  rules: readonly Rule[];
  words: RuleWords;
  onEdit: (rule: Rule) => void;
  onRemove: (rule: Rule, effect: RuleEffect | null) => void;
  onVersions: (rule: Rule) => void;
}

const USUAL_PX = 160;

function RuleList({ rules, words, onEdit, onRemove, onVersions }: RuleListProps) {
  const { t } = useTranslation('rules');
  const windowed = useWindowed(rules.length, USUAL_PX);
  return (
    <WindowedList windowed={windowed} label={t('part.rules')}>
      {(index) => {
        const rule = rules[index];
        return (
          rule && (
            <RuleCard
              key={rule.id}
              rule={rule}
              words={words}
              onEdit={() => onEdit(rule)}
              onWeigh={(active) => onEdit({ ...rule, active })}
              onRemove={(effect) => onRemove(rule, effect)}
              onVersions={() => onVersions(rule)}
            />
          )
        );
      }}
    </WindowedList>
  );
}

/** Kept in the address, so that a link from elsewhere shows the rules of its channel. */
function ChannelChoice({ channel }: { channel: Channel | undefined }) {
  const { t } = useTranslation('rules');
  const navigate = useNavigate();
  return (
    <Select
      label={t('form.channels')}
      clearable
      clearButtonProps={{ 'aria-label': t('form.clear') }}
      placeholder={t('form.allChannels')}
      data={Channel.options.map((value) => ({ value, label: t(`channelName.${value}`) }))}
      value={channel ?? null}
      onChange={(value) => {
        const chosen = Channel.options.find((each) => each === value);
        void navigate({ to: '/rules', search: chosen ? { channel: chosen } : {}, replace: true });
      }}
    />
  );
}
