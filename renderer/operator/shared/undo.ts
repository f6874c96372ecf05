/** Undo and redo of the person's own commands, with a word on which one it was. */
import i18next from 'i18next';
import { client } from '../../client/client';
import { toastDone, toastFault } from '../../ui/toasts';
import { faultText } from '../i18n/say';

/** The command's name in the reader's words: `playlists.update` is "Ubah daftar putar". */
export function commandText(command: string): string {
  const key = `commands:${command}`;
  return i18next.exists(key) ? i18next.t(key) : command;
}

export async function undoLast(): Promise<void> {
  try {
    const { command } = await client.station.undo();
    toastDone(i18next.t('common:undone', { command: commandText(command) }), {
      label: i18next.t('common:redo'),
      run: () => void redoLast(),
    });
  } catch (fault) {
    toastFault(faultText(fault));
  }
}

export async function redoLast(): Promise<void> {
  try {
    const { command } = await client.station.redo();
    toastDone(i18next.t('common:redone', { command: commandText(command) }), {
      label: i18next.t('common:undo'),
      run: () => void undoLast(),
    });
  } catch (fault) {
    toastFault(faultText(fault));
  }
}
