export function installedBrowser(): string | null;
export function playwrightBrowser(): Promise<string | null>;
export function ensureBrowser(): Promise<string | null>;
export function ensureHeadlessShell(): Promise<string | null>;
export function browserFlags(): string[];
