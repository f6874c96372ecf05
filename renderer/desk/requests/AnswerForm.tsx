/** The answer being written: its words, the class of what was asked, the article of a refusal and why, the material given; and the decision. */
import { Autocomplete, Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../electron/contract/api/requests';
import type { RequestAnswer, RequestOutcome } from '../../../electron/contract/records/information-request';
import { client } from '../../client/client';
import { FaultPanel } from '../../operator/shared/FaultPanel';
import { useCommand } from '../../operator/shared/use-command';
import { useMe } from '../../operator/shared/use-me';
import { ConfirmTwice } from '../../ui';
import desk from '../shared/Desk.module.css';
import { GivenMaterial } from './GivenMaterial';

const CLASSES = ['periodic', 'immediate', 'anytime', 'exempt'] as const;
const OUTCOMES = ['answered', 'partly', 'refused'] as const;
/** UU 14/2008 art. 17 a to j, and what the office does not hold (art. 22 (7) b). */
const GROUNDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'notHeld'] as const;

export function AnswerForm({ request }: { request: RequestView }) {
  const { t } = useTranslation('requests');
  const { may } = useMe();
  const [draft, setDraft] = useState<{ answer: RequestAnswer; rev: number } | null>(null);
  const answer = draft?.answer ?? request.answer;
  const set = (part: Partial<RequestAnswer>) =>
    setDraft({ answer: { ...answer, ...part }, rev: draft?.rev ?? request.rev });
  const keep = async () =>
    draft ? await client.requests.draft({ id: request.id, rev: draft.rev, answer: draft.answer }) : request;
  const save = useCommand({
    run: keep,
    done: () => t('answer.saved'),
    onDone: () => setDraft(null),
    onFault: () => {},
  });
  const decide = useCommand({
    run: async (outcome: RequestOutcome) => {
      const { rev } = await keep();
      return client.requests.decide({ id: request.id, rev, outcome });
    },
    done: ({ number, state }) => t('answer.done', { number, state: t(`state.${state}`) }),
    onDone: () => setDraft(null),
    onFault: () => {},
  });
  const fault = save.error ?? decide.error;
  return (
    <div className={desk.form}>
      <Textarea
        label={t('answer.text')}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={10_000}
        value={answer.text}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
      />
      <div className={desk.pair}>
        <Select
          label={t('answer.class')}
          placeholder={t('answer.choose')}
          data={CLASSES.map((value) => ({ value, label: t(`class.${value}`) }))}
          value={answer.ppid}
          onChange={(value) => set({ ppid: CLASSES.find((each) => each === value) ?? null })}
        />
        <Autocomplete
          label={t('answer.ground')}
          placeholder={t('answer.groundHow')}
          data={GROUNDS.map((ground) => t(`ground.${ground}`))}
          limit={GROUNDS.length}
          maxLength={500}
          value={answer.ground}
          onChange={(ground) => set({ ground })}
        />
      </div>
      <Textarea
        label={t('answer.explanation')}
        description={t('answer.groundPrinted')}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={10_000}
        value={answer.explanation}
        onChange={({ currentTarget }) => set({ explanation: currentTarget.value })}
      />
      <GivenMaterial assetIds={answer.assetIds} onChange={(assetIds) => set({ assetIds })} />
      {fault && <FaultPanel fault={fault} />}
      <div className={desk.commands}>
        <Button variant="default" disabled={!draft} loading={save.isPending} onClick={() => save.mutate()}>
          {t('answer.save')}
        </Button>
        {may('approve') &&
          OUTCOMES.map((outcome) => (
            <ConfirmTwice
              key={outcome}
              label={t(`decide.${outcome}`)}
              confirmLabel={t(`decide.${outcome}Sure`)}
              onConfirm={() => decide.mutate(outcome)}
            />
          ))}
      </div>
      {!may('approve') && <p className={desk.muted}>{t('decide.byHead')}</p>}
    </div>
  );
}
