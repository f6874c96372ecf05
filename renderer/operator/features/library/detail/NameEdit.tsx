/** The name, edited in place: Enter keeps it, Escape puts it back. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { client } from '../../../../client/client';
import { useCommand } from '../../../shared/use-command';
import css from './Detail.module.css';

export function NameEdit({ asset, editable }: { asset: Asset; editable: boolean }) {
  const { t } = useTranslation('library');
  const rename = useCommand({
    run: (name: string) => client.library.update({ id: asset.id, rev: asset.rev, name }),
    done: () => t('done.renamed'),
    undo: true,
  });
  return (
    <InlineName
      name={rename.isPending && rename.variables ? rename.variables : asset.name}
      editable={editable}
      label={t('detail.name')}
      editLabel={t('detail.rename')}
      onRename={(name) => rename.mutate(name)}
    />
  );
}

interface InlineNameProps {
  name: string;
  editable: boolean;
  label: string;
  editLabel: string;
  onRename: (name: string) => void;
}

export function InlineName({ name, editable, label, editLabel, onRename }: InlineNameProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const abandoned = useRef(false);
  const keep = () => {
    const wanted = typed?.trim() ?? '';
    setTyped(null);
    if (!abandoned.current && wanted && wanted !== name) onRename(wanted);
  };
  if (typed === null) {
    return (
      <div className={css.name}>
        <h2 className={`three-lines ${css.nameText}`} title={name}>
          {name}
        </h2>
        {editable && (
          <ActionIcon
            size="md"
            aria-label={editLabel}
            onClick={() => {
              abandoned.current = false;
              setTyped(name);
            }}
          >
            <IconPencil size={16} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
    );
  }
  return (
    <TextInput
      className={css.nameField}
      aria-label={label}
      value={typed}
      maxLength={200}
      data-autofocus
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        abandoned.current = event.key === 'Escape';
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.blur();
      }}
    />
  );
}
