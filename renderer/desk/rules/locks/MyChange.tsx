/** One's own change that was just refused for a lock's sake: here another person is asked to confirm it. */
import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldBackView } from '../../../../electron/contract/api/lock-changes';
import { client, orpc } from '../../../client/client';
import { useCommand } from '../../../operator/shared/use-command';
import { Section } from '../../../ui';
import desk from '../../shared/Desk.module.css';
import css from '../Rules.module.css';
import { ChangeLines } from './ChangeLines';
import own from './Locks.module.css';
import { SHORTEST_REASON } from './shortest-reason';

/** A refusal changes no record, so nothing tells of it. */
const LOOK_MS = 2000;

export function MyChange() {
  const held = useQuery({ ...orpc.lockChanges.mine.queryOptions(), refetchInterval: LOOK_MS });
  return held.data ? <Ask key={held.data.at} held={held.data} onOver={() => void held.refetch()} /> : null;
}

function Ask({ held, onOver }: { held: HeldBackView; onOver: () => void }) {
  const { t } = useTranslation(['rules', 'commands', 'common']);
  const [reason, setReason] = useState('');
  const ready = reason.trim().length >= SHORTEST_REASON;
  const ask = useCommand({
    run: () => client.lockChanges.ask({ at: held.at, reason: reason.trim() }),
    done: () => t('locks.asked'),
    onDone: onOver,
  });
  const drop = useCommand({ run: () => client.lockChanges.drop({ at: held.at }), onDone: onOver });
  return (
    <Section title={t('changes.mine')}>
      <form
        className={`${css.form} ${own.mine}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) ask.mutate();
        }}
      >
        <div className={css.sentence}>
          <b>{t(`commands:${held.command}`)}</b>
          <ChangeLines lines={held.lines} loosens={held.loosens} />
        </div>
        <p className={desk.muted}>{t('changes.mineWords')}</p>
        <Textarea
          label={t('locks.reason')}
          description={t('locks.reasonWords')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={desk.commands}>
          <Button type="submit" disabled={!ready} loading={ask.isPending}>
            {t('changes.ask')}
          </Button>
          <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
            {t('common:close')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
