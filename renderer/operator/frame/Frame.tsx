/** The frame that never leaves: top bar, takeovers that hold, places at the left, the screen. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../client/client';
import { followStation } from '../../client/live';
import { hideFaults } from '../../ui';
import { UploadTray } from '../features/library/upload/UploadTray';
import { useHandedFiles } from '../features/library/upload/use-handed-files';
import { useSignedInUploads } from '../features/library/upload/use-signed-in-uploads';
import { setFormatZone } from '../i18n/formats';
import { CommandList } from './CommandList';
import { ConnectionBanner } from './ConnectionBanner';
import css from './Frame.module.css';
import { KeySheet } from './KeySheet';
import { keepFocus } from './kept-focus';
import { SideNav } from './SideNav';
import { TakeoverBarsSlot, TakeoverSheetSlot } from './TakeoverSlot';
import { TopBar } from './TopBar';
import { useFrameActions } from './use-frame-actions';

export function Frame() {
  const { t } = useTranslation('common');
  useLive();
  useStationZone();
  useFrameActions();
  useHandedFiles();
  useSignedInUploads();
  useFaultsOfScreen();
  useEffect(() => keepFocus(document), []);
  // A show has the whole screen; see the styles.
  const whole = useLocation().pathname.startsWith('/on-air/') || undefined;
  return (
    <div className={css.frame} data-whole={whole}>
      <a className={css.skip} href="#main">
        {t('skipToContent')}
      </a>
      <TopBar />
      <TakeoverBarsSlot />
      <SideNav />
      <main id="main" className={css.main} tabIndex={-1}>
        <ConnectionBanner />
        <Outlet />
      </main>
      <CommandList />
      <KeySheet />
      <UploadTray />
      <TakeoverSheetSlot />
    </div>
  );
}

function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const gone = new AbortController();
    void followStation(queries, gone.signal);
    return () => gone.abort();
  }, [queries]);
}

function useStationZone(): void {
  const zone = useQuery(orpc.station.settings.queryOptions()).data?.zone;
  useEffect(() => {
    if (zone) setFormatZone(zone);
  }, [zone]);
}

/** A fault of one screen does not lie over the next. */
function useFaultsOfScreen(): void {
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what it goes by
  useEffect(() => hideFaults, [pathname]);
}
