/** The console begins: language first, so that no screen is ever shown in the wrong one; then theme, queries, routes. */
import './early';
import '../client/no-eval';
import './styles';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { orpc } from '../client/client';
import { openFeedAhead } from '../client/live';
import { makeQueryClient } from '../client/queries';
import { cssVariables, theme } from '../ui/theme';
import { startLanguage } from './i18n';
import { makeRouter } from './router';
import { styleNonce } from './style-nonce';

const queries = makeQueryClient();
const router = makeRouter(queries);
const schemes = localStorageColorSchemeManager({ key: 'suar.theme' });

function Console() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="dark"
      colorSchemeManager={schemes}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queries}>
        <Notifications position="bottom-left" limit={4} zIndex={400} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

void begin();
await startLanguage();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Console />
    </StrictMode>,
  );
}

/**
 * While the sentences are on their way: who is signed in; then the feed before all other questions, and the first screen with its
 * data. Nothing is asked that would be refused.
 */
async function begin(): Promise<void> {
  const status = orpc.auth.status.queryOptions();
  await queries.prefetchQuery(status);
  if (queries.getQueryData(status.queryKey)?.user) openFeedAhead();
  void router.load();
}
