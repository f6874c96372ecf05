/** How it is looked at: the panel's LEDs and distance, the light about it, what Suar lays over it, several panels as one wall. */
import { Button, SegmentedControl, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PublicDisplay } from '../../../../electron/contract/api/displays';
import { lookAt, readableLeds } from '../../../../electron/domain/preview/optics';
import { client } from '../../../client/client';
import { useFormats } from '../../../operator/i18n/formats';
import { NumberField } from '../../../operator/shared/NumberField';
import { useCommand } from '../../../operator/shared/use-command';
import { useMe } from '../../../operator/shared/use-me';
import { COVERS, LIGHTS, type Panel, type View } from '../view';
import { Range } from './Range';
import css from './Side.module.css';

interface ViewPaneProps {
  panel: Panel;
  /** Null where it is shown as it is. */
  display: PublicDisplay | null;
  view: View;
  onView: (change: Partial<View>) => void;
}

/** Slid along a curve: one step is as large an angle near by as far away. */
const toSlide = (metres: number) => Math.round(100 * Math.log2(metres));
const fromSlide = (slide: number) => {
  const metres = 2 ** (slide / 100);
  return metres < 10 ? Math.round(metres * 10) / 10 : Math.round(metres);
};

export function ViewPane({ panel, display, view, onView }: ViewPaneProps) {
  const { t } = useTranslation('preview');
  const { number } = useFormats();
  const wall = { ...panel.profile, pitchMm: view.pitchMm };
  const look = lookAt(wall, view.viewingM);
  const metres = (value: number) => t('view.metres', { value: number(value, value < 10 ? 1 : 0) });
  return (
    <div className={css.pane}>
      <Range
        label={t('view.pitch')}
        value={view.pitchMm}
        min={0.5}
        max={40}
        step={0.5}
        text={t('view.millimetres', { value: number(view.pitchMm, 1) })}
        onValue={(pitchMm) => onView({ pitchMm })}
      />
      <Range
        label={t('view.distance')}
        value={toSlide(view.viewingM)}
        min={0}
        max={toSlide(500)}
        step={5}
        text={metres(view.viewingM)}
        onValue={(slide) => onView({ viewingM: fromSlide(slide) })}
      />
      <p className={css.fact} role="status">
        {t(look.dots ? 'view.seesDots' : 'view.seesPicture', { merges: metres(look.mergesAtM) })}{' '}
        {t('view.letters', { leds: readableLeds(view.pitchMm, view.viewingM), width: number(look.degrees.width, 1) })}
      </p>
      <KeepLook display={display} view={view} />
      <Switch
        label={t('view.dots')}
        checked={view.dots}
        onChange={({ currentTarget }) => onView({ dots: currentTarget.checked })}
      />
      <Switch
        label={t('view.eye')}
        checked={view.eye}
        onChange={({ currentTarget }) => onView({ eye: currentTarget.checked })}
      />
      <Field label={t('view.light')}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('view.light')}
          data={LIGHTS.map((light) => ({ value: light, label: t(`view.lights.${light}`) }))}
          value={view.light}
          onChange={(light) => onView({ light: LIGHTS.find((each) => each === light) ?? 'plain' })}
        />
      </Field>
      <Range
        label={t('view.level')}
        value={view.level}
        min={5}
        max={100}
        step={5}
        text={`${view.level} %`}
        onValue={(level) => onView({ level })}
      />
      <Select
        label={t('view.cover')}
        data={COVERS.map((cover) => ({ value: cover, label: t(`view.covers.${cover}`) }))}
        value={view.cover}
        allowDeselect={false}
        onChange={(cover) => onView({ cover: COVERS.find((each) => each === cover) ?? 'none' })}
      />
      <Switch
        label={t('view.ticker')}
        checked={view.ticker}
        onChange={({ currentTarget }) => onView({ ticker: currentTarget.checked })}
      />
      <Switch
        label={t('view.safe')}
        checked={view.safe}
        onChange={({ currentTarget }) => onView({ safe: currentTarget.checked })}
      />
      <WallFields view={view} onView={onView} />
    </div>
  );
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={css.field}>
      <span className={css.label}>{label}</span>
      {children}
    </div>
  );
}

/** Kept with the display, so that the quality check and the next one who looks go by the same. */
function KeepLook({ display, view }: Pick<ViewPaneProps, 'display' | 'view'>) {
  const { t } = useTranslation('preview');
  const { may } = useMe();
  const save = useCommand({
    run: ({ id, rev }: PublicDisplay) =>
      client.displays.update({ id, rev, pitchMm: view.pitchMm, viewingM: view.viewingM }),
    done: ({ name }) => t('view.kept', { name }),
    undo: true,
  });
  if (!display || !may('displays')) return null;
  if (display.pitchMm === view.pitchMm && display.viewingM === view.viewingM) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={() => save.mutate(display)} loading={save.isPending}>
      {t('view.keep', { name: display.name })}
    </Button>
  );
}

function WallFields({ view, onView }: Pick<ViewPaneProps, 'view' | 'onView'>) {
  const { t } = useTranslation('preview');
  const { grid } = view;
  const set = (change: Partial<View['grid']>) => onView({ grid: { ...grid, ...change } });
  const within = (value: number | null, least: number, most: number) =>
    Math.min(most, Math.max(least, Math.trunc(value ?? least)));
  return (
    <Field label={t('view.wall')}>
      <div className={css.three}>
        <NumberField
          label={t('view.columns')}
          value={grid.columns}
          min={1}
          max={4}
          onNumber={(value) => set({ columns: within(value, 1, 4) })}
        />
        <NumberField
          label={t('view.rows')}
          value={grid.rows}
          min={1}
          max={4}
          onNumber={(value) => set({ rows: within(value, 1, 4) })}
        />
        <NumberField
          label={t('view.gap')}
          value={grid.gap}
          min={0}
          max={200}
          unit="px"
          onNumber={(value) => set({ gap: within(value, 0, 200) })}
        />
      </div>
    </Field>
  );
}
