import type { Plugin } from 'vite';

export function leanMantine(): Plugin;
export function leanZod(): Plugin;
export function withoutDrags(): Plugin;
export function nativeStandIns(): Plugin;
