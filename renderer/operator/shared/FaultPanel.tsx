/** The fault of a query or a form, in words, in place. */
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../ui';
import { faultText } from '../i18n/say';

export function FaultPanel({ fault, onRetry }: { fault: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('common');
  return <ErrorPanel text={faultText(fault)} retry={onRetry && { label: t('tryAgain'), run: onRetry }} />;
}
