/** Bookings out to files and in from them, and templates. The dialogs are loaded when they are first opened. */
import { Button, Menu } from '@mantine/core';
import { IconCalendarPlus, IconCopy, IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportQuery } from '../../../../../electron/contract/api/exchange';
import type { LocalDate } from '../../../../../electron/contract/scalars';
import { sheetAddress } from '../../../../client/sheets';
import { useFormats } from '../../../i18n/formats';
import type { ScheduleSearch } from '../search';
import type { ScheduleData } from '../use-schedule-data';
import { ApplyTemplate } from './ApplyTemplate';
import { ImportDialog } from './ImportDialog';
import { SaveTemplate } from './SaveTemplate';

interface SheetMenuProps {
  data: ScheduleData;
  editable: boolean;
  day: LocalDate;
  /** What an export is narrowed to. */
  search: ScheduleSearch;
}

export function SheetMenu({ data, editable, day, search }: SheetMenuProps) {
  const { t } = useTranslation('exchange');
  const { language } = useFormats();
  const [open, setOpen] = useState<'import' | 'save' | 'apply' | null>(null);
  const close = () => setOpen(null);
  const filter = filterOf(search);
  const isFiltered = Object.keys(filter).length > 0;
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default">
            {t('menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['xlsx', 'csv'] as const).map((format) => (
            <Menu.Item
              key={format}
              leftSection={<IconDownload {...icon} />}
              component="a"
              href={sheetAddress(format, { language, ...filter })}
              download
            >
              {t(`export.${isFiltered ? 'filtered.' : ''}${format}`)}
            </Menu.Item>
          ))}
          {editable && (
            <>
              <Menu.Item leftSection={<IconUpload {...icon} />} onClick={() => setOpen('import')}>
                {t('import.open')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => setOpen('save')}>
                {t('template.save')}
              </Menu.Item>
              <Menu.Item leftSection={<IconCalendarPlus {...icon} />} onClick={() => setOpen('apply')}>
                {t('template.apply')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'import' && <ImportDialog onClose={close} />}
      {open === 'save' && <SaveTemplate data={data} day={day} onClose={close} />}
      {open === 'apply' && <ApplyTemplate data={data} day={day} onClose={close} />}
    </>
  );
}

/** The filters in view, as an export names them. */
function filterOf({ agency, agreement, category, display, group }: ScheduleSearch): Partial<ExportQuery> {
  return {
    ...(agency && { agencyId: agency }),
    ...(agreement && { agreementId: agreement }),
    ...(category && { category }),
    ...(display && { displayId: display }),
    ...(group && { groupId: group }),
  };
}
