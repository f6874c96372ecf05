/** An instant written on the station's clock. */
import { Timecode } from '../../ui';
import { useFormats } from '../i18n/formats';

type Style = 'time' | 'timeShort' | 'date' | 'dateTime';

export function At({ at, as = 'time', className }: { at: number; as?: Style; className?: string }) {
  const formats = useFormats();
  return <Timecode at={at} text={formats[as](at)} {...(className ? { className } : {})} />;
}
