/** Saves fields of an asset one after another, each on the revision that the one before made. */
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { client } from '../../../../client/client';
import { useCommand } from '../../../shared/use-command';
import { useMe } from '../../../shared/use-me';
import { useNewestRev } from '../../../shared/use-newest-rev';

type Fields = Partial<Pick<Asset, 'tags' | 'notes' | 'agencyId' | 'category' | 'validFrom' | 'validTo' | 'approval'>>;

export function useSaveAsset(asset: Asset) {
  const { t } = useTranslation('library');
  const rev = useNewestRev(asset);
  const decides = useMe().may('approve');
  return useCommand({
    run: async (fields: Fields) => {
      const at = { id: asset.id, rev: rev.current };
      const { approval } = fields;
      // Whoever answers for what airs may keep no library.
      const saved = await (approval && decides
        ? client.library.classify({ ...at, approval })
        : client.library.update({ ...at, ...fields }));
      rev.current = saved.rev;
    },
    scope: `library.update ${asset.id}`,
    done: () => t('done.saved'),
    undo: true,
  });
}
