/** The rundown as a whole: its name, when it is, how long it ought to be and comes to, who presents, and where to go from here. */
import { ActionIcon, Button, Menu, MultiSelect, TextInput } from '@mantine/core';
import { IconBroadcast, IconCopy, IconDots, IconFileExport, IconSearch, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ItemStatus } from '../../../electron/contract/records/rundown-item';
import { orpc } from '../../client/client';
import { DayField } from '../../operator/shared/DayField';
import { TimeField } from '../../operator/shared/TimeField';
import { useMe } from '../../operator/shared/use-me';
import { Duration } from '../../ui';
import { PapersMenu } from '../papers/PapersMenu';
import { LengthField } from '../shared/LengthField';
import { Over } from '../shared/Over';
import { StatusMark } from '../shared/StatusMark';
import { ViewsLink } from '../shared/ViewsLink';
import { endTimeOf, lengthUntil } from './clock-edit';
import { type Editor, useEditor } from './context';
import css from './Editor.module.css';
import { People } from './list/People';
import { useRundownCommands } from './use-rundown-commands';

interface EditorHeadProps {
  saving: boolean;
  connected: boolean;
  others: Parameters<typeof People>[0]['present'];
  onFind: () => void;
}

export function EditorHead({ saving, connected, others, onFind }: EditorHeadProps) {
  const { t } = useTranslation('rundowns');
  const { rundown, update, editable, plan, state } = useEditor();
  const part = { rundown, update, editable };
  const runs = state.show?.state === 'onAir';
  const onAir = runs && !state.show?.rehearsal;
  return (
    <header className={css.head}>
      <div className={css.headLine}>
        <NameField {...part} />
        <span className={css.sum} role="status" aria-label={t('head.sum')}>
          <Duration ms={plan.totalMs} className={css.total} />
          <Over ms={plan.overMs} words />
        </span>
        {state.show?.state === 'signed' ? (
          <span className={css.signed}>{t('head.signed')}</span>
        ) : (
          <span className={css.saving} role="status">
            {t(!connected ? 'head.away' : saving ? 'head.saving' : 'head.saved')}
          </span>
        )}
        <People present={others} />
        <Button
          component={Link}
          to="/on-air/$rundownId"
          params={{ rundownId: rundown.id } as never}
          color={onAir ? 'red.9' : undefined}
          variant={onAir ? 'filled' : 'default'}
          leftSection={<IconBroadcast size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t(onAir ? 'head.isOnAir' : runs ? 'head.rehearses' : 'head.goOnAir')}
        </Button>
        <ViewsLink rundownId={rundown.id} />
        <PapersMenu rundownId={rundown.id} show={state.show} saving={saving} />
        <HeadMenu {...part} onFind={onFind} />
      </div>
      <HeadFields {...part} />
    </header>
  );
}

/** What the fields know of the rundown. Edits of items, which come one after another, change none of it. */
type HeadPart = Pick<Editor, 'rundown' | 'update' | 'editable'>;

const HeadFields = memo(function HeadFields(part: HeadPart) {
  const { t } = useTranslation('rundowns');
  const { rundown, update, editable } = part;
  return (
    <div className={css.fields}>
      <DayField
        label={t('head.date')}
        w={150}
        value={rundown.date}
        disabled={!editable}
        onDay={(date) => date && update({ date })}
      />
      <TimeField
        label={t('head.start')}
        w={92}
        seconds
        value={rundown.startsAt}
        disabled={!editable}
        onTime={(startsAt) => update({ startsAt })}
      />
      <div className={css.short}>
        <LengthField
          label={t('head.length')}
          ms={rundown.lengthMs}
          disabled={!editable}
          onLength={(lengthMs) => update({ lengthMs })}
        />
      </div>
      <EndField {...part} />
      <PresentersField {...part} />
      <StatusMenu {...part} />
    </div>
  );
});

const NameField = memo(function NameField({ rundown, update, editable }: HeadPart) {
  const { t } = useTranslation('rundowns');
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => {
    const name = typed?.trim();
    setTyped(null);
    if (name && name !== rundown.name) update({ name });
  };
  if (!editable) return <h1 className={css.name}>{rundown.name}</h1>;
  return (
    <>
      <h1 className="unseen">{rundown.name}</h1>
      <TextInput
        className={css.nameField}
        variant="unstyled"
        aria-label={t('head.name')}
        value={typed ?? rundown.name}
        maxLength={200}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(null);
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </>
  );
});

/** An end before the start is on the next day, and says so. */
function EndField({ rundown, update, editable }: HeadPart) {
  const { t } = useTranslation('rundowns');
  const end = endTimeOf(rundown);
  return (
    <div className={css.end}>
      <TimeField
        label={t('head.end')}
        w={92}
        seconds
        value={end?.time ?? ''}
        placeholder="–"
        disabled={!editable}
        onTime={(time) => update({ lengthMs: lengthUntil(rundown.startsAt, time).ms })}
      />
      {end?.nextDay && <span className={css.nextDay}>{t('head.nextDay')}</span>}
    </div>
  );
}

function PresentersField({ rundown, update, editable }: HeadPart) {
  const { t } = useTranslation('rundowns');
  const all = useQuery(orpc.presenters.list.queryOptions()).data ?? [];
  return (
    <MultiSelect
      className={css.presenters}
      label={t('head.presenters')}
      placeholder={rundown.presenterIds.length === 0 ? t('head.nobody') : undefined}
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={rundown.presenterIds}
      disabled={!editable}
      searchable
      maxValues={20}
      onChange={(presenterIds) => update({ presenterIds })}
    />
  );
}

function StatusMenu({ rundown, update, editable }: HeadPart) {
  const { t } = useTranslation('rundowns');
  if (!editable) return <StatusMark status={rundown.status} words />;
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="default"
          className={css.status}
          aria-label={t('head.status', { status: t(`status.${rundown.status}`) })}
        >
          <StatusMark status={rundown.status} words />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ItemStatus.options.map((status) => (
          <Menu.Item key={status} onClick={() => update({ status })}>
            <StatusMark status={status} words />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const HeadMenu = memo(function HeadMenu({ rundown, editable, onFind }: HeadPart & { onFind: () => void }) {
  const { t } = useTranslation('rundowns');
  const { copy, remove, learn } = useRundownCommands(rundown);
  const writes = useMe().may('rundown');
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  if (!writes) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" aria-label={t('head.more')}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {editable && (
          <Menu.Item leftSection={<IconSearch {...icon} />} onClick={onFind}>
            {t('replace.title')}
          </Menu.Item>
        )}
        {rundown.programmeId && (
          <Menu.Item leftSection={<IconFileExport {...icon} />} onClick={() => learn.mutate()}>
            {t('head.learn')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => copy.mutate()}>
          {t('head.copy')}
        </Menu.Item>
        {editable && (
          <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => remove.mutate()}>
            {t('head.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
});
