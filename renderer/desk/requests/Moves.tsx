/** What else can happen to a request, each with its reason: more time, a withdrawal, an objection. */
import { Button, Group, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../electron/contract/api/requests';
import { client } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { FormEnd } from '../../operator/shared/FormEnd';
import { useCommand } from '../../operator/shared/use-command';
import desk from '../shared/Desk.module.css';

type Move = 'extend' | 'withdraw' | 'object';

/** As the station decides; it refuses the rest in any case. */
function movesOf({ state, standing, decisions }: RequestView): Move[] {
  const late = standing.kind === 'late';
  if (state === 'received') return late ? ['object', 'withdraw'] : ['extend', 'withdraw'];
  if (state === 'extended') return late ? ['object', 'withdraw'] : ['withdraw'];
  if (state === 'objection') return ['withdraw'];
  return state !== 'withdrawn' && decisions.length > 0 ? ['object'] : [];
}

export function Moves({ request, today }: { request: RequestView; today: string }) {
  const { t } = useTranslation('requests');
  const [move, setMove] = useState<Move | null>(null);
  const moves = movesOf(request);
  if (moves.length === 0) return null;
  return (
    <section>
      <h3>{t('moves')}</h3>
      {move && moves.includes(move) ? (
        <MoveForm key={move} request={request} move={move} today={today} onClose={() => setMove(null)} />
      ) : (
        <Group gap={8}>
          {moves.map((each) => (
            <Button key={each} size="compact-md" variant="default" onClick={() => setMove(each)}>
              {t(`move.${each}`)}
            </Button>
          ))}
        </Group>
      )}
    </section>
  );
}

interface MoveFormProps {
  request: RequestView;
  move: Move;
  today: string;
  onClose: () => void;
}

function MoveForm({ request, move, today, onClose }: MoveFormProps) {
  const { t } = useTranslation('requests');
  const [why, setWhy] = useState('');
  const [on, setOn] = useState(today);
  const { id, rev } = request;
  const save = useCommand({
    run: () => {
      const asked = { id, rev, why: why.trim() };
      if (move === 'extend') return client.requests.extend(asked);
      return move === 'withdraw' ? client.requests.withdraw(asked) : client.requests.object({ ...asked, on });
    },
    done: ({ number }) => t('saved', { number }),
    onDone: onClose,
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why.trim()) save.mutate();
  };
  return (
    <form onSubmit={submit} className={desk.form}>
      {move === 'object' && (
        <DayField
          label={t('form.objectedOn')}
          minDate={request.decisions.at(-1)?.on ?? request.receivedOn}
          maxDate={today}
          value={on}
          onDay={(day) => day && setOn(day)}
        />
      )}
      <Textarea
        label={t(`why.${move}`)}
        required
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        value={why}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      <FormEnd isPart save={save} onCancel={onClose} label={t(`move.${move}`)} disabled={!why.trim()} />
    </form>
  );
}
