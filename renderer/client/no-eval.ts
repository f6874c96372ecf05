/** To be imported before any schema: the content-security-policy forbids compiling code from text, which zod would otherwise try. */
import { z } from 'zod';

z.config({ jitless: true });
