/** A screen that broke. The frame stands where it can, nothing stored is touched, and the screen can be opened again. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { FaultPanel } from '../shared/FaultPanel';

/** The page is loaded anew: code that could not be fetched, as after the station was renewed, is not fetched twice by one page. */
export function ScreenFault({ error }: ErrorComponentProps) {
  return (
    <div style={{ padding: 24, maxWidth: 720 }}>
      <FaultPanel fault={error} onRetry={() => location.reload()} />
    </div>
  );
}
