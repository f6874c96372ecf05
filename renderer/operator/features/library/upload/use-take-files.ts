/**
 * Takes files into the library: in the desktop window their paths are handed to the station, which reads them where
 * they are; in a browser they are uploaded.
 */
import { useTranslation } from 'react-i18next';
import type { SuarHost } from '../../../../../electron/contract/host';
import { client } from '../../../../client/client';
import { toastDone, toastFault } from '../../../../ui';
import { faultText, reasonText } from '../../../i18n/say';
import { useMe } from '../../../shared/use-me';
import { uploads } from '.';

declare global {
  interface Window {
    suarHost?: SuarHost;
  }
}

/** What the station takes; it refuses the rest with a reason in any case. */
const ACCEPT = 'video/*,audio/*,image/jpeg,image/png,image/webp,image/gif,.mkv,.mxf,.mts,.m2ts';

export function useTakeFiles() {
  const { may } = useMe();
  const adopt = useAdopt();
  const files = (dropped: readonly File[]) => {
    const located = dropped.map((file) => ({
      file,
      path: may('administer') ? (window.suarHost?.pathOf(file) ?? '') : '',
    }));
    const paths = located.flatMap(({ path }) => (path ? [path] : []));
    if (paths.length > 0) void adopt(paths);
    upload(located.flatMap(({ file, path }) => (path ? [] : [file])));
  };
  const pick = () => {
    const host = window.suarHost;
    if (host && may('administer')) {
      void host.chooseFiles(null).then((paths) => (paths.length > 0 ? adopt(paths) : undefined));
    } else pickInBrowser(files);
  };
  return { files, pick };
}

function upload(files: readonly File[]): void {
  uploads.add(files.map((file) => ({ data: file, name: file.name, type: file.type, bytes: file.size })));
}

/** Hands paths of this machine to the station and says what became of them. */
export function useAdopt() {
  const { t } = useTranslation('library');
  return async (paths: string[]) => {
    try {
      const answers = await client.library.adopt({ paths });
      const refused = answers.filter(({ accepted }) => !accepted);
      const taken = answers.length - refused.length;
      if (taken > 0) toastDone(t('done.adopted', { count: taken }));
      if (refused.length === 0) return;
      const details = refused.map(({ path, because }) => `${baseName(path)}: ${because ? reasonText(because) : ''}`);
      toastFault({ happened: t('adopt.refused', { count: refused.length }), kept: t('adopt.kept'), todo: '', details });
    } catch (fault) {
      toastFault(faultText(fault));
    }
  };
}

const baseName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

function pickInBrowser(onFiles: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = ACCEPT;
  input.addEventListener('change', () => onFiles([...(input.files ?? [])]));
  input.click();
}
