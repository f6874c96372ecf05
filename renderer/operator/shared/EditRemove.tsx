/** The two commands at the foot of a card that stands for one record. */
import { Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface Command {
  words: string;
  /** With the record's name, where the words alone would not say whose. */
  label?: string;
  run: () => void;
}

export function EditRemove({ edit, remove }: { edit: Command; remove: Command }) {
  return (
    <>
      <CardButton command={edit} icon={<IconPencil size={14} aria-hidden="true" />} />
      <CardButton command={remove} icon={<IconTrash size={14} aria-hidden="true" />} />
    </>
  );
}

export function CardButton({ command: { words, label, run }, icon }: { command: Command; icon: ReactNode }) {
  return (
    <Button
      size="compact-md"
      variant="default"
      {...(label === undefined ? {} : { 'aria-label': label })}
      leftSection={icon}
      onClick={run}
    >
      {words}
    </Button>
  );
}
