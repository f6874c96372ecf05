/** Reads long messages beside the page's own thread. Answers in the order of asking. */
import { z } from 'zod';
import { readMessage } from './read';

z.config({ jitless: true });
addEventListener('message', (event: MessageEvent<string>) => postMessage(readMessage(event.data)));
