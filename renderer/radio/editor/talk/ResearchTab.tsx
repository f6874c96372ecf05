/** Notes and links that the broadcast rests on. */
import { ActionIcon, Anchor, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../../../electron/contract/records/rundown';
import { KeptText } from '../../shared/KeptText';
import { useEditor } from '../context';
import css from './Talk.module.css';

export function ResearchTab() {
  const { t } = useTranslation('rundowns');
  const { rundown, update, editable } = useEditor();
  return (
    <div className={css.tab}>
      <KeptText
        label={t('research.notes')}
        value={rundown.research}
        rows={6}
        maxLength={50_000}
        disabled={!editable}
        onKeep={(research) => update({ research })}
      />
      <span className={css.label}>{t('research.links')}</span>
      <ul className={css.list}>
        {rundown.links.map((link, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a link has nothing else of its own
          <li key={`${at} ${link.url}`} className={css.link}>
            <Anchor href={link.url} target="_blank" rel="noopener noreferrer" className="one-line" title={link.url}>
              {link.title || link.url}
            </Anchor>
            {editable && (
              <ActionIcon
                size="sm"
                aria-label={t('research.remove', { title: link.title || link.url })}
                onClick={() => update({ links: rundown.links.filter((_, index) => index !== at) })}
              >
                <IconX size={14} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {editable && <NewLink />}
    </div>
  );
}

function NewLink() {
  const { t } = useTranslation('rundowns');
  const { rundown, update } = useEditor();
  const [link, setLink] = useState({ title: '', url: '' });
  const [tried, setTried] = useState(false);
  const whole = Link.safeParse(link);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!whole.success) return;
        update({ links: [...rundown.links, whole.data].slice(0, 100) });
        setLink({ title: '', url: '' });
        setTried(false);
      }}
    >
      <TextInput
        label={t('research.url')}
        placeholder="https://"
        value={link.url}
        maxLength={2000}
        error={tried && !whole.success ? t('research.badUrl') : undefined}
        onChange={({ currentTarget }) => setLink({ ...link, url: currentTarget.value })}
      />
      <TextInput
        label={t('research.title')}
        value={link.title}
        maxLength={200}
        onChange={({ currentTarget }) => setLink({ ...link, title: currentTarget.value })}
      />
      <Button type="submit" size="xs">
        {t('research.add')}
      </Button>
    </form>
  );
}
