/** The keys of the schedule, as the list of keys shows them; those without `run` are heard by the view that they are for. */
import { useTranslation } from 'react-i18next';
import { useScreenActions } from '../../shared/screen-actions';

interface Keys {
  /** Null where nobody may. */
  create: (() => void) | null;
  today: () => void;
}

export function useScheduleKeys({ create, today }: Keys): void {
  const { t } = useTranslation('schedule');
  useScreenActions([
    ...(create ? [{ id: 'schedule.new', label: t('keys.new'), keys: 'N', run: () => create() }] : []),
    { id: 'schedule.today', label: t('keys.today'), keys: 'T', run: today },
    { id: 'schedule.zoom', label: t('keys.zoom'), keys: '+ -' },
    { id: 'schedule.whole', label: t('keys.whole'), keys: '0' },
    { id: 'schedule.items', label: t('keys.items'), keys: 'Left Right Up Down' },
    { id: 'schedule.lane', label: t('keys.lane'), keys: 'E' },
    { id: 'schedule.choose', label: t('keys.choose'), keys: 'Space' },
    { id: 'schedule.move', label: t('keys.move'), keys: 'alt+Left alt+Right' },
    { id: 'schedule.stretch', label: t('keys.stretch'), keys: 'shift+alt+Left shift+alt+Right' },
    { id: 'schedule.stretchStart', label: t('keys.stretchStart'), keys: 'shift+Left shift+Right' },
    { id: 'schedule.rehome', label: t('keys.rehome'), keys: 'alt+Up alt+Down' },
    { id: 'schedule.copy', label: t('keys.copy'), keys: 'mod+C mod+V' },
    { id: 'schedule.delete', label: t('keys.delete'), keys: 'Delete' },
    { id: 'schedule.open', label: t('keys.open'), keys: 'Enter' },
    { id: 'schedule.close', label: t('keys.close'), keys: 'Escape' },
  ]);
}
