/** Where sound goes: the output of the broadcast and the one for listening beforehand, chosen once on this machine. */
export interface OutputDevice {
  id: string;
  name: string;
}

/** A context whose output can be chosen; not every browser's can. */
interface Sinkable {
  setSinkId(id: string): Promise<void>;
}
const isSinkable = (context: object): context is Sinkable => 'setSinkId' in context;

export const canChooseOutput = (): boolean =>
  typeof AudioContext !== 'undefined' && 'setSinkId' in AudioContext.prototype && Boolean(navigator.mediaDevices);

/** Outputs by name; none where the browser does not tell. The machine's default is not among them. */
export async function listOutputs(): Promise<OutputDevice[]> {
  const all = await (navigator.mediaDevices?.enumerateDevices() ?? Promise.resolve([]));
  return all
    .filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '' && deviceId !== 'default')
    .map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `${index + 1}` }));
}

/** A browser tells names only to a page that may hear; the microphone is let go at once. */
export async function askForNames(): Promise<boolean> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return true;
  } catch {
    return false;
  }
}

/** Empty: the machine's default. Answers whether sound goes there now. */
export async function sendTo(context: AudioContext, id: string): Promise<boolean> {
  if (!isSinkable(context)) return id === '';
  try {
    await context.setSinkId(id);
    return true;
  } catch {
    return false;
  }
}

/** Calls back with the outputs there are whenever one comes or goes. */
export function followOutputs(listener: (devices: OutputDevice[]) => void): () => void {
  const look = () => void listOutputs().then(listener, () => listener([]));
  look();
  navigator.mediaDevices?.addEventListener('devicechange', look);
  return () => navigator.mediaDevices?.removeEventListener('devicechange', look);
}
