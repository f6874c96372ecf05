/** A loop being made or changed: saved as a whole, for half a loop is none. */
import { Drawer, MultiSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoopPolicy } from '../../../../../electron/contract/records/loop-policy';
import { draftFaults } from '../../../../../electron/domain/loops';
import { client } from '../../../../client/client';
import { reasonTexts } from '../../../i18n/say';
import { Calendars } from '../../../shared/Calendars';
import { FormEnd } from '../../../shared/FormEnd';
import { useCommand } from '../../../shared/use-command';
import { draftOf, emptyLoop, type LoopForm, loopForm } from './draft';
import { HoursField } from './HoursField';
import css from './Loops.module.css';
import type { LoopPlaces } from './places';
import { ClosuresField, SeparationField } from './RulesFields';
import { SlotsField } from './SlotsField';

interface LoopDrawerProps {
  /** Absent for a new one. */
  policy?: LoopPolicy;
  places: LoopPlaces;
  zone: string;
  onClose: () => void;
}

const GROUP = 'group ';

export function LoopDrawer({ policy, places, zone, onClose }: LoopDrawerProps) {
  const { t } = useTranslation(['loops', 'common']);
  const [form, setForm] = useState<LoopForm>(() => (policy ? loopForm(policy) : emptyLoop(t('newName'))));
  const change = (part: Partial<LoopForm>) => setForm((old) => ({ ...old, ...part }));
  const draft = draftOf(form);
  const faults = draftFaults(draft);
  const save = useCommand({
    run: () =>
      policy ? client.policies.update({ id: policy.id, rev: policy.rev, draft }) : client.policies.create(draft),
    done: (saved) => t('saved', { name: saved.name }),
    undo: true,
    onDone: onClose,
    onFault: () => {},
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (faults.length === 0 && draft.name) save.mutate();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={720}
      title={t(policy ? 'edit' : 'add')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Calendars>
        <form onSubmit={submit} className={css.form} noValidate>
          <TextInput
            label={t('name')}
            required
            data-autofocus
            maxLength={200}
            value={form.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <WhereField form={form} places={places} onChange={change} />
          <SlotsField form={form} onSlots={(slots) => change({ slots })} />
          <HoursField hours={form.hours} onHours={(hours) => change({ hours })} />
          <ClosuresField closures={form.closures} zone={zone} onClosures={(closures) => change({ closures })} />
          <SeparationField separation={form.separation} onSeparation={(separation) => change({ separation })} />
          {faults.length > 0 && (
            <ul className={css.faults} role="alert">
              {reasonTexts(faults).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          <FormEnd save={save} onCancel={onClose} disabled={faults.length > 0 || !draft.name} />
        </form>
      </Calendars>
    </Drawer>
  );
}

interface WhereFieldProps {
  form: LoopForm;
  places: LoopPlaces;
  onChange: (part: Partial<LoopForm>) => void;
}

function WhereField({ form: { where }, places, onChange }: WhereFieldProps) {
  const { t } = useTranslation(['loops', 'common']);
  const data = [
    { group: t('groups'), items: places.groups.map(({ id, name }) => ({ value: GROUP + id, label: name })) },
    { group: t('displays'), items: places.displays.map(({ id, name }) => ({ value: id, label: name })) },
  ].filter(({ items }) => items.length > 0);
  const set = (values: string[]) =>
    onChange({
      where: {
        displayIds: values.filter((value) => !value.startsWith(GROUP)),
        groupIds: values.filter((value) => value.startsWith(GROUP)).map((value) => value.slice(GROUP.length)),
      },
    });
  return (
    <MultiSelect
      label={t('where')}
      description={t('whereHow')}
      searchable
      nothingFoundMessage={t('common:nothingFound')}
      data={data}
      value={[...where.groupIds.map((id) => GROUP + id), ...where.displayIds]}
      onChange={set}
    />
  );
}
