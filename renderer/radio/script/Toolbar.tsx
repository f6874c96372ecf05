/** Above the script: who speaks, what a line is, and the two marks. */
import { ActionIcon, Menu, Popover, Select, TextInput, Tooltip } from '@mantine/core';
import {
  IconBold,
  IconHistory,
  IconMessageCircle,
  IconPlayerPause,
  IconSpeakerphone,
  IconVolume,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Script.module.css';
import { setSpeaker, speakerAt } from './use-script-editor';

interface ToolbarProps {
  editor: Editor;
  speakers: readonly string[];
  onVersions: () => void;
}

const NOBODY = ' ';

export function Toolbar({ editor, speakers, onVersions }: ToolbarProps) {
  const { t } = useTranslation('script');
  const now = useEditorState({
    editor,
    selector: ({ editor: each }) => ({
      speaker: speakerAt(each),
      cue: each.isActive('cue'),
      sound: each.isActive('sound'),
      emphasis: each.isActive('emphasis'),
    }),
  });
  const block = (name: 'cue' | 'sound', on: boolean) =>
    editor
      .chain()
      .focus()
      .setNode(on ? 'line' : name)
      .run();
  return (
    <div className={css.toolbar} role="toolbar" aria-label={t('toolbar')}>
      <Select
        size="xs"
        className={css.speaker}
        aria-label={t('speaker')}
        data={speakers.map((name, at) => ({ value: name || NOBODY, label: `${at + 1}. ${name || t('nobody')}` }))}
        value={now.speaker || NOBODY}
        allowDeselect={false}
        onChange={(value) => setSpeaker(editor, value === NOBODY ? '' : (value ?? ''))}
      />
      <Tool label={t('cue')} keys="Ctrl+Shift+C" on={now.cue} run={() => block('cue', now.cue)}>
        <IconSpeakerphone size={15} stroke={1.75} />
      </Tool>
      <Tool label={t('sound')} keys="Ctrl+Shift+S" on={now.sound} run={() => block('sound', now.sound)}>
        <IconVolume size={15} stroke={1.75} />
      </Tool>
      <PauseMenu editor={editor} />
      <Tool
        label={t('emphasis')}
        keys="Ctrl+B"
        on={now.emphasis}
        run={() => editor.chain().focus().toggleMark('emphasis').run()}
      >
        <IconBold size={15} stroke={1.75} />
      </Tool>
      <PhoneticField editor={editor} />
      <span className={css.push} />
      <Tool label={t('versions.open')} run={onVersions}>
        <IconHistory size={15} stroke={1.75} />
      </Tool>
    </div>
  );
}

interface ToolProps {
  label: string;
  keys?: string;
  on?: boolean;
  run: () => void;
  children: ReactNode;
}

function Tool({ label, keys, on, run, children }: ToolProps) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        size="sm"
        aria-label={label}
        aria-pressed={on}
        variant={on ? 'light' : 'subtle'}
        color={on ? 'blue' : 'gray'}
        onMouseDown={(event) => event.preventDefault()}
        onClick={run}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

const PAUSES = [500, 1000, 2000, 3000, 5000];

function PauseMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('script');
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('pause.add')} title={`${t('pause.add')} (Ctrl+Shift+P)`}>
          <IconPlayerPause size={15} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {PAUSES.map((ms) => (
          <Menu.Item
            key={ms}
            onClick={() => editor.chain().focus().insertContent({ type: 'pause', attrs: { ms } }).run()}
          >
            {t('pause.of', { seconds: ms / 1000 })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** How the marked words are spoken. */
function PhoneticField({ editor }: { editor: Editor }) {
  const { t } = useTranslation('script');
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const say = typed?.trim().slice(0, 200);
    setTyped(null);
    if (say) editor.chain().focus().setMark('phonetic', { say }).run();
    else editor.chain().focus().unsetMark('phonetic').run();
  };
  const open = () => setTyped(String(editor.getAttributes('phonetic').say ?? ''));
  return (
    <Popover opened={typed !== null} onDismiss={() => setTyped(null)} trapFocus withArrow>
      <Popover.Target>
        <ActionIcon size="sm" aria-label={t('phonetic.set')} title={t('phonetic.set')} onClick={open}>
          <IconMessageCircle size={15} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t('phonetic.label')}
          description={t('phonetic.how')}
          placeholder="ka-pe-pe-es"
          value={typed ?? ''}
          maxLength={200}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
