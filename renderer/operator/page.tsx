/**
 * A page of the console begins: language first, so that no screen is ever shown in the wrong one; then theme, queries, routes. The
 * pages share the frame and differ in their screens.
 */
import './early';
import '../client/no-eval';
import './styles';
import { localStorageColorSchemeManager, MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { orpc } from '../client/client';
import { openFeedAhead } from '../client/live';
import { makeQueryClient } from '../client/queries';
import { cssVariables, theme } from '../ui/theme';
import { startLanguage } from './i18n';
import { type MadeRouter, makeRouter, type Screens } from './router';
import { styleNonce } from './style-nonce';

const schemes = localStorageColorSchemeManager({ key: 'suar.theme' });

/** The theme with the one word that it needs: messages of its own are closed by a button without words. */
function useNamedTheme() {
  const close = useTranslation('common').t('close');
  const components = { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } };
  // biome-ignore lint/correctness/useExhaustiveDependencies: made of the word alone
  return useMemo(() => mergeThemeOverrides(theme, { components }), [close]);
}

interface ConsoleProps {
  queries: QueryClient;
  router: MadeRouter;
  /** Stays while screens come and go. */
  beside: ReactNode;
}

function Console({ queries, router, beside }: ConsoleProps) {
  return (
    <MantineProvider
      theme={useNamedTheme()}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="dark"
      colorSchemeManager={schemes}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queries}>
        {/* A fault says what happened, why and what to do: at the usual 200 px its first and last lines were cut. */}
        <Notifications
          position="bottom-left"
          limit={4}
          zIndex={400}
          allowDragDismiss={false}
          notificationMaxHeight="60vh"
        />
        <RouterProvider router={router} />
        {beside}
      </QueryClientProvider>
    </MantineProvider>
  );
}

export async function startPage(screens: Screens, beside: ReactNode = null): Promise<void> {
  const queries = makeQueryClient();
  const router = makeRouter(queries, screens);
  void begin(queries, router);
  await startLanguage();
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Console queries={queries} router={router} beside={beside} />
    </StrictMode>,
  );
}

/**
 * While the sentences are on their way: who is signed in; then the feed before all other questions, and the first screen with its
 * data. Nothing is asked that would be refused.
 */
async function begin(queries: QueryClient, router: MadeRouter): Promise<void> {
  const status = orpc.auth.status.queryOptions();
  await queries.prefetchQuery(status);
  const user = queries.getQueryData(status.queryKey)?.user;
  // Somebody of an agency follows no feed.
  if (user && user.role !== 'partner') openFeedAhead();
  void router.load();
}
