/** Listeners on the line: taken down, screened, put on air. */
import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../../electron/contract/records/rundown';
import { elapsedText } from '../../../client/air-text';
import { client } from '../../../client/client';
import { useCommand } from '../../../operator/shared/use-command';
import { AddCall } from './AddCall';
import css from './Calls.module.css';
import { callQueue, orderUp } from './call-queue';
import box from './Live.module.css';

interface CallsProps {
  rundownId: string;
  calls: readonly Call[];
  now: number;
  mayChange: boolean;
  onFault: (fault: unknown) => void;
}

type Change = Parameters<typeof client.rundowns.setCall>[0]['fields'];

export function Calls({ rundownId, calls, now, mayChange, onFault }: CallsProps) {
  const { t } = useTranslation('onAir');
  const { onAir, waiting, finished } = callQueue(calls);
  const set = useCommand({ run: (input: { id: string; fields: Change }) => client.rundowns.setCall(input), onFault });
  const change = mayChange ? (id: string, fields: Change) => set.mutate({ id, fields }) : undefined;
  const up = (id: string) => {
    const order = orderUp(waiting, id);
    return order ? () => change?.(id, { order }) : undefined;
  };
  return (
    <section className={box.box} aria-label={t('calls.title')}>
      <div className={css.head}>
        <h2 className={box.boxTitle}>{t('calls.title')}</h2>
        {mayChange && <Add rundownId={rundownId} onFault={onFault} />}
      </div>
      {!onAir && waiting.length === 0 && <p className={box.quiet}>{t('calls.none')}</p>}
      <ul className={css.queue}>
        {[...(onAir ? [onAir] : []), ...waiting].map((call) => (
          <Caller key={call.id} call={call} now={now} change={change} onUp={up(call.id)} />
        ))}
      </ul>
      {finished > 0 && <p className={box.quiet}>{t('calls.finished', { count: finished })}</p>}
    </section>
  );
}

/** Over the screen: whole at any height, and while it is there a letter is a letter. A press beside it loses nothing that was typed. */
function Add({ rundownId, onFault }: Pick<CallsProps, 'rundownId' | 'onFault'>) {
  const { t } = useTranslation('onAir');
  const [adding, setAdding] = useState(false);
  return (
    <Popover
      opened={adding}
      onChange={setAdding}
      closeOnClickOutside={false}
      position="left-end"
      width={340}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('calls.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('calls.add')}>
        <AddCall rundownId={rundownId} onFault={onFault} onEnd={() => setAdding(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface CallerProps {
  call: Call;
  now: number;
  change: ((id: string, fields: Change) => void) | undefined;
  onUp: (() => void) | undefined;
}

const STEPS = {
  waiting: { to: 'screened', word: 'calls.screen' },
  screened: { to: 'onAir', word: 'calls.putOnAir' },
  onAir: { to: 'done', word: 'calls.done' },
} as const;

function Caller({ call, now, change, onUp }: CallerProps) {
  const { t } = useTranslation('onAir');
  const { id, caller, topic, line, note, state, onAirAt, createdAt } = call;
  const isOn = state === 'onAir';
  const since = isOn ? (onAirAt ?? now) : createdAt;
  const step = state === 'done' || state === 'dropped' ? null : STEPS[state];
  const length = elapsedText(now - since);
  return (
    <li className={css.caller} data-state={state}>
      <p className={css.who}>
        <b className="any-word">{caller}</b>
        <span className="any-word">{[line, topic].filter(Boolean).join(' · ')}</span>
      </p>
      {note && <p className={css.note}>{note}</p>}
      <p className={`tabular ${css.since}`}>{t(`calls.state.${state}`, { length })}</p>
      {change && step && (
        <div className={css.deeds}>
          <Button size="compact-sm" variant="default" onClick={() => change(id, { state: step.to })}>
            {t(step.word)}
          </Button>
          {onUp && (
            <ActionIcon size="md" aria-label={t('calls.up', { caller })} onClick={onUp}>
              <IconArrowUp size={16} aria-hidden="true" />
            </ActionIcon>
          )}
          {!isOn && (
            <ActionIcon
              size="md"
              aria-label={t('calls.drop', { caller })}
              onClick={() => change(id, { state: 'dropped' })}
            >
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
          )}
        </div>
      )}
    </li>
  );
}
