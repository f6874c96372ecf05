/** How every calendar below it looks: in the console's language, weeks from Monday, no day in red, which here means on air. */
import 'dayjs/locale/id';
import { DatesProvider } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useFormats } from '../i18n/formats';

export function Calendars({ children }: { children: ReactNode }) {
  const { language } = useFormats();
  return <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>{children}</DatesProvider>;
}
