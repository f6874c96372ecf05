/** What every rundown of a programme begins with; taken over from one that has proved itself. */
import { Button, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '../../../electron/contract/records/programme';
import { client, orpc } from '../../client/client';
import { useCommand } from '../../operator/shared/use-command';
import { Duration } from '../../ui';
import { KindMark } from '../shared/KindMark';
import { useToday } from '../shared/use-today';
import { daysLater } from '../shared/week';
import css from './Programmes.module.css';

interface TemplateLinesProps {
  programme: Programme;
  editable: boolean;
  onClear: () => void;
}

const BACK_DAYS = 60;

export function TemplateLines({ programme, editable, onClear }: TemplateLinesProps) {
  const { t } = useTranslation('programmes');
  const { template } = programme;
  const holds = new Set(template.map(({ parent }) => parent));
  const counted = template.filter(({ floating }, at) => !floating && !holds.has(at));
  return (
    <section className={css.field} aria-label={t('template.title')}>
      <span className={css.label}>
        {t('template.title')} · <Duration ms={counted.reduce((sum, { durationMs }) => sum + durationMs, 0)} />
      </span>
      {template.length === 0 && <p className={css.quiet}>{t('template.none')}</p>}
      <ol className={css.lines}>
        {template.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of a template is known by its place
          <li key={at} data-inside={line.parent !== null || undefined}>
            <KindMark item={line} />
            <span className="one-line" dir="auto">
              {line.title}
            </span>
            {line.start.kind === 'hard' && <span className={css.quiet}>{line.start.at}</span>}
            <Duration ms={line.durationMs} />
          </li>
        ))}
      </ol>
      {editable && <Learn programme={programme} onClear={onClear} />}
    </section>
  );
}

function Learn({ programme, onClear }: { programme: Programme; onClear: () => void }) {
  const { t } = useTranslation('programmes');
  const { today } = useToday();
  const span = { from: daysLater(today, -BACK_DAYS), to: daysLater(today, BACK_DAYS) };
  const lines = useQuery(orpc.rundowns.list.queryOptions({ input: span })).data ?? [];
  const [rundownId, setRundownId] = useState<string | null>(null);
  const learn = useCommand({
    run: () => client.programmes.learnTemplate({ id: programme.id, rundownId: rundownId ?? '' }),
    done: () => t('done.learnt'),
    undo: true,
  });
  return (
    <Group align="flex-end" gap={8}>
      <Select
        className={css.grow}
        label={t('template.from')}
        data={lines.map(({ rundown }) => ({ value: rundown.id, label: `${rundown.date} · ${rundown.name}` }))}
        value={rundownId}
        searchable
        onChange={setRundownId}
      />
      <Button variant="default" disabled={!rundownId} loading={learn.isPending} onClick={() => learn.mutate()}>
        {t('template.learn')}
      </Button>
      {programme.template.length > 0 && (
        <Button variant="subtle" onClick={onClear}>
          {t('template.clear')}
        </Button>
      )}
    </Group>
  );
}
