/** A calendar's stages, edited as rows. A stage keeps its key when its days move, so that rules go with it. */
import { ActionIcon, Button, Drawer, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Stage, type StageCalendar, StageCalendarFields } from '../../../../electron/contract/records/rule';
import { DEFAULT_SETTINGS } from '../../../../electron/contract/records/settings-defaults';
import { client, orpc } from '../../../client/client';
import { DayField } from '../../../operator/shared/DayField';
import { todayIn } from '../../../operator/shared/days';
import { FormEnd } from '../../../operator/shared/FormEnd';
import { useCommand } from '../../../operator/shared/use-command';
import css from '../Rules.module.css';
import { isFelt } from '../rule/before-saving';
import { EffectNotice } from '../rule/EffectNotice';
import { useRuleWords } from '../use-rule-words';
import { useSettled } from '../use-settled';
import own from './Stages.module.css';

export function StageForm({ calendar, onClose }: { calendar: StageCalendar | undefined; onClose: () => void }) {
  const { t } = useTranslation(['rules', 'common']);
  const words = useRuleWords();
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone ?? DEFAULT_SETTINGS.zone;
  const [fields, setFields] = useState<StageCalendarFields>(() => calendar ?? { name: '', source: '', stages: [] });
  const checked = StageCalendarFields.safeParse(fields);
  const setStage = (key: string, part: Partial<Stage>) =>
    setFields((held) => ({
      ...held,
      stages: held.stages.map((stage) => (stage.key === key ? { ...stage, ...part } : stage)),
    }));
  const add = () => {
    const last = fields.stages.at(-1)?.to ?? todayIn(zone, Date.now());
    const key = `tahap-${Date.now().toString(36)}`;
    setFields((held) => ({ ...held, stages: [...held.stages, { key, name: '', from: last, to: last }] }));
  };
  const { effect, isKnown } = useEffectOf(calendar, fields, checked.success);
  const save = useCommand({
    run: () =>
      calendar
        ? client.stages.update({ id: calendar.id, rev: calendar.rev, fields: StageCalendarFields.parse(fields) })
        : client.stages.create(fields),
    done: (saved) => t('saved', { name: saved.name }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const run = () => checked.success && isKnown && save.mutate();
  const twice = calendar && isKnown && isFelt(effect) ? { confirmLabel: t('effect.sure'), run } : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!twice) run();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={760}
      title={t(calendar ? 'stages.edit' : 'stages.add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={submit} className={css.form}>
        <TextInput
          label={t('stages.name')}
          required
          data-autofocus
          maxLength={200}
          value={fields.name}
          onChange={(event) => {
            const name = event.currentTarget.value;
            setFields((held) => ({ ...held, name }));
          }}
        />
        <TextInput
          label={t('form.source')}
          maxLength={300}
          value={fields.source}
          onChange={(event) => {
            const source = event.currentTarget.value;
            setFields((held) => ({ ...held, source }));
          }}
        />
        {fields.stages.map((stage, index) => (
          <div key={stage.key} className={own.stageRow}>
            <TextInput
              aria-label={t('stages.stageName', { number: index + 1 })}
              placeholder={t('stages.stageExample')}
              maxLength={200}
              value={stage.name}
              onChange={(event) => setStage(stage.key, { name: event.currentTarget.value })}
            />
            <DayField
              label={index === 0 ? t('form.from') : undefined}
              value={stage.from}
              onDay={(day) => day && setStage(stage.key, { from: day, to: later(day, stage.to) })}
            />
            <DayField
              label={index === 0 ? t('form.to') : undefined}
              minDate={stage.from}
              value={stage.to}
              onDay={(day) => day && setStage(stage.key, { to: day })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeOf', { name: stage.name || index + 1 })}
              onClick={() =>
                setFields((held) => ({ ...held, stages: held.stages.filter(({ key }) => key !== stage.key) }))
              }
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        ))}
        <Button variant="default" w="fit-content" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={add}>
          {t('stages.addStage')}
        </Button>
        {calendar && checked.success && isKnown && <EffectNotice effect={effect} words={words} />}
        <FormEnd save={save} onCancel={onClose} disabled={!checked.success || !isKnown} twice={twice} />
      </form>
    </Drawer>
  );
}

/** What moving its days changes by the rules that go by them; no rule goes by a new one yet. */
function useEffectOf(calendar: StageCalendar | undefined, fields: StageCalendarFields, isWhole: boolean) {
  const isSettled = useSettled(fields);
  const enabled = calendar !== undefined && isSettled && isWhole;
  const input = { id: calendar?.id ?? '', fields };
  const asked = useQuery(orpc.stages.effect.queryOptions({ input, enabled, retry: false }));
  return { effect: asked.data ?? null, isKnown: !calendar || (enabled && !asked.isPending) };
}

const later = (a: string, b: string): string => (a > b ? a : b);
