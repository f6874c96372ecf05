/** `192 kali sehari`, `171–192 kali sehari`. */
import { useTranslation } from 'react-i18next';

export function usePlaysText(): (range: [number, number] | null) => string {
  const { t } = useTranslation('loops');
  return (range) => {
    if (range === null) return t('neverOpen');
    const [least, most] = range;
    return least === most ? t('plays', { n: most }) : t('playsBetween', { least, most });
  };
}
