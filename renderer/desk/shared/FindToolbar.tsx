/** Over a list of the desk: its neighbours, the words to find by, and what else narrows it. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Toolbar } from '../../ui';
import { DeskTabs } from './DeskTabs';

interface FindToolbarProps {
  label: string;
  /** What can be found. */
  find: string;
  words: string;
  onWords: (words: string) => void;
  children?: ReactNode;
}

export function FindToolbar({ label, find, words, onWords, children }: FindToolbarProps) {
  return (
    <>
      <DeskTabs />
      <Toolbar label={label}>
        <TextInput
          w={280}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          aria-label={find}
          placeholder={find}
          value={words}
          onChange={({ currentTarget }) => onWords(currentTarget.value)}
        />
        {children}
      </Toolbar>
    </>
  );
}
