import type { Plugin } from 'vite';

export function leanMantine(): Plugin;
export function leanZod(): Plugin;
export function stillPills(): Plugin;
export function nativeStandIns(): Plugin;
