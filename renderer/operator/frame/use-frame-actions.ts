/** What can be done on every screen: undo, redo, go somewhere, show the keys. */
import { spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useScreenActions } from '../shared/screen-actions';
import { redoLast, undoLast } from '../shared/undo';
import { openKeySheet } from './KeySheet';
import { PLACES } from './places';

export function useFrameActions(): void {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  useScreenActions([
    { id: 'commands', label: t('keys.commands'), keys: 'mod+K', run: () => spotlight.open(), evenWhileTyping: true },
    { id: 'keys', label: t('keys.open'), keys: '?', run: openKeySheet },
    { id: 'undo', label: t('keys.undo'), keys: 'mod+Z', run: () => void undoLast() },
    { id: 'redo', label: t('keys.redo'), keys: 'mod+shift+Z mod+Y', run: () => void redoLast() },
    ...PLACES.map(({ to, word }, index) => ({
      id: `go${to}`,
      label: t('keys.goTo', { place: t(word) }),
      keys: `alt+${index + 1}`,
      run: () => void navigate({ to }),
    })),
  ]);
}
