/** Mantine dressed in our tokens. Shades are picked so that every default text and border of Mantine's holds AA. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const tuple = (...shades: MantineColorsTuple): MantineColorsTuple => shades;

const dark = tuple(
  '#e7ebf1',
  '#cdd5df',
  '#a3aebd',
  '#8a96a6',
  '#3a4452',
  '#2d3541',
  '#1e242c',
  '#161a20',
  '#11151a',
  '#0e1115',
);
const blue = tuple(
  '#eaf2fe',
  '#d3e3fb',
  '#a9c9f7',
  '#82b4fb',
  '#6aabff',
  '#3f86e6',
  '#2a6fd1',
  '#1b61c9',
  '#1257c4',
  '#0d479f',
);

/** Height of the console's top bar, px. */
const TOP_BAR = 56;

const surface = { background: 'var(--suar-surface)' };
/** What is brought into sight by the keyboard stands neither under a sheet's head nor under its foot. */
const sheet = {
  content: { ...surface, scrollPaddingBlock: '64px 72px' },
  header: surface,
  title: { fontSize: 16, fontWeight: 620 },
};

export const theme = createTheme({
  fontFamily: 'var(--suar-font)',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
  headings: { fontFamily: 'var(--suar-font)', fontWeight: '620' },
  defaultRadius: 6,
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 7 },
  colors: { dark, blue },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  shadows: {
    xs: 'var(--suar-shadow-low)',
    sm: 'var(--suar-shadow-low)',
    md: 'var(--suar-shadow-high)',
    lg: 'var(--suar-shadow-high)',
    xl: 'var(--suar-shadow-high)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } }, styles: sheet },
    // Below the top bar, which never leaves.
    Drawer: {
      defaultProps: { transitionProps: { duration: 160 } },
      styles: { ...sheet, inner: { top: TOP_BAR }, overlay: { top: TOP_BAR } },
    },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    // Its focus placeholder is no menu item, which a menu may not hold (axe aria-required-children).
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md', transitionProps: { duration: 120 } } },
    // A name of any length is in some of them: they break their lines.
    Tooltip: {
      defaultProps: {
        multiline: true,
        maw: 320,
        openDelay: 400,
        withArrow: true,
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
});

const shared = {
  '--mantine-color-body': 'var(--suar-bg)',
  '--mantine-color-text': 'var(--suar-text)',
  '--mantine-color-dimmed': 'var(--suar-muted)',
  '--mantine-color-placeholder': 'var(--suar-muted)',
  '--mantine-color-error': 'var(--suar-error-text)',
  '--mantine-color-default': 'var(--suar-surface)',
  '--mantine-color-default-hover': 'var(--suar-hover)',
  '--mantine-color-default-border': 'var(--suar-line)',
  '--mantine-color-anchor': 'var(--suar-blue)',
  '--mantine-color-gray-light-color': 'var(--suar-text)',
  '--mantine-color-blue-light-color': 'var(--suar-blue)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
