/** Words to search for. What is typed is asked for after a pause of 200 ms; Escape clears it. */
import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchBoxProps {
  value: string;
  onSearch: (words: string) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
  /** Down arrow leaves the box for the list. */
  onLeave?: () => void;
}

const PAUSE_MS = 200;

export function SearchBox({ value, onSearch, inputRef, onLeave }: SearchBoxProps) {
  const { t } = useTranslation('library');
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const ask = useDebouncedCallback((words: string) => {
    setAsked(words);
    onSearch(words);
  }, PAUSE_MS);
  // The address changed by other means (a link, back): what is typed follows it.
  if (value !== asked) {
    setAsked(value);
    setTyped(value);
  }
  const write = (words: string) => {
    setTyped(words);
    ask(words);
  };
  return (
    <TextInput
      ref={inputRef}
      type="search"
      value={typed}
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
      rightSection={typed && <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => write('')} />}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed) write('');
        else if (event.key === 'ArrowDown' && onLeave) onLeave();
        else return;
        event.preventDefault();
      }}
    />
  );
}
