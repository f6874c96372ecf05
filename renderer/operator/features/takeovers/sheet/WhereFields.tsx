/** Where: every display, or groups and displays chosen from a list that says which can be reached now. */
import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusDot } from '../../../../ui';
import type { DisplayView } from '../../../shared/display-health';
import type { FieldProps } from './field';
import { meant } from './reach';
import css from './Sheet.module.css';

/** Beyond this many a person types instead of looking through the list. */
const LISTED = 100;
const FEW = 8;

export function WhereFields(props: FieldProps) {
  const { t } = useTranslation('takeovers');
  const { draft, reach, faults, onChange } = props;
  const chosen = meant(draft, reach.displays, reach.groups);
  return (
    <fieldset className={css.part}>
      <legend>{t('sheet.where')}</legend>
      <SegmentedControl
        fullWidth
        aria-label={t('sheet.where')}
        value={draft.all ? 'all' : 'some'}
        onChange={(value) => onChange({ all: value === 'all' })}
        data={[
          { value: 'all', label: t('sheet.allDisplays', { count: reach.displays.length }) },
          { value: 'some', label: t('sheet.someDisplays') },
        ]}
      />
      {!draft.all && <Choice {...props} />}
      {faults.includes('where') ? (
        <p className={css.fault} role="alert">
          {t('fault.where')}
        </p>
      ) : (
        <Reached views={chosen} />
      )}
    </fieldset>
  );
}

/** How many are meant and how many of them would show it at once. */
function Reached({ views }: { views: readonly DisplayView[] }) {
  const { t } = useTranslation('takeovers');
  if (views.length === 0) return null;
  const online = views.filter(({ status }) => status.connected).length;
  return (
    <div className={css.note} aria-live="polite">
      <StatusDot tone={online === views.length ? 'green' : 'amber'}>
        {t('sheet.reached', { count: views.length, online })}
      </StatusDot>
    </div>
  );
}

function Choice({ draft, reach, onChange }: FieldProps) {
  const { t } = useTranslation('takeovers');
  const [words, setWords] = useState('');
  const has = (name: string) => name.toLowerCase().includes(words.trim().toLowerCase());
  const groups = reach.groups.filter(({ name }) => has(name));
  const displays = reach.displays.filter(({ display }) => has(`${display.name} ${display.place}`));
  return (
    <div className={css.choice}>
      {reach.displays.length + reach.groups.length > FEW && (
        <TextInput
          size="xs"
          aria-label={t('sheet.find')}
          placeholder={t('sheet.find')}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1) */}
      <section className={css.list} tabIndex={0} aria-label={t('sheet.listOf')}>
        {groups.slice(0, LISTED).map((group) => (
          <Row
            key={group.id}
            name={group.name}
            views={meant({ all: false, displayIds: [], groupIds: [group.id] }, reach.displays, reach.groups)}
            isGroup
            checked={draft.groupIds.includes(group.id)}
            onToggle={() => onChange({ groupIds: toggled(draft.groupIds, group.id) })}
          />
        ))}
        {displays.slice(0, LISTED).map((view) => (
          <Row
            key={view.display.id}
            name={view.display.name}
            views={[view]}
            checked={draft.displayIds.includes(view.display.id)}
            onToggle={() => onChange({ displayIds: toggled(draft.displayIds, view.display.id) })}
          />
        ))}
        {groups.length + displays.length === 0 && <p className={css.note}>{t('sheet.noDisplay')}</p>}
        {displays.length > LISTED && (
          <p className={css.note}>{t('sheet.moreDisplays', { count: displays.length - LISTED })}</p>
        )}
      </section>
    </div>
  );
}

interface RowProps {
  name: string;
  views: readonly DisplayView[];
  isGroup?: boolean;
  checked: boolean;
  onToggle: () => void;
}

function Row({ name, views, isGroup = false, checked, onToggle }: RowProps) {
  const { t } = useTranslation('takeovers');
  const online = views.filter(({ status }) => status.connected).length;
  const state = isGroup ? t('sheet.ofGroup', { online, count: views.length }) : t(online ? 'connected' : 'away');
  return (
    <div className={css.row}>
      <Checkbox
        size="xs"
        checked={checked}
        onChange={onToggle}
        label={isGroup ? t('sheet.group', { name }) : name}
        classNames={{ root: css.box ?? '', body: css.box ?? '', labelWrapper: css.box ?? '', label: css.rowName ?? '' }}
      />
      <span className={css.rowState}>
        <StatusDot tone={online === views.length && online > 0 ? 'green' : 'amber'}>{state}</StatusDot>
      </span>
    </div>
  );
}

const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
