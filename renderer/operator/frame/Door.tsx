/** Whoever comes is asked in here; whoever is in gets the frame. The address is kept for after the sign-in. */
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { RowSkeletons } from '../../ui';
import { UploadTray } from '../features/library/upload/UploadTray';
import { chooseLanguage, languageNow } from '../i18n';
import { storedLanguage } from '../i18n/files';
import { FaultPanel } from '../shared/FaultPanel';
import { Frame } from './Frame';

const SignIn = lazy(() => import('../features/sign-in').then((feature) => ({ default: feature.SignInScreen })));

/** Pages that a code in their address opens, without anybody signed in. */
const OUTSIDE = /^\/(?:hand-in|see)\//;

export function Door() {
  const status = useQuery(orpc.auth.status.queryOptions());
  const { t } = useTranslation('common');
  const place = useRouterState({ select: (state) => state.location.pathname });
  // What is drawn now; the address is ahead of it while a screen is on its way.
  const drawn = useRouterState({ select: (state) => state.matches.at(-1)?.pathname });
  useStationLanguage(status.data?.language);

  if (status.isError && !status.data) {
    return (
      <main style={{ maxWidth: 560, margin: '20vh auto', padding: 16 }}>
        <FaultPanel fault={status.error} onRetry={() => void status.refetch()} />
      </main>
    );
  }
  if (OUTSIDE.test(place)) return <Outlet />;
  const waiting = <RowSkeletons label={t('loading')} />;
  if (!status.data) return waiting;
  if (status.data.user && place !== '/first-run' && place !== '/desktop') {
    return status.data.user.role === 'partner' ? <PartnersDoor at={place} drawn={drawn} /> : <Frame />;
  }
  return (
    <>
      <Suspense fallback={waiting}>
        <SignIn status={status.data} />
      </Suspense>
      <Suspense>
        <UploadTray />
      </Suspense>
    </>
  );
}

/** Somebody of an agency has one page, and nothing of the office's frame; no screen of the office is drawn before it either. */
function PartnersDoor({ at, drawn }: { at: string; drawn: string | undefined }) {
  if (at !== '/portal') return <Navigate to="/portal" />;
  return drawn === '/portal' ? <Outlet /> : null;
}

/** The station's language until somebody chooses one on this machine. */
function useStationLanguage(language: 'id' | 'en' | undefined): void {
  useEffect(() => {
    if (language && !storedLanguage() && language !== languageNow()) void chooseLanguage(language, false);
  }, [language]);
}
