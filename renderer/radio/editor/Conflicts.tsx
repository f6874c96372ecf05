/** Somebody else changed the same meanwhile: whose it is, both versions, and the choice between them. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { durationText } from '../../ui';
import css from './Editor.module.css';
import type { Conflict } from './edit-queue';
import type { Head } from './use-head';

interface ConflictsProps {
  conflicts: readonly Conflict[];
  head: Head;
  onKeep: (conflict: Conflict) => void;
  onTake: (conflict: Conflict) => void;
}

export function Conflicts({ conflicts, head, onKeep, onTake }: ConflictsProps) {
  const { t } = useTranslation('rundowns');
  return (
    <>
      {conflicts.map((conflict) => (
        <Panel
          key={conflict.id}
          title={t('conflict.item', {
            title: conflict.theirs.title || t('list.untitled'),
            name: conflict.theirs.updatedBy,
          })}
          mine={conflict.mine}
          theirs={conflict.theirs}
          onKeep={() => onKeep(conflict)}
          onTake={() => onTake(conflict)}
        />
      ))}
      {head.conflict && (
        <Panel
          title={t('conflict.head')}
          mine={head.conflict.mine}
          theirs={head.conflict.theirs}
          onKeep={head.keepMine}
          onTake={head.takeTheirs}
        />
      )}
    </>
  );
}

interface PanelProps {
  title: string;
  mine: object;
  theirs: object;
  onKeep: () => void;
  onTake: () => void;
}

function Panel({ title, mine, theirs, onKeep, onTake }: PanelProps) {
  const { t } = useTranslation('rundowns');
  const other = theirs as Record<string, unknown>;
  return (
    <div className={css.conflict} role="alert">
      <strong>{title}</strong>
      <table className={css.versions}>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.mine')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(mine).map(([field, value]) => (
            <tr key={field}>
              <th scope="row">{t(`field.${field}`, { defaultValue: field })}</th>
              <td dir="auto">{shown(field, value)}</td>
              <td dir="auto">{shown(field, other[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group gap={8}>
        <Button size="xs" onClick={onKeep}>
          {t('conflict.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={onTake}>
          {t('conflict.takeTheirs')}
        </Button>
      </Group>
    </div>
  );
}

function shown(field: string, value: unknown): string {
  if (typeof value === 'number' && field.endsWith('Ms')) return durationText(value);
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value
      .map((each) => (each as { text?: string; title?: string }).text ?? (each as { title?: string }).title ?? '•')
      .join(' / ');
  return value === null || value === undefined ? '–' : JSON.stringify(value);
}
