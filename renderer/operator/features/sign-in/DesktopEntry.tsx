import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../client/client';
import { FaultPanel } from '../../shared/FaultPanel';
import { useCommand } from '../../shared/use-command';

/** Exchanges the desktop window's one-time code for a session, once, and goes on. */
export function DesktopEntry({ code, onEntered }: { code: string; onEntered: () => void }) {
  const { t } = useTranslation('signIn');
  const { mutate, isError, error } = useCommand({ run: client.auth.desktop, onDone: onEntered, onFault: () => {} });
  const used = useRef<string | null>(null);
  useEffect(() => {
    // A one-time code: rendering twice must not spend it twice.
    if (used.current === code) return;
    used.current = code;
    mutate({ code });
  }, [code, mutate]);
  if (isError) return <FaultPanel fault={error} />;
  return <p role="status">{t('entering')}</p>;
}
