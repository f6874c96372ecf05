import { useTranslation } from 'react-i18next';

/** What a display shows, in words. The station's slate is no clip: it has its name only here. */
export function useShownName() {
  const { t } = useTranslation('displays');
  return ({ name, assetId }: { name: string; assetId: string | null }) => (assetId === null ? t('slate') : name);
}
