/** Ctrl/Cmd-K: everything that can be done here and now, found by typing. */
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui';
import { useAllActions } from '../shared/screen-actions';

export function CommandList() {
  const { t } = useTranslation('common');
  const actions = useAllActions()
    .filter((action) => action.run && action.id !== 'commands')
    .map(({ id, label, keys, run }) => ({
      id,
      label,
      onClick: run,
      rightSection: keys ? <Kbd keys={keys.split(' ')[0] ?? keys} /> : undefined,
    }));
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      nothingFound={t('commandList.none')}
      highlightQuery
      scrollable
      attributes={{ content: { 'aria-label': t('keys.commands') } }}
      overlayProps={{ backgroundOpacity: 0.55, blur: 0 }}
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden="true" />,
        placeholder: t('commandList.placeholder'),
        'aria-label': t('commandList.placeholder'),
      }}
    />
  );
}
