/** Commands, language and theme: small switches of the top bar. */
import { ActionIcon, Button, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Kbd, toastFault } from '../../ui';
import { chooseLanguage, languageNow } from '../i18n';
import { faultText } from '../i18n/say';
import css from './Frame.module.css';

export function CommandButton() {
  const { t } = useTranslation('common');
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={
        <span className={css.optional}>
          <Kbd keys="mod+K" />
        </span>
      }
      onClick={() => spotlight.open()}
    >
      {t('topBar.commands')}
    </Button>
  );
}

/** Shows the language in use; a press changes to the other. */
export function LanguageButton() {
  const { t } = useTranslation('common');
  const other = languageNow() === 'id' ? 'en' : 'id';
  const label = t('topBar.changeLanguage');
  return (
    <Tooltip label={label}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-md"
        aria-label={label}
        onClick={() => void chooseLanguage(other).catch((fault: unknown) => toastFault(faultText(fault)))}
      >
        {languageNow().toUpperCase()}
      </Button>
    </Tooltip>
  );
}

export function ThemeButton() {
  const { t } = useTranslation('common');
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('dark') === 'dark';
  const label = t(dark ? 'topBar.lightTheme' : 'topBar.darkTheme');
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
        {dark ? <IconSun size={18} stroke={1.75} /> : <IconMoon size={18} stroke={1.75} />}
      </ActionIcon>
    </Tooltip>
  );
}
