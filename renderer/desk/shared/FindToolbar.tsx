/** Over a list of the desk: its neighbours, the words to find by, and what else narrows it. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Toolbar } from '../../ui';
import { DeskTabs } from './DeskTabs';

interface FindFieldProps {
  /** What can be found. */
  find: string;
  words: string;
  onWords: (words: string) => void;
}

export function FindField({ find, words, onWords }: FindFieldProps) {
  return (
    <TextInput
      w={280}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      aria-label={find}
      placeholder={find}
      value={words}
      onChange={({ currentTarget }) => onWords(currentTarget.value)}
    />
  );
}

interface FindToolbarProps extends FindFieldProps {
  label: string;
  children?: ReactNode;
}

export function FindToolbar({ label, find, words, onWords, children }: FindToolbarProps) {
  return (
    <>
      <DeskTabs />
      <Toolbar label={label}>
        <FindField find={find} words={words} onWords={onWords} />
        {children}
      </Toolbar>
    </>
  );
}
