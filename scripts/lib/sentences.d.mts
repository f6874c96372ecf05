import type { Plugin } from 'vite';

export function oneFilePerLanguage(): Plugin;
