/** The keys of the editor, for the `?` sheet and the list of commands; most of them the list takes itself. */
import { useTranslation } from 'react-i18next';
import { useScreenActions } from '../../operator/shared/screen-actions';
import { useEditor } from './context';
import type { ListCommands } from './list/use-list-commands';

interface EditorActions {
  commands: ListCommands;
  onFind: () => void;
  onFoldAll: () => void;
}

export function useEditorActions({ commands, onFind, onFoldAll }: EditorActions): void {
  const { t } = useTranslation('rundowns');
  const { editable } = useEditor();
  useScreenActions([
    { id: 'rundown.choose', label: t('keys.choose'), keys: 'Up Down shift+Up shift+Down mod+A' },
    { id: 'rundown.fold', label: t('keys.fold'), keys: 'Left Right' },
    { id: 'rundown.foldAll', label: t('bar.fold'), run: onFoldAll },
    ...(editable
      ? [
          { id: 'rundown.add', label: t('keys.add'), keys: 'Enter' },
          { id: 'rundown.edit', label: t('keys.edit'), keys: 'F2 shift+F2' },
          { id: 'rundown.remove', label: t('keys.remove'), keys: 'Delete' },
          { id: 'rundown.duplicate', label: t('keys.duplicate'), keys: 'mod+D' },
          { id: 'rundown.copy', label: t('keys.copy'), keys: 'mod+C mod+X mod+V' },
          { id: 'rundown.move', label: t('keys.move'), keys: 'alt+Up alt+Down' },
          { id: 'rundown.into', label: t('keys.into'), keys: 'alt+Right alt+Left' },
          {
            id: 'rundown.segment',
            label: t('keys.segment'),
            keys: 'shift+Enter',
            run: () => void commands.add('segment'),
          },
          { id: 'rundown.find', label: t('replace.title'), keys: 'mod+F mod+H', run: onFind, evenWhileTyping: true },
          { id: 'script.speaker', label: t('keys.speaker'), keys: 'Tab mod+1' },
          { id: 'script.cue', label: t('keys.cue'), keys: 'mod+shift+C' },
          { id: 'script.sound', label: t('keys.sound'), keys: 'mod+shift+S' },
          { id: 'script.pause', label: t('keys.pause'), keys: 'mod+shift+P' },
          { id: 'script.leave', label: t('keys.leave'), keys: 'Escape' },
        ]
      : []),
  ]);
}
