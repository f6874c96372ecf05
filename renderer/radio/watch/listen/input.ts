/** Sound inputs of this computer: which there are, and one of them opened as it is, without a browser's improvements. */

export interface InputDevice {
  id: string;
  label: string;
}

/** `insecure`: the page came over plain http from another computer. `none`: there is no input. `gone`: not the one chosen. */
export type InputTrouble = 'insecure' | 'refused' | 'none' | 'gone' | 'busy' | 'unable';

export class InputProblem extends Error {
  constructor(readonly trouble: InputTrouble) {
    super(trouble);
    this.name = 'InputProblem';
  }
}

const PLAIN = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: { ideal: 2 } };

export const canListen = (): boolean =>
  typeof navigator.mediaDevices?.getUserMedia === 'function' && typeof MediaRecorder !== 'undefined';

export async function listInputs(): Promise<InputDevice[]> {
  if (!canListen()) return [];
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return all
    .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '' && deviceId !== 'communications')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/** The device of that id; else one that is called the same: ids change when a browser's data is cleared. Null: any. @throws InputProblem */
export async function openInput(chosen: InputDevice | null): Promise<{ stream: MediaStream; device: InputDevice }> {
  if (!canListen()) throw new InputProblem('insecure');
  const there = await listInputs();
  const wanted =
    there.find(({ id }) => id === chosen?.id) ?? there.find(({ label }) => label && label === chosen?.label);
  // Before a person has allowed it, a browser names none.
  const named = there.some(({ label }) => label !== '');
  if (chosen && !wanted && named) throw new InputProblem('gone');
  const id = wanted?.id ?? chosen?.id;
  const audio = { ...PLAIN, ...(id ? { deviceId: { exact: id } } : {}) };
  const stream = await navigator.mediaDevices.getUserMedia({ audio }).catch((fault: unknown) => {
    throw new InputProblem(troubleOf(fault, chosen !== null));
  });
  const [track] = stream.getAudioTracks();
  if (!track) throw new InputProblem('none');
  return { stream, device: { id: track.getSettings().deviceId ?? '', label: track.label } };
}

function troubleOf(fault: unknown, isChosen: boolean): InputTrouble {
  const name = fault instanceof DOMException ? fault.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError') return isChosen ? 'gone' : 'none';
  if (name === 'OverconstrainedError') return 'gone';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'unable';
}

/** Calls back whenever a device comes or goes. Returns how to stop. */
export function followInputs(listener: () => void): () => void {
  navigator.mediaDevices?.addEventListener('devicechange', listener);
  return () => navigator.mediaDevices?.removeEventListener('devicechange', listener);
}
