/** Every rule as a sentence; one that holds under a lock says so. */
import { Button, Group, Select } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Channel } from '../../../../electron/contract/records/matter';
import type { Rule } from '../../../../electron/contract/records/rule';
import { orpc } from '../../../client/client';
import { FaultPanel } from '../../../operator/shared/FaultPanel';
import { useScreenActions } from '../../../operator/shared/screen-actions';
import { useMe } from '../../../operator/shared/use-me';
import { CardSkeletons, EmptyState } from '../../../ui';
import desk from '../../shared/Desk.module.css';
import css from '../Rules.module.css';
import { useRuleWords } from '../use-rule-words';
import { isOnChannel } from './on-channel';
import { RuleCard } from './RuleCard';
import { RuleForm } from './RuleForm';
import { Versions } from './Versions';

type Opened = { form: Rule | undefined } | { versions: Rule };

/** Locks first, then those in use. */
const rank = ({ does, active }: Rule) => (does.kind === 'lock' ? 0 : 1) + (active ? 0 : 2);

export function RulesPart() {
  const { t } = useTranslation('rules');
  const { may } = useMe();
  const rules = useQuery(orpc.rules.list.queryOptions());
  const words = useRuleWords();
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
  const shown = [...about].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  return (
    <>
      {rules.error && <FaultPanel fault={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <CardSkeletons label={t('loading')} cards={4} height={110} />}
      {rules.data && rules.data.length > 0 && (
        <Group justify="space-between" align="flex-end">
          <ChannelChoice channel={channel} />
          {add}
        </Group>
      )}
      {rules.data && rules.data.length > 0 && shown.length === 0 && <p className={desk.muted}>{t('noneOnChannel')}</p>}
      {rules.data?.length === 0 && (
        <EmptyState icon={<IconGavel size={36} stroke={1.5} />} title={t('none')} actions={add}>
          {t('noneWords')}
        </EmptyState>
      )}
      <ul className={css.rules}>
        {shown.map((rule) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            words={words}
            onEdit={() => open({ form: rule })}
            onWeigh={(active) => open({ form: { ...rule, active } })}
            onVersions={() => open({ versions: rule })}
          />
        ))}
      </ul>
      {opened && 'form' in opened && <RuleForm rule={opened.form} words={words} onClose={close} />}
      {opened && 'versions' in opened && <Versions rule={opened.versions} words={words} onClose={close} />}
    </>
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
