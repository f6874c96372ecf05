/** MIDI devices of this machine as they come and go, and their presses. Only where the browser has it and was allowed to. */
import { useEffect, useRef, useState } from 'react';

export interface Midi {
  /** `absent`: this browser has none. */
  state: 'absent' | 'idle' | 'on' | 'refused';
  devices: number;
  connect: () => void;
}

let access: MIDIAccess | null = null;

export function useMidi(onPress: (bytes: Uint8Array | null) => void): Midi {
  const newest = useRef(onPress);
  newest.current = onPress;
  const [state, setState] = useState<Midi['state']>(() => (hasMidi() ? (access ? 'on' : 'idle') : 'absent'));
  const [devices, setDevices] = useState(access?.inputs.size ?? 0);

  const connect = () => {
    if (!hasMidi()) return;
    navigator
      .requestMIDIAccess()
      .then((given) => {
        access = given;
        setState('on');
      })
      .catch(() => setState('refused'));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where it was allowed before
  useEffect(() => {
    if (state !== 'idle') return;
    const name = 'midi' as PermissionName;
    navigator.permissions
      ?.query({ name })
      .then((permission) => permission.state === 'granted' && connect())
      .catch(() => {});
  }, []);

  useEffect(() => {
    const now = access;
    if (state !== 'on' || !now) return;
    const hear = (event: Event) => newest.current((event as MIDIMessageEvent).data);
    const heard = new Set<MIDIInput>();
    const listen = () => {
      for (const input of now.inputs.values()) {
        if (heard.has(input)) continue;
        heard.add(input);
        input.addEventListener('midimessage', hear);
        void input.open();
      }
      setDevices([...now.inputs.values()].filter((input) => input.state === 'connected').length);
    };
    listen();
    now.addEventListener('statechange', listen);
    return () => {
      now.removeEventListener('statechange', listen);
      for (const input of heard) input.removeEventListener('midimessage', hear);
    };
  }, [state]);

  return { state, devices, connect };
}

const hasMidi = () => typeof navigator.requestMIDIAccess === 'function';
