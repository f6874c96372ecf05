/** A booking being made or changed: what, where, when; read back in words; faults at their fields. */
import { Button, Drawer, Group, SegmentedControl, Stack, Switch, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictField, DraftChange } from '../../../../../electron/contract/api/planning';
import type { Booking, BookingDraft } from '../../../../../electron/contract/records/booking';
import { isOnRadio } from '../../../../../electron/domain/spots/radio';
import { failureOf } from '../../../../client/failure';
import { SheetFoot } from '../../../../ui';
import { toastDone } from '../../../../ui/toasts';
import { FaultPanel } from '../../../shared/FaultPanel';
import { useCommand } from '../../../shared/use-command';
import { useBookingWrites } from '../drafts/booking-writes';
import css from '../Schedule.module.css';
import type { ScheduleData } from '../use-schedule-data';
import { AgreementField } from './AgreementField';
import { BookingSentence } from './BookingSentence';
import { Conflicts } from './Conflicts';
import { DaypartField } from './DaypartField';
import { DaysField } from './DaysField';
import { check, type FormFaults, type FormValues, formOf } from './draft';
import { HowField } from './HowField';
import { PeriodField } from './PeriodField';
import { RankField } from './RankField';
import { SharersNote } from './SharersNote';
import { TakesLine } from './TakesLine';
import { TwoVersions } from './TwoVersions';
import { useCheck } from './use-check';
import { WhatField } from './WhatField';
import { WhereField } from './WhereField';

export interface OpenForm {
  /** Null for a new one. */
  booking: Booking | null;
  values: FormValues;
}

interface BookingDrawerProps {
  form: OpenForm;
  data: ScheduleData;
  onClose: () => void;
  /** Opens a form that was left, as it was. */
  onReopen: (form: OpenForm) => void;
}

export function BookingDrawer({ form: opened, data, onClose, onReopen }: BookingDrawerProps) {
  const { t } = useTranslation(['schedule', 'common']);
  const [form, setForm] = useState(opened.values);
  const [named, setNamed] = useState(opened.values.name !== '');
  const [rev, setRev] = useState(opened.booking?.rev ?? 0);
  const [faults, setFaults] = useState<FormFaults>({});
  /** Someone else changed it: shown beside one's own until either is saved or taken. */
  const [stale, setStale] = useState(false);
  const save = useSave(opened.booking, () => setStale(true), onClose);
  const fields = useRef<HTMLFormElement>(null);
  const refusal = useRef<HTMLDivElement>(null);
  // The form is longer than a screen: what is said of a press on its end may stand where nobody looks.
  useEffect(() => {
    if (save.error || stale) refusal.current?.scrollIntoView({ block: 'center' });
  }, [save.error, stale]);
  const change = (part: Partial<FormValues>) => {
    setForm((now) => ({ ...now, ...part }));
    setFaults((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in part))));
  };
  /** `over`: the version it takes the place of. */
  const submit = (over: number) => {
    const checked = check(form);
    setFaults(checked.ok ? {} : checked.faults);
    if (checked.ok) save.mutate({ draft: checked.draft, rev: over });
    else
      requestAnimationFrame(() =>
        fields.current?.querySelector<HTMLElement>('[aria-invalid="true"], button[data-error]')?.focus(),
      );
  };
  /** Escape is pressed easily: what was written is offered back for a while. */
  const leave = () => {
    onClose();
    if (!isSame(form, opened.values)) {
      const again = () => onReopen({ ...opened, values: form });
      toastDone(t('form.left'), { label: t('form.reopen'), run: again });
    }
  };
  const field = { form, data, faults, onChange: change };
  const planned = useCheck(form, opened.booking?.id ?? null);
  const conflictsAt = (...fields: ConflictField[]) => (
    <Conflicts conflicts={fields.flatMap(planned.conflictsAt)} data={data} onChange={(part) => change(given(part))} />
  );
  const newest = data.bookings.find(({ id }) => id === opened.booking?.id);
  return (
    <Drawer
      opened
      onClose={leave}
      position="right"
      size={520}
      title={t(opened.booking ? 'form.change' : 'form.new')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        ref={fields}
        onSubmit={(event) => {
          event.preventDefault();
          submit(rev);
        }}
        noValidate
      >
        <Stack gap="md">
          <div>
            <WhatField {...field} onName={(name) => !named && change({ name })} />
            {conflictsAt('what')}
          </div>
          <TextInput
            label={t('form.name')}
            required
            maxLength={200}
            value={form.name}
            error={faults.name && t('fault.name')}
            onChange={(event) => {
              setNamed(event.currentTarget.value !== '');
              change({ name: event.currentTarget.value });
            }}
          />
          <WhereField {...field} />
          <div>
            <HowField {...field} />
            {conflictsAt('how')}
          </div>
          <div>
            <RankField {...field} />
            {conflictsAt('purpose', 'priority')}
            <AgreementField {...field} />
            {conflictsAt('agreement')}
          </div>
          <PeriodField {...field} />
          <div>
            <DaysField {...field} />
            {conflictsAt('days')}
          </div>
          <div>
            {form.how.kind !== 'exact' && <DaypartField {...field} />}
            {conflictsAt('hours')}
          </div>
          <div>
            <span className={css.fieldLabel} id="booking-zone">
              {t('form.zone')}
            </span>
            <SegmentedControl
              aria-labelledby="booking-zone"
              value={form.zone}
              onChange={(zone) => change({ zone: zone === 'display' ? 'display' : 'station' })}
              data={(['station', 'display'] as const).map((value) => ({ value, label: t(`form.zones.${value}`) }))}
            />
          </div>
          <Switch
            label={t('form.paused')}
            description={t('form.pausedHow')}
            checked={form.paused}
            onChange={(event) => change({ paused: event.currentTarget.checked })}
          />
          <section className={css.readBack} aria-label={t('form.readBack')} aria-live="polite">
            <strong aria-hidden="true">{t('form.readBack')}</strong>
            <BookingSentence form={form} data={data} />
            {form.how.kind === 'rotation' && <SharersNote form={form} data={data} ownId={opened.booking?.id} />}
            <TakesLine {...planned} radio={isOnRadio(form)} />
          </section>
          <div ref={refusal}>
            {stale && newest && (
              <StaleChoice
                theirs={newest}
                mine={form}
                data={data}
                saving={save.isPending}
                onTheirs={() => {
                  setForm(formOf(newest));
                  setRev(newest.rev);
                  setStale(false);
                  save.reset();
                }}
                onMine={() => submit(newest.rev)}
              />
            )}
            {save.error && !(isStale(save.error) && newest) && <FaultPanel fault={save.error} />}
          </div>
          <SheetFoot>
            <Button variant="default" onClick={leave}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(opened.booking ? 'form.save' : 'form.create')}
            </Button>
          </SheetFoot>
        </Stack>
      </form>
    </Drawer>
  );
}

const isSame = (a: FormValues, b: FormValues): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A way out names what it changes; the rest of the form stays. */
const given = (change: DraftChange): Partial<FormValues> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

const isStale = (fault: unknown): boolean => failureOf(fault)?.code === 'stale';

function useSave(booking: Booking | null, onStale: () => void, onDone: () => void) {
  const { t } = useTranslation('schedule');
  const writes = useBookingWrites();
  return useCommand({
    run: ({ draft, rev }: { draft: BookingDraft; rev: number }) =>
      writes.save(booking && { id: booking.id, rev }, draft),
    done: (saved) => t(booking ? 'done.changed' : 'done.created', { name: saved.name }),
    undo: true,
    onDone,
    onFault: (fault) => {
      // What is saved now has to be there to be shown.
      if (isStale(fault)) void writes.askAgain().then(onStale);
    },
  });
}

interface StaleChoiceProps {
  theirs: Booking;
  mine: FormValues;
  data: ScheduleData;
  saving: boolean;
  onMine: () => void;
  onTheirs: () => void;
}

/** Someone else changed it meanwhile: both versions, and the choice. */
function StaleChoice({ theirs, mine, data, saving, onMine, onTheirs }: StaleChoiceProps) {
  const { t } = useTranslation('schedule');
  return (
    <div className={css.stale} role="alert">
      <strong>{t('stale.title')}</strong>
      <TwoVersions data={data} left={formOf(theirs)} right={mine} />
      <Group gap="xs" mt="sm">
        <Button size="xs" loading={saving} onClick={onMine}>
          {t('stale.mine')}
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          {t('stale.theirs')}
        </Button>
      </Group>
    </div>
  );
}
