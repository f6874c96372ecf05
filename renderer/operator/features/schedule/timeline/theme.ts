/** Colours of the page for canvases, which know no CSS variables. */
export interface Theme {
  grey: string;
  hatch: string;
  text: string;
  muted: string;
  amber: string;
  blue: string;
  edge: string;
  surface: string;
  font: string;
  small: string;
}

let known: { scheme: string | undefined; theme: Theme } | null = null;

/** Read once for each scheme: asking the styles of an element for every row of every frame costs more than drawing it. */
export function themeOf(): Theme {
  const scheme = document.documentElement.dataset.mantineColorScheme;
  if (known && known.scheme === scheme) return known.theme;
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const face = token('--suar-font') || 'sans-serif';
  const theme = {
    grey: token('--suar-raised-block') || token('--suar-hover'),
    hatch: token('--suar-line-strong'),
    text: token('--suar-text'),
    muted: token('--suar-muted'),
    amber: token('--suar-amber'),
    blue: token('--suar-blue'),
    edge: token('--suar-line'),
    surface: token('--suar-surface'),
    font: `500 12px ${face}`,
    small: `600 11px ${face}`,
  };
  known = { scheme, theme };
  return theme;
}
