/** How a view looks, as its address says: `?scheme=light&size=1.5&mirror=x&hide=clock,next`. Pure. */
export const PARTS = ['clock', 'next', 'over', 'script', 'calls', 'hard', 'questions'] as const;
export type Part = (typeof PARTS)[number];

export interface Look {
  language: 'id' | 'en' | null;
  scheme: 'dark' | 'light';
  /** Of all text, 1 as designed. */
  size: number;
  mirrorX: boolean;
  mirrorY: boolean;
  hidden: Part[];
  /** Of the prompter: white at each side, share of the width. */
  margin: number;
  /** Where one reads, share of the height from the top. */
  line: number;
  /** Words a minute. */
  speed: number;
}

export const PLAIN: Look = {
  language: null,
  scheme: 'dark',
  size: 1,
  mirrorX: false,
  mirrorY: false,
  hidden: [],
  margin: 0.08,
  line: 0.3,
  speed: 130,
};

export const LIMITS = {
  size: { least: 0.5, most: 3, step: 0.1 },
  margin: { least: 0, most: 0.35, step: 0.01 },
  line: { least: 0.1, most: 0.8, step: 0.01 },
  speed: { least: 0, most: 400, step: 5 },
} as const;
type Measure = keyof typeof LIMITS;

export function lookOf(search: string): Look {
  const asked = new URLSearchParams(search);
  const measure = (name: Measure) => {
    const value = Number.parseFloat(asked.get(name) ?? '');
    const { least, most } = LIMITS[name];
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : PLAIN[name];
  };
  const mirror = asked.get('mirror') ?? '';
  const hide = (asked.get('hide') ?? '').split(',');
  const language = asked.get('lang');
  return {
    language: language === 'id' || language === 'en' ? language : null,
    scheme: asked.get('scheme') === 'light' ? 'light' : 'dark',
    size: measure('size'),
    mirrorX: mirror.includes('x'),
    mirrorY: mirror.includes('y'),
    hidden: PARTS.filter((part) => hide.includes(part)),
    margin: measure('margin'),
    line: measure('line'),
    speed: measure('speed'),
  };
}

/** The address part that brings a look back; what is as designed is not named. */
export function searchOf(look: Look): string {
  const said = new URLSearchParams();
  if (look.language) said.set('lang', look.language);
  if (look.scheme !== PLAIN.scheme) said.set('scheme', look.scheme);
  for (const name of ['size', 'margin', 'line', 'speed'] as const)
    if (look[name] !== PLAIN[name]) said.set(name, String(Math.round(look[name] * 100) / 100));
  const mirror = (look.mirrorX ? 'x' : '') + (look.mirrorY ? 'y' : '');
  if (mirror) said.set('mirror', mirror);
  if (look.hidden.length > 0) said.set('hide', look.hidden.join(','));
  const text = said.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
}
