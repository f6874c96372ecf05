/**
 * Whether a page lets itself be shown in a frame of another origin, by the two headers that say so: `frame-ancestors` of
 * Content-Security-Policy Level 3, which goes before, and X-Frame-Options (RFC 7034, as HTML reads it).
 */

export interface FramingHeaders {
  /** Several headers of one name are one text, with commas between them. */
  contentSecurityPolicy: string | null;
  xFrameOptions: string | null;
}

/** False also where only named hosts are let in: a station's address is on no such list. */
export function mayBeFramed({ contentSecurityPolicy, xFrameOptions }: FramingHeaders): boolean {
  const ancestors = (contentSecurityPolicy ?? '').split(',').flatMap((policy) => sourcesIn(policy));
  if (ancestors.length > 0) return ancestors.every((sources) => sources.some(isAnyone));
  return !/^(deny|sameorigin)$/i.test((xFrameOptions ?? '').split(',')[0]?.trim() ?? '');
}

/** The sources of the first `frame-ancestors` of a policy; nothing where it has none. */
function sourcesIn(policy: string): string[][] {
  const directives = policy.split(';').map((directive) => directive.trim().toLowerCase().split(/\s+/));
  const found = directives.find(([name]) => name === 'frame-ancestors');
  return found ? [found.slice(1)] : [];
}

const isAnyone = (source: string) => ['*', 'http:', 'http://*'].includes(source);
