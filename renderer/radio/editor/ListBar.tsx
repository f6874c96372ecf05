/** Above the list: what may be added, and which columns are shown. */
import { ActionIcon, Button, Checkbox, Menu } from '@mantine/core';
import { IconColumns3, IconFold, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ItemKind } from '../../../electron/contract/records/rundown-item';
import { KindMark } from '../shared/KindMark';
import { KIND_NAMES } from '../shared/kinds';
import { type Column, inTheirOrder, OPTIONAL_COLUMNS } from './columns';
import { useEditor } from './context';
import css from './Editor.module.css';

interface ListBarProps {
  columns: readonly Column[];
  onColumns: (columns: Column[]) => void;
  onAdd: (kind: ItemKind) => void;
  onFoldAll: () => void;
}

export function ListBar({ columns, onColumns, onAdd, onFoldAll }: ListBarProps) {
  const { t } = useTranslation('rundowns');
  const { editable, plan } = useEditor();
  const open = plan.running.filter(({ item }) => item.status !== 'approved').length;
  return (
    <div className={css.bar} role="toolbar" aria-label={t('bar.label')}>
      {editable && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="xs" leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}>
              {t('bar.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={css.kinds}>
            {KIND_NAMES.map((kind) => (
              <Menu.Item key={kind} onClick={() => onAdd(kind)}>
                <KindMark item={{ kind, colour: null }} words />
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <span className={css.count}>
        {t('bar.items', { count: plan.running.length })} · {t('bar.open', { count: open })}
      </span>
      <ActionIcon size="md" aria-label={t('bar.fold')} title={t('bar.fold')} onClick={onFoldAll}>
        <IconFold size={16} stroke={1.75} />
      </ActionIcon>
      <Menu closeOnItemClick={false} position="bottom-end">
        <Menu.Target>
          <ActionIcon size="md" aria-label={t('bar.columns')} title={t('bar.columns')}>
            <IconColumns3 size={16} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {OPTIONAL_COLUMNS.map((column) => {
            const on = columns.includes(column);
            const next = on ? columns.filter((each) => each !== column) : [...columns, column];
            return (
              <Menu.Item
                key={column}
                role="menuitemcheckbox"
                aria-checked={on}
                leftSection={<Checkbox.Indicator size="xs" checked={on} />}
                onClick={() => onColumns(inTheirOrder(next))}
              >
                {t(`column.${column}Long`)}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
