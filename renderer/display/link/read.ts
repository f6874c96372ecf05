/** What the station says, parsed. A message that cannot be read is passed over, so that a newer station does not stop an older page. */
import { ToDisplay } from '../../../electron/contract/display-protocol';

export function readMessage(text: string): ToDisplay | null {
  try {
    return ToDisplay.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
