/** How long a still is shown, as `m:ss`. Empty goes back to the station's usual length. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationText } from '../../../../ui';
import { parseLength } from '../length-text';
import css from './Editor.module.css';

interface StillLengthProps {
  stillMs: number | null;
  defaultMs: number;
  label: string;
  onChange: (stillMs: number | null) => void;
}

export function StillLength({ stillMs, defaultMs, label, onChange }: StillLengthProps) {
  const { t } = useTranslation('playlists');
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (stillMs === null ? '' : durationText(stillMs));
  const wrong = typed !== null && typed.trim() !== '' && parseLength(typed) === null;
  const keep = () => {
    if (typed !== null && !wrong) {
      const next = typed.trim() === '' ? null : parseLength(typed);
      if (next !== stillMs) onChange(next);
    }
    setTyped(null);
  };
  return (
    <TextInput
      size="xs"
      className={css.still}
      aria-label={label}
      value={shown}
      placeholder={durationText(defaultMs)}
      error={wrong}
      title={wrong ? t('lengthHow') : t('stillHow', { length: durationText(defaultMs) })}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
