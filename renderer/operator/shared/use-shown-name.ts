import { useTranslation } from 'react-i18next';
import { SLATE_NAME } from '../../../electron/contract/records/play';

/** What a display shows, in words. The station's slate is no clip and has its name only here; a takeover has its own. */
export function useShownName() {
  const { t } = useTranslation('displays');
  return ({ name, assetId }: { name: string; assetId: string | null }) =>
    assetId === null && name === SLATE_NAME ? t('slate') : name;
}
