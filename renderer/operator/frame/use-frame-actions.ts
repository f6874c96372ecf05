/** What can be done on every screen: take over, undo, redo, go somewhere, show the keys. */
import { spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TAKEOVER_KEY } from '../features/takeovers/key';
import { openTakeoverSheet } from '../features/takeovers/open';
import { useScreenActions } from '../shared/screen-actions';
import { redoLast, undoLast } from '../shared/undo';
import { useMe } from '../shared/use-me';
import { openKeySheet } from './KeySheet';
import { PLACES } from './places';

export function useFrameActions(): void {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const { may } = useMe();
  const takeovers = useTranslation('takeovers').t;
  useScreenActions([
    { id: 'commands', label: t('keys.commands'), keys: 'mod+K', run: () => spotlight.open(), evenWhileTyping: true },
    { id: 'keys', label: t('keys.open'), keys: '?', run: openKeySheet },
    { id: 'undo', label: t('keys.undo'), keys: 'mod+Z', run: () => void undoLast() },
    { id: 'redo', label: t('keys.redo'), keys: 'mod+shift+Z mod+Y', run: () => void redoLast() },
    ...(may('schedule')
      ? [
          {
            id: 'takeover',
            label: takeovers('open'),
            keys: TAKEOVER_KEY,
            run: openTakeoverSheet,
            evenWhileTyping: true,
          },
        ]
      : []),
    { id: 'takeovers', label: takeovers('openList'), run: () => void navigate({ to: '/takeovers' }) },
    ...PLACES.map(({ to, word }, index) => ({
      id: `go${to}`,
      label: t('keys.goTo', { place: t(word) }),
      keys: `alt+${(index + 1) % 10}`,
      run: () => void navigate({ to }),
    })),
  ]);
}
