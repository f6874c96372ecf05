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

// All at once: the feed first of all, then who is signed in, the first screen with its data, and the language.
openFeedAhead();
void queries.prefetchQuery(orpc.auth.status.queryOptions());
void router.load();
await startLanguage();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Console />
    </StrictMode>,
  );
}
