/** How the view looks, set on the spot; the same stands in its address. */
import { useEffect, useState } from 'react';
import type { View } from './address';
import { LIMITS, type Look, type Part } from './look';
import { useSay } from './words';

const PARTS_OF: Record<View, readonly Part[]> = {
  prompter: ['clock', 'over'],
  presenter: ['clock', 'next', 'over', 'script', 'calls', 'questions'],
  guest: ['clock', 'next', 'questions'],
  wall: ['clock', 'next', 'over', 'hard'],
  phone: ['clock', 'next', 'over'],
  read: ['clock', 'script'],
};

interface ControlsProps {
  view: View;
  look: Look;
  onLook: (part: Partial<Look>) => void;
}

export function Controls({ view, look, onLook }: ControlsProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const toggle = (part: Part) => {
    const rest = look.hidden.filter((hidden) => hidden !== part);
    onLook({ hidden: rest.length === look.hidden.length ? [...rest, part] : rest });
  };
  return (
    <aside className="controls" aria-label={say('look.title')}>
      <button type="button" className="gear" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(open ? 'look.close' : 'look.open')}
      </button>
      {open && (
        <div className="sheet">
          <Slider name="size" look={look} onLook={onLook} />
          {view === 'prompter' && (
            <>
              <Slider name="margin" look={look} onLook={onLook} />
              <Slider name="line" look={look} onLook={onLook} />
            </>
          )}
          <Box on={look.scheme === 'light'} onToggle={(on) => onLook({ scheme: on ? 'light' : 'dark' })}>
            {say('look.light')}
          </Box>
          <Box on={look.mirrorX} onToggle={(mirrorX) => onLook({ mirrorX })}>
            {say('look.mirrorX')}
          </Box>
          <Box on={look.mirrorY} onToggle={(mirrorY) => onLook({ mirrorY })}>
            {say('look.mirrorY')}
          </Box>
          <fieldset>
            <legend>{say('look.parts')}</legend>
            {PARTS_OF[view].map((part) => (
              <Box key={part} on={!look.hidden.includes(part)} onToggle={() => toggle(part)}>
                {say(`part.${part}`)}
              </Box>
            ))}
          </fieldset>
          <button type="button" onClick={() => void fullScreen()}>
            {say('look.fullScreen')}
          </button>
        </div>
      )}
    </aside>
  );
}

function fullScreen(): Promise<void> {
  return document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
}

function Slider({ name, look, onLook }: { name: 'size' | 'margin' | 'line' } & Omit<ControlsProps, 'view'>) {
  const say = useSay();
  const { least, most, step } = LIMITS[name];
  return (
    <label>
      {say(`look.${name}`)}
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={look[name]}
        onChange={(event) => onLook({ [name]: Number(event.currentTarget.value) })}
      />
    </label>
  );
}

function Box({ on, onToggle, children }: { on: boolean; onToggle: (on: boolean) => void; children: string }) {
  return (
    <label className="box">
      <input type="checkbox" checked={on} onChange={(event) => onToggle(event.currentTarget.checked)} />
      {children}
    </label>
  );
}
